/**
 * What makes {@code MultiLayerNetwork.fit} fast on small networks, plugged in beneath it.
 *
 * <p>One iteration of a small network in Deeplearning4j 1.0.0-M2.1 spends its time around the mathematics: it asks the
 * native library for the same shape descriptors and sub-array tables again and again, allocates a native context for
 * each operation, and slices the gradient anew. The classes here remember those things. ND4J instantiates three of them
 * by name, through its own extension points (the system properties {@code shapeinfoprovider}, {@code opexec} and
 * {@code ndarrayfactory.class}); the fourth is an ordinary {@code Updater}. The native operations, their operands and
 * their order stay what they were, so training is bit-identical with and without them, which a test proves.
 *
 * <p>They lean on internals of exactly one ND4J version; {@code org.twinnet.dl4j.runtime.Nd4jRuntime} installs them for
 * that version only. This package depends on ND4J and Deeplearning4j and on nothing of Twinnet; only
 * {@code org.twinnet.dl4j} may depend on it.
 */
package org.twinnet.dl4j.engine;
