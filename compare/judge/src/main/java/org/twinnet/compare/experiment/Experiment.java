package org.twinnet.compare.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is trained, in neutral words: both twins are made from it, and neither sees the other.
 *
 * @param name short name, such as {@code l2}
 * @param layerSizes units of every layer, the inputs first and the one output last
 * @param learningRate step of gradient descent, above 0
 * @param iterations full-batch iterations, at least 1
 * @param lambda the notebook's λ of the L2 penalty λ/(2m)·ΣW², 0 for none
 * @param keepProbability probability to keep a hidden unit, 1 for no dropout
 * @param masks how dropout masks follow each other
 * @param weightSeed NumPy seed of the initial weights, 0 to 2³² − 1
 * @param maskSeed NumPy seed of the masks, 0 to 2³² − 1
 */
public record Experiment(
        String name,
        List<Integer> layerSizes,
        double learningRate,
        int iterations,
        double lambda,
        double keepProbability,
        MaskKind masks,
        long weightSeed,
        long maskSeed) {

    /** Hidden layers and output of the published network. */
    public static final List<Integer> PUBLISHED_LAYERS = List.of(20, 3, 1);

    /** Learning rate of the published runs. */
    public static final double PUBLISHED_LEARNING_RATE = 0.3;

    /** Iterations of the published runs. */
    public static final int PUBLISHED_ITERATIONS = 30_000;

    /** Weight seed of the published runs. */
    public static final long PUBLISHED_WEIGHT_SEED = 3;

    /** Mask seed of the published run with dropout. */
    public static final long PUBLISHED_MASK_SEED = 1;

    private static final long MAX_SEED = 0xFFFF_FFFFL;

    /**
     * Checks every value.
     *
     * @param name short name
     * @param layerSizes units of every layer
     * @param learningRate step of gradient descent
     * @param iterations full-batch iterations
     * @param lambda strength of the L2 penalty
     * @param keepProbability probability to keep a hidden unit
     * @param masks how dropout masks follow each other
     * @param weightSeed seed of the initial weights
     * @param maskSeed seed of the masks
     * @throws IllegalArgumentException if a value is out of its range; the message names it
     */
    public Experiment {
        layerSizes = List.copyOf(layerSizes);
        require(
                layerSizes.size() >= 2 && layerSizes.stream().allMatch(units -> units >= 1),
                "layer sizes",
                layerSizes,
                "the inputs and at least one layer, each of 1 unit or more");
        require(
                layerSizes.get(layerSizes.size() - 1) == 1,
                "layer sizes",
                layerSizes,
                "a last layer of 1 unit, the sigmoid output");
        require(learningRate > 0 && Double.isFinite(learningRate), "learning rate", learningRate, "a number above 0");
        require(iterations >= 1, "iterations", iterations, "1 or more");
        require(lambda >= 0 && Double.isFinite(lambda), "lambda", lambda, "a number of 0 or more");
        require(
                keepProbability > 0 && keepProbability <= 1,
                "keep probability",
                keepProbability,
                "a number above 0 and at most 1");
        require(weightSeed >= 0 && weightSeed <= MAX_SEED, "weight seed", weightSeed, "0 to " + MAX_SEED);
        require(maskSeed >= 0 && maskSeed <= MAX_SEED, "mask seed", maskSeed, "0 to " + MAX_SEED);
    }

    /**
     * Tells whether hidden units are dropped in training.
     *
     * @return true below keep probability 1, where there is a hidden layer
     */
    public boolean hasDropout() {
        return keepProbability < 1 && layerSizes.size() > 2;
    }

    /**
     * Puts the number of inputs before the sizes of hidden layers and output.
     *
     * @param inputs number of features
     * @param layers units of each layer after the inputs
     * @return layer sizes as this record takes them
     */
    public static List<Integer> layerSizes(int inputs, List<Integer> layers) {
        List<Integer> sizes = new ArrayList<>();
        sizes.add(inputs);
        sizes.addAll(layers);
        return List.copyOf(sizes);
    }

    private static void require(boolean holds, String what, Object value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s is %s; allowed: %s.", what, value, allowed));
        }
    }
}
