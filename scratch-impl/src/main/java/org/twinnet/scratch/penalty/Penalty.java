package org.twinnet.scratch.penalty;

import org.twinnet.scratch.linalg.Matrix;

/** What regularization adds to the cost, with its gradient beside it. */
public sealed interface Penalty permits NoPenalty, L2Penalty, L1Penalty, CoefficientPenalty, PenaltySum {

    /**
     * Tells whether biases are penalized as weights are; W stands for them too then.
     *
     * @return false if only weights are, which is the rule
     */
    default boolean ofBiases() {
        return false;
    }

    /**
     * The penalty of one weight matrix.
     *
     * @param W weights, not modified
     * @param m number of examples that λ is divided by: those of the training set
     * @return what the matrix adds to the mean cost
     */
    double cost(Matrix W, int m);

    /**
     * The slope of the penalty in one weight.
     *
     * @param w the weight
     * @param m number of examples that λ is divided by
     * @return ∂cost/∂w
     */
    double slope(double w, int m);

    /**
     * Adds the penalty's gradient ∂cost/∂W to a gradient.
     *
     * @param W weights, not modified
     * @param m number of examples that λ is divided by
     * @param dW gradient of the same shape, modified
     * @throws IllegalArgumentException if the shapes differ
     */
    void addGradient(Matrix W, int m, Matrix dW);

    /**
     * The penalty of strength λ.
     *
     * @param lambda the notebook's λ, at least 0
     * @return an L2 penalty, or none for λ = 0
     * @throws IllegalArgumentException if λ is negative or not finite
     */
    static Penalty l2(double lambda) {
        return lambda == 0 ? new NoPenalty() : new L2Penalty(lambda);
    }
}
