package org.twinnet.compare.check.run;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.twin.Twin;

/**
 * A run that begins one unit in the last place away from given parameters, and rounds as another correct program would
 * after every step. Without the latter a run forgets the last place of its initial weights where updates are far larger
 * than these were.
 */
public final class RoundedRun implements AutoCloseable {

    private final Twin twin;
    private final Precision precision;
    private final SplittableRandom directions;

    /**
     * Begins a run.
     *
     * @param twin the network, with its sums in whatever order
     * @param initial the parameters that others begin from
     * @param precision what other programs round to
     * @param directions says which way each number rounds
     */
    public RoundedRun(Twin twin, double[] initial, Precision precision, SplittableRandom directions) {
        this.twin = twin;
        this.precision = precision;
        this.directions = directions;
        twin.setParameters(Arrays.stream(initial).map(this::moved).toArray());
    }

    private double moved(double value) {
        double u = precision.unitRoundoff();
        return value * (directions.nextBoolean() ? 1 + 2 * u : 1 - u);
    }

    /**
     * Trains an iteration, and rounds.
     *
     * @param examples how many examples it sees
     * @return the cost before it
     */
    public double step(int examples) {
        double cost = twin.step();
        round(examples);
        return cost;
    }

    /** Up or down alike, as the operations of a step round: a drift to one side would be no rounding. */
    private void round(int examples) {
        double[] theta = new double[twin.parameterCount()];
        double[] update = new double[theta.length];
        twin.copyParametersTo(theta);
        twin.copyUpdateTo(update);
        double u = precision.unitRoundoff();
        boolean single = precision == Precision.FLOAT32;
        // the error that a gradient's sum over the examples of a batch is likely to have
        double ofSum = Math.sqrt(examples) * u;
        for (int i = 0; i < theta.length; i++) {
            double distance = Math.max((single ? u : 1.5 * u) * Math.abs(theta[i]), ofSum * Math.abs(update[i]));
            double moved = theta[i] + (directions.nextBoolean() ? distance : -distance);
            theta[i] = single ? (float) moved : moved;
        }
        twin.setParameters(theta);
    }

    /**
     * Its parameters.
     *
     * @return a copy
     */
    public double[] parameters() {
        double[] theta = new double[twin.parameterCount()];
        twin.copyParametersTo(theta);
        return theta;
    }

    @Override
    public void close() {
        twin.close();
    }
}
