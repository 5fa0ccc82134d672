package org.twinnet.scratch.penalty;

import org.twinnet.scratch.linalg.Matrix;

/** What regularization adds to the cost, with its gradient beside it. Biases are never penalized. */
public sealed interface Penalty permits NoPenalty, L2Penalty {

    /**
     * The penalty of one weight matrix.
     *
     * @param W weights, not modified
     * @param m number of examples
     * @return what the matrix adds to the mean cost
     */
    double cost(Matrix W, int m);

    /**
     * Adds the penalty's gradient ∂cost/∂W to a gradient.
     *
     * @param W weights, not modified
     * @param m number of examples
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
