package org.twinnet.dl4j;

/**
 * What regularization adds to the loss, in the notebook's terms; DL4J gets one coefficient for squares and one for
 * magnitudes, and divides neither by anything.
 *
 * @param l2 λ of λ/(2m)·ΣW², from 0
 * @param l1 λ of λ/m·Σ|W|, from 0
 * @param l2Coefficient c of c/2·ΣW², from 0
 * @param l1Coefficient c of c·Σ|W|, from 0
 * @param biases whether biases are penalized as weights are
 * @param overBatch whether m is the number of examples of the batch, not of the training set
 */
public record Penalty(
        double l2, double l1, double l2Coefficient, double l1Coefficient, boolean biases, boolean overBatch) {

    /** No penalty. */
    public static final Penalty NONE = new Penalty(0, 0, 0, 0, false, false);

    /**
     * Checks the numbers.
     *
     * @param l2 λ of the squares
     * @param l1 λ of the magnitudes
     * @param l2Coefficient coefficient of the squares
     * @param l1Coefficient coefficient of the magnitudes
     * @param biases whether biases are penalized
     * @param overBatch whether the batch divides λ
     * @throws IllegalArgumentException if a number is below 0 or not finite
     */
    public Penalty {
        Dl4jSettings.require("Lambda", l2, l2 >= 0, "finite numbers from 0");
        Dl4jSettings.require("Lambda of L1", l1, l1 >= 0, "finite numbers from 0");
        Dl4jSettings.require("L2 coefficient", l2Coefficient, l2Coefficient >= 0, "finite numbers from 0");
        Dl4jSettings.require("L1 coefficient", l1Coefficient, l1Coefficient >= 0, "finite numbers from 0");
    }

    /**
     * The notebook's penalty.
     *
     * @param lambda λ, from 0
     * @return λ/(2m)·ΣW²
     */
    public static Penalty l2(double lambda) {
        return new Penalty(lambda, 0, 0, 0, false, false);
    }

    /**
     * The coefficient c to give to DL4J's {@code l2()}: with c = λ/m its penalty c/2 · ΣW² is the notebook's λ/(2m) ·
     * ΣW², and its gradient c · W is the notebook's λ/m · W.
     *
     * @param examples m
     * @return λ/m, and what is not divided by m
     */
    public double squares(int examples) {
        return l2 / examples + l2Coefficient;
    }

    /**
     * The coefficient c to give to DL4J's {@code l1()}, which adds c · Σ|W| to the score and c · sign(W) to the
     * gradient, where sign(0) = 0.
     *
     * @param examples m
     * @return λ/m, and what is not divided by m
     */
    public double magnitudes(int examples) {
        return l1 / examples + l1Coefficient;
    }

    /**
     * Whether it is no other than the squares of weights.
     *
     * @return true without L1 and without biases
     */
    boolean isSquaresOfWeights() {
        return l1 == 0 && l1Coefficient == 0 && !biases;
    }
}
