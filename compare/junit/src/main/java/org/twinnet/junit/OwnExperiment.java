package org.twinnet.junit;

import java.util.Arrays;
import java.util.List;
import org.twinnet.compare.trace.HyperParameters;

/**
 * What your network trains.
 *
 * @param featureRows examples, one row each
 * @param labels 0 or 1 for each example
 * @param layers units of each layer after the inputs, the one output last
 * @param learningRate step of gradient descent
 * @param lambda λ of the penalty λ/2m·ΣW², 0 for none
 * @param keepProbability probability to keep a hidden unit, 1 for no dropout
 * @param masks one mask of 0 and 1 for each hidden layer, (units × examples), used in every iteration; empty without
 *     dropout
 * @param iterations iterations to train, at least 3
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared by equals
public record OwnExperiment(
        double[][] featureRows,
        double[] labels,
        List<Integer> layers,
        double learningRate,
        double lambda,
        double keepProbability,
        List<double[][]> masks,
        int iterations) {

    private static final int DEFAULT_ITERATIONS = 200;

    /**
     * Checks the shapes.
     *
     * @param featureRows examples, one row each
     * @param labels 0 or 1 for each example
     * @param layers units of each layer after the inputs
     * @param learningRate step of gradient descent
     * @param lambda λ of the penalty
     * @param keepProbability probability to keep a hidden unit
     * @param masks one mask for each hidden layer
     * @param iterations iterations to train
     * @throws IllegalArgumentException if examples and labels, or layers and masks, do not fit; the message says which
     */
    public OwnExperiment {
        require(featureRows.length > 0, "there are no examples");
        require(
                featureRows.length == labels.length,
                "there are " + featureRows.length + " examples and " + labels.length + " labels");
        int features = featureRows[0].length;
        require(
                features > 0 && Arrays.stream(featureRows).allMatch(row -> row.length == features),
                "all examples need the same features, at least one");
        layers = List.copyOf(layers);
        require(
                !layers.isEmpty() && layers.get(layers.size() - 1) == 1,
                "layers are " + layers + "; the last one needs 1 unit, the sigmoid output");
        masks = List.copyOf(masks);
        require(
                keepProbability == 1 || masks.size() == layers.size() - 1,
                "dropout needs one mask for each of the " + (layers.size() - 1) + " hidden layers, not "
                        + masks.size());
        require(iterations >= 3, "iterations are " + iterations + "; at least 3 are needed");
    }

    /**
     * Two hidden layers of 20 and 3 units, learning rate 0.3, no regularization, 200 iterations.
     *
     * @param featureRows examples, one row each
     * @param labels 0 or 1 for each example
     * @return the experiment
     */
    public static OwnExperiment on(double[][] featureRows, double[] labels) {
        return new OwnExperiment(featureRows, labels, List.of(20, 3, 1), 0.3, 0, 1, List.of(), DEFAULT_ITERATIONS);
    }

    /**
     * The same with other layers.
     *
     * @param units units of each layer after the inputs, the one output last
     * @return a new experiment
     */
    public OwnExperiment withLayers(Integer... units) {
        return new OwnExperiment(
                featureRows, labels, List.of(units), learningRate, lambda, keepProbability, masks, iterations);
    }

    /**
     * The same with another learning rate.
     *
     * @param rate step of gradient descent
     * @return a new experiment
     */
    public OwnExperiment withLearningRate(double rate) {
        return new OwnExperiment(featureRows, labels, layers, rate, lambda, keepProbability, masks, iterations);
    }

    /**
     * The same with an L2 penalty.
     *
     * @param strength λ of λ/2m·ΣW²
     * @return a new experiment
     */
    public OwnExperiment withLambda(double strength) {
        return new OwnExperiment(
                featureRows, labels, layers, learningRate, strength, keepProbability, masks, iterations);
    }

    /**
     * The same with inverted dropout.
     *
     * @param keep probability to keep a hidden unit
     * @param ownMasks the masks that your network uses, one for each hidden layer
     * @return a new experiment
     */
    public OwnExperiment withDropout(double keep, List<double[][]> ownMasks) {
        return new OwnExperiment(featureRows, labels, layers, learningRate, lambda, keep, ownMasks, iterations);
    }

    /**
     * The same with another number of iterations.
     *
     * @param count iterations to train
     * @return a new experiment
     */
    public OwnExperiment withIterations(int count) {
        return new OwnExperiment(featureRows, labels, layers, learningRate, lambda, keepProbability, masks, count);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("The experiment cannot be: " + otherwise + ".");
        }
    }

    /** Whether units are dropped in training. */
    boolean drops() {
        return keepProbability < 1;
    }

    /** What a trace says of its training, with dropout or as if there were none. */
    HyperParameters hyperParameters(boolean dropping) {
        return new HyperParameters(learningRate, lambda, dropping ? keepProbability : 1);
    }
}
