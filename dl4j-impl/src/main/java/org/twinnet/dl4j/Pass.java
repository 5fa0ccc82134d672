package org.twinnet.dl4j;

import java.util.List;

/**
 * One forward and backward pass as DL4J computed it, under the masks of one iteration and without an update.
 *
 * <p>Layers are counted from 1. Matrices are vectors with entry {@code [unit · m + example]}, parameter-like vectors
 * have the order of {@link ParameterLayout}. Immutable: every array handed out is the caller's.
 */
public final class Pass {
    private final List<double[]> z;
    private final List<double[]> a;
    private final double crossEntropy;
    private final double penalty;
    private final double cost;
    private final double[] dataGradient;
    private final double[] penaltyGradient;

    /** The arrays are the new object's. */
    Pass(
            List<double[]> z,
            List<double[]> a,
            double crossEntropy,
            double penalty,
            double cost,
            double[] dataGradient,
            double[] penaltyGradient) {
        this.z = List.copyOf(z);
        this.a = List.copyOf(a);
        this.crossEntropy = crossEntropy;
        this.penalty = penalty;
        this.cost = cost;
        this.dataGradient = dataGradient;
        this.penaltyGradient = penaltyGradient;
    }

    /**
     * The number of layers with parameters.
     *
     * @return L
     */
    public int layers() {
        return z.size();
    }

    /**
     * Z of a layer, {@code Z = W · A + b} with A of the layer before.
     *
     * @param layer layer, from 1
     * @return units × m
     */
    public double[] z(int layer) {
        return z.get(layer - 1).clone();
    }

    /**
     * A of a layer, after dropout's mask and scaling; of the last layer, the probabilities.
     *
     * @param layer layer, from 1
     * @return units × m
     */
    public double[] a(int layer) {
        return a.get(layer - 1).clone();
    }

    /**
     * The data's part of the cost.
     *
     * @return mean cross-entropy of the examples
     */
    public double crossEntropy() {
        return crossEntropy;
    }

    /**
     * What L2 adds to the cost.
     *
     * @return λ/(2m) · ΣW²
     */
    public double penalty() {
        return penalty;
    }

    /**
     * The cost, as {@code fit} reports it for the same iteration.
     *
     * @return cross-entropy and penalty
     */
    public double cost() {
        return cost;
    }

    /**
     * The gradient of {@link #crossEntropy}.
     *
     * @return one entry a parameter
     */
    public double[] dataGradient() {
        return dataGradient.clone();
    }

    /**
     * The gradient of {@link #penalty}: λ/m · W, and 0 for biases.
     *
     * @return one entry a parameter
     */
    public double[] penaltyGradient() {
        return penaltyGradient.clone();
    }
}
