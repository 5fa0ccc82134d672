package org.twinnet.compare.evolution;

import java.util.OptionalDouble;

/**
 * One layer at the end of training.
 *
 * @param layer layer, from 1
 * @param weights entries of W, row by row
 * @param norm Frobenius norm, √ΣW²
 * @param largest largest |W|
 * @param sparsity share of exact zeros among the activations of the training examples, without dropout; empty for the
 *     output layer
 */
@SuppressWarnings("ArrayRecordComponent") // binned by the report, never compared by equals
public record TrainedLayer(int layer, double[] weights, double norm, double largest, OptionalDouble sparsity) {}
