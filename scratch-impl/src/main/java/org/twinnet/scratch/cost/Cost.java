package org.twinnet.scratch.cost;

/**
 * The two parts of the cost J = cross-entropy + penalty.
 *
 * @param crossEntropy mean cross-entropy over the examples
 * @param penalty what regularization adds, 0 without it
 */
public record Cost(double crossEntropy, double penalty) {

    /**
     * Returns J, the sum of both parts.
     *
     * @return cross-entropy plus penalty
     */
    public double total() {
        return crossEntropy + penalty;
    }
}
