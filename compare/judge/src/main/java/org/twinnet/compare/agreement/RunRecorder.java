package org.twinnet.compare.agreement;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.twinnet.compare.experiment.Checkpoint;
import org.twinnet.compare.experiment.CostPoint;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.twin.Twin;

/**
 * Writes down what a report wants to know of a run in progress: costs in two parts, and the parameters now and then.
 */
final class RunRecorder {

    private final Twin twin;
    private final Experiment experiment;
    private final int costEvery;
    private final Deque<Integer> times;
    private final List<CostPoint> costs = new ArrayList<>();
    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private double penalty;
    private int firstNotFinite = -1;

    RunRecorder(Twin twin, Experiment experiment, int costEvery) {
        this.twin = twin;
        this.experiment = experiment;
        this.costEvery = costEvery;
        this.times = new ArrayDeque<>(Checkpoint.times(experiment.iterations(), Checkpoint.COUNT));
    }

    /** Before the step of an iteration, and once more after the last one. */
    void before(int iteration) {
        if (isReported(iteration)) {
            penalty = experiment.penalty().isOn() ? twin.penalty() : 0;
        }
        if (!times.isEmpty() && times.peek() == iteration) {
            times.remove();
            double[] theta = new double[twin.parameterCount()];
            twin.copyParametersTo(theta);
            checkpoints.add(new Checkpoint(iteration, theta, twin.statistics()));
        }
    }

    /** After the step, which reported the cost before its update. */
    void after(int iteration, double cost) {
        if (firstNotFinite < 0 && !Double.isFinite(cost) && !Double.isFinite(twin.logitCost())) {
            firstNotFinite = iteration;
        }
        if (isReported(iteration)) {
            costs.add(new CostPoint(iteration, cost, penalty, twin.logitCost()));
        }
    }

    /** The first iteration whose cost is not finite, even from the logit; −1 when there is none. */
    int firstNotFinite() {
        return firstNotFinite;
    }

    List<CostPoint> costs() {
        return List.copyOf(costs);
    }

    List<Checkpoint> checkpoints() {
        return List.copyOf(checkpoints);
    }

    private boolean isReported(int iteration) {
        return CostPoint.isReported(iteration, experiment.iterations(), costEvery);
    }
}
