package org.twinnet.compare.trace;

/**
 * The hyper-parameters that a trace states.
 *
 * @param learningRate step of gradient descent, positive
 * @param lambda strength λ of the L2 penalty, at least 0
 * @param keepProbability probability to keep a hidden unit, above 0 and at most 1
 */
public record HyperParameters(double learningRate, double lambda, double keepProbability) {

    /** What a trace means that states none. */
    public static final HyperParameters DEFAULTS = new HyperParameters(0.3, 0, 1);

    /**
     * Checks the ranges.
     *
     * @param learningRate step of gradient descent
     * @param lambda strength of the L2 penalty
     * @param keepProbability probability to keep a hidden unit
     * @throws IllegalArgumentException if one is outside its range
     */
    public HyperParameters {
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("learning_rate is " + learningRate + "; it must be positive and finite");
        }
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("lambd is " + lambda + "; it must be finite and at least 0");
        }
        if (!(keepProbability > 0 && keepProbability <= 1)) {
            throw new IllegalArgumentException(
                    "keep_prob is " + keepProbability + "; it must be above 0 and at most 1");
        }
    }
}
