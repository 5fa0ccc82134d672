package org.twinnet.compare.experiment;

/**
 * The cost at one iteration, before its update, penalty included.
 *
 * @param iteration iteration, from 0
 * @param cost the cost
 * @param penalty the part of it that regularization adds
 * @param logitCost the same cost with the cross-entropy computed from the logit, which is finite where an output has
 *     rounded to the wrong label
 */
public record CostPoint(int iteration, double cost, double penalty, double logitCost) {

    /**
     * A cost that is the same from the logit.
     *
     * @param iteration iteration, from 0
     * @param cost the cost
     * @param penalty the part of it that regularization adds
     */
    public CostPoint(int iteration, double cost, double penalty) {
        this(iteration, cost, penalty, cost);
    }

    /**
     * The part of the cost that the labels cause.
     *
     * @return cost without penalty, exact to one rounding of the cost
     */
    public double crossEntropy() {
        return cost - penalty;
    }

    /**
     * Tells whether a run reports the cost of an iteration: every n-th and the last one.
     *
     * @param iteration iteration, from 0
     * @param iterations iterations of the whole run
     * @param every report every so many
     * @return true for multiples of {@code every} and for the last iteration
     */
    public static boolean isReported(int iteration, int iterations, int every) {
        return iteration % every == 0 || iteration == iterations - 1;
    }
}
