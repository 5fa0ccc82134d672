package org.twinnet.compare.agreement;

import java.util.List;
import java.util.SplittableRandom;
import org.twinnet.compare.agreement.floor.NoiseFloor;
import org.twinnet.compare.experiment.Checkpoint;
import org.twinnet.compare.experiment.CostPoint;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinFactory;
import org.twinnet.compare.twin.TwinState;
import org.twinnet.data.Dataset;

/**
 * One whole run of a twin on its own.
 *
 * @param costs cost of every reported iteration
 * @param checkpoints parameters at some iterations, as {@link Checkpoint#times} spaces them
 * @param parameters parameters after the last iteration
 * @param statistics running statistics after it; empty without batch normalization
 * @param firstNotFinite first iteration whose cost is not finite, even from the logit; −1 when there is none
 */
@SuppressWarnings("ArrayRecordComponent") // copied out by readers, never compared by equals
public record FreeRun(
        List<CostPoint> costs,
        List<Checkpoint> checkpoints,
        double[] parameters,
        double[] statistics,
        int firstNotFinite) {

    private static final int REPORT_EVERY = 1000;

    /**
     * Trains from the experiment's initial parameters.
     *
     * @param factory makes the twin
     * @param experiment what to train
     * @param training the training examples
     * @param costEvery report every so many costs
     * @param progress hears about the iterations
     * @return costs and final parameters
     */
    static FreeRun of(
            TwinFactory factory, Experiment experiment, Dataset training, int costEvery, ProgressListener progress) {
        try (Twin twin = factory.create(experiment, training)) {
            return train(twin, experiment, costEvery, progress, () -> {});
        }
    }

    /**
     * Trains as another correct program would round: with sums that are added up in another order, and from parameters
     * of which each is moved by what a step rounds, at the beginning and after every step. The first move alone would
     * show how the run carries a change on; but where an update is far larger than the weights were, a run has
     * forgotten their last place.
     *
     * <p>Of the first step, an update that is no larger than what rounding explains is taken back for half of such
     * parameters: a sum that is 0 up to rounding is exactly 0 in some programs, and 0 has no sign. Where Adam divides
     * it by its own root, or an L1 penalty takes the sign of what it made, the difference is a whole step.
     *
     * @param factory makes the twin
     * @param experiment what to train
     * @param training the training examples
     * @param costEvery report every so many costs
     * @param perturbation number of the perturbation, which selects the directions and the order
     * @param progress hears about the iterations
     * @return costs and final parameters
     */
    static FreeRun perturbed(
            TwinFactory factory,
            Experiment experiment,
            Dataset training,
            int costEvery,
            int perturbation,
            ProgressListener progress) {
        try (Twin twin = factory.createReordered(experiment, training, perturbation)) {
            Nudge nudge = new Nudge(twin, perturbation, experiment.precision());
            nudge.move();
            double[] start = nudge.theta.clone();
            double[] floor = floorOfUpdate(experiment, training, twin.state());
            return train(twin, experiment, costEvery, progress, () -> {
                nudge.move();
                if (twin.iteration() == 1) {
                    nudge.undo(start, floor);
                }
            });
        }
    }

    private static double[] floorOfUpdate(Experiment experiment, Dataset training, TwinState state) {
        NoiseFloor noiseFloor = new NoiseFloor(experiment, training);
        noiseFloor.analyse(state);
        double[] floor = new double[state.parameters().length];
        noiseFloor.update(floor, new double[floor.length]);
        return floor;
    }

    /**
     * Moves each parameter by one unit in its last place, up or down, or by √m·u of the step that it took where that is
     * more: the error that a gradient's sum over m examples is likely to have (Higham and Mary, A New Approach to
     * Probabilistic Rounding Error Analysis, 2019).
     */
    private static final class Nudge {
        private final Twin twin;
        private final double[] theta;
        private final double[] update;
        private final Precision precision;
        private final double ofSum;
        private final SplittableRandom directions;

        Nudge(Twin twin, long seed, Precision precision) {
            this.twin = twin;
            this.theta = new double[twin.parameterCount()];
            this.update = theta.clone();
            this.precision = precision;
            this.ofSum = Math.sqrt(twin.labels().length) * precision.unitRoundoff();
            this.directions = new SplittableRandom(seed);
        }

        void undo(double[] before, double[] floor) {
            twin.copyParametersTo(theta);
            twin.copyUpdateTo(update);
            for (int i = 0; i < theta.length; i++) {
                if (update[i] != 0 && Math.abs(update[i]) <= floor[i] && directions.nextBoolean()) {
                    theta[i] = before[i];
                }
            }
            twin.setParameters(theta);
        }

        void move() {
            twin.copyParametersTo(theta);
            twin.copyUpdateTo(update);
            long bits = 0;
            for (int i = 0; i < theta.length; i++) {
                bits = i % Long.SIZE == 0 ? directions.nextLong() : bits >>> 1;
                double own = theta[i] == 0 ? 0 : precision.ulp(theta[i]);
                double distance = Math.max(own, ofSum * Math.abs(update[i]));
                theta[i] += (bits & 1) == 0 ? distance : -distance;
            }
            twin.setParameters(theta);
        }
    }

    private static FreeRun train(
            Twin twin, Experiment experiment, int costEvery, ProgressListener progress, Runnable afterStep) {
        RunRecorder recorder = new RunRecorder(twin, experiment, costEvery);
        for (int i = 0; i < experiment.iterations(); i++) {
            recorder.before(i);
            recorder.after(i, twin.step());
            afterStep.run();
            if ((i + 1) % REPORT_EVERY == 0 || i + 1 == experiment.iterations()) {
                progress.advanced(experiment.name(), i % REPORT_EVERY + 1);
            }
        }
        recorder.before(experiment.iterations());
        double[] parameters = new double[twin.parameterCount()];
        twin.copyParametersTo(parameters);
        return new FreeRun(
                recorder.costs(), recorder.checkpoints(), parameters, twin.statistics(), recorder.firstNotFinite());
    }
}
