package org.twinnet.scratch.loss;

/**
 * The two parts of the cost J = loss + penalty.
 *
 * @param loss mean loss over the examples
 * @param penalty what regularization adds, 0 without it
 */
public record Cost(double loss, double penalty) {

    /**
     * Returns J, the sum of both parts.
     *
     * @return loss plus penalty
     */
    public double total() {
        return loss + penalty;
    }
}
