package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.twinnet.compare.check.run.RoundedRun;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.scratch.dropout.DropoutMasks;

/**
 * Runs that start one unit in the last place of a trace's precision away, and round as another correct program would
 * after every step. What they move the cost by, up to an iteration, is the spread there.
 */
final class RoundedRuns {

    private static final int RUNS = 2;

    private final TraceExperiment experiment;
    private final List<RoundedRun> runs = new ArrayList<>();
    private int iteration;
    private double spread;

    /**
     * The cost of an iteration of the run itself.
     *
     * @param cost before the update
     * @param counts whether it is part of a reported cost, and determined where it is finite
     */
    record Own(double cost, boolean counts) {

        /** A cost whose error has no end is not determined: no movement of it tells anything. */
        static Own of(double cost, BoundedNumber right) {
            return new Own(cost, !Double.isFinite(right.value()) || Double.isFinite(right.error()));
        }
    }

    /** Runs that have not begun yet. */
    RoundedRuns(TraceExperiment experiment, DropoutMasks masks, double[] initial, Precision precision) {
        this.experiment = experiment;
        this.spread = precision.unitRoundoff();
        SplittableRandom directions = new SplittableRandom(1);
        for (int k = 1; k <= RUNS; k++) {
            runs.add(new RoundedRun(experiment.reordered(masks, k), initial, precision, directions));
        }
    }

    /**
     * Runs one iteration more.
     *
     * @param own the cost of the run itself in that iteration
     * @return the spread up to it; without end where a run has left the finite numbers
     */
    double step(Own own) {
        for (RoundedRun run : runs) {
            double cost = run.step(experiment.examples(iteration));
            double moved = cost == own.cost() ? 0 : Math.abs(cost - own.cost()) / Math.abs(own.cost());
            if (own.counts()) {
                spread = Double.isNaN(moved) ? Double.POSITIVE_INFINITY : Math.max(spread, moved);
            }
        }
        iteration++;
        return spread;
    }
}
