package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.twin.Twin;
import org.twinnet.scratch.dropout.DropoutMasks;

/**
 * Runs that start one unit in the last place of a trace's precision away, and round as another correct program would
 * after every step. What they move the cost by, up to an iteration, is the spread there.
 */
final class RoundedRuns {

    private static final int RUNS = 2;

    private final TraceExperiment experiment;
    private final boolean single;
    private final double u;
    private final SplittableRandom directions = new SplittableRandom(1);
    private final List<Twin> twins = new ArrayList<>();
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
        this.single = precision == Precision.FLOAT32;
        this.u = precision.unitRoundoff();
        this.spread = u;
        for (int k = 1; k <= RUNS; k++) {
            Twin twin = experiment.reordered(masks, k);
            twin.setParameters(Arrays.stream(initial).map(this::moved).toArray());
            twins.add(twin);
        }
    }

    /**
     * Runs one iteration more.
     *
     * @param own the cost of the run itself in that iteration
     * @return the spread up to it; without end where a run has left the finite numbers
     */
    double step(Own own) {
        for (Twin twin : twins) {
            double cost = twin.step();
            round(twin);
            double moved = cost == own.cost() ? 0 : Math.abs(cost - own.cost()) / Math.abs(own.cost());
            if (own.counts()) {
                spread = Double.isNaN(moved) ? Double.POSITIVE_INFINITY : Math.max(spread, moved);
            }
        }
        iteration++;
        return spread;
    }

    /**
     * Rounds to the trace's precision, up or down alike, as the operations of a step do: a drift to one side would be
     * no rounding. Without it a run forgets the last place of its initial weights where updates are far larger than
     * these were.
     */
    private void round(Twin twin) {
        double[] theta = new double[twin.parameterCount()];
        double[] update = new double[theta.length];
        twin.copyParametersTo(theta);
        twin.copyUpdateTo(update);
        // the error that a gradient's sum over the examples of a batch is likely to have
        double ofSum = Math.sqrt(experiment.examples(iteration)) * u;
        for (int i = 0; i < theta.length; i++) {
            double distance = Math.max((single ? u : 1.5 * u) * Math.abs(theta[i]), ofSum * Math.abs(update[i]));
            double moved = theta[i] + (directions.nextBoolean() ? distance : -distance);
            theta[i] = single ? (float) moved : moved;
        }
        twin.setParameters(theta);
    }

    private double moved(double value) {
        return value * (directions.nextBoolean() ? 1 + 2 * u : 1 - u);
    }
}
