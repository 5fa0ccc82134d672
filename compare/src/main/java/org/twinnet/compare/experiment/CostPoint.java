package org.twinnet.compare.experiment;

/**
 * The cost at one iteration, before its update, penalty included.
 *
 * @param iteration iteration, from 0
 * @param cost the cost
 */
public record CostPoint(int iteration, double cost) {

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
