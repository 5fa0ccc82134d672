package org.twinnet.compare.agreement;

import org.twinnet.compare.boundary.BoundaryComparison;
import org.twinnet.compare.experiment.Experiment;

/**
 * The whole comparison of one experiment.
 *
 * @param experiment what was trained
 * @param ladder every rung
 * @param scratch the hand-written network's free run
 * @param dl4j DL4J's free run
 * @param spread how far one-ulp changes move the run, and up to where free runs are compared
 * @param boundary decision boundaries of the two free runs
 * @param clip what the stock loss would have cost at the end of the run
 */
public record ScenarioComparison(
        Experiment experiment,
        Ladder ladder,
        TwinRun scratch,
        TwinRun dl4j,
        Spread spread,
        BoundaryComparison boundary,
        ClipCost clip) {

    /**
     * The verdict of the ladder.
     *
     * @return agree, disagree or inconclusive
     */
    public Status verdict() {
        return ladder.verdict();
    }

    /**
     * The largest relative difference of the free runs' costs, over the reported iterations up to one.
     *
     * @param lastIteration compare up to this iteration
     * @return NaN if a cost is not finite
     */
    public double largestCostDifference(int lastIteration) {
        double largest = 0;
        for (int i = 0; i < scratch.costs().size() && scratch.costs().get(i).iteration() <= lastIteration; i++) {
            double a = scratch.costs().get(i).cost();
            double b = dl4j.costs().get(i).cost();
            double relative = a == b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
            largest = Double.isFinite(a) && Double.isFinite(b) ? Math.max(largest, relative) : Double.NaN;
        }
        return largest;
    }
}
