package org.twinnet.compare.agreement;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.agreement.floor.CostFloor;
import org.twinnet.compare.agreement.floor.NoiseFloor;
import org.twinnet.compare.experiment.Checkpoint;
import org.twinnet.compare.experiment.CostPoint;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.ladder.DifferenceStatistics;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinState;

/**
 * Trains the leader on its own and lets the follower take every single step from all of the leader's state: both must
 * report the same cost, subtract the same update and land on the same next parameters, up to rounding, in each of all
 * iterations. Errors cannot add up, so this holds however chaotic the run is.
 */
final class LockStep {

    /** How often progress is reported, in iterations. */
    private static final int REPORT_EVERY = 100;

    private static final Phrase COST = Said.COST.of();

    private final Experiment experiment;
    private final Twin leader;
    private final Twin follower;
    private final NoiseFloor noiseFloor;
    private final ParameterIndex index;
    private final ParameterIndex kept;
    private final double[] leaderNext;
    private final double[] followerNext;
    private final double[] leaderUpdate;
    private final double[] followerUpdate;
    private final double[] updateFloor;
    private final double[] nextFloor;

    LockStep(Experiment experiment, Twin leader, Twin follower, NoiseFloor noiseFloor) {
        this.experiment = experiment;
        this.leader = leader;
        this.follower = follower;
        this.noiseFloor = noiseFloor;
        this.index = ParameterIndex.of(experiment);
        this.kept = ParameterIndex.ofStatistics(experiment);
        this.leaderNext = new double[index.length()];
        this.followerNext = leaderNext.clone();
        this.leaderUpdate = leaderNext.clone();
        this.followerUpdate = leaderNext.clone();
        this.updateFloor = leaderNext.clone();
        this.nextFloor = leaderNext.clone();
    }

    /**
     * What lock-step training leaves behind.
     *
     * @param firstUpdate the rung of the first iteration
     * @param trajectory the rung of all iterations
     * @param leaderCosts costs of the leader's free run
     * @param costFloors floors of these costs
     * @param leaderCheckpoints parameters of the leader now and then
     * @param firstNotFinite first iteration of the leader whose cost is not finite, −1 when there is none
     */
    record Result(
            Rung firstUpdate,
            Rung trajectory,
            List<CostPoint> leaderCosts,
            List<CostFloor> costFloors,
            List<Checkpoint> leaderCheckpoints,
            int firstNotFinite) {}

    Result run(int costEvery, ProgressListener progress) {
        RunRecorder recorder = new RunRecorder(leader, experiment, costEvery);
        List<CostFloor> costFloors = new ArrayList<>();
        StepStatistics first = new StepStatistics();
        StepStatistics all = new StepStatistics();
        for (int i = 0; i < experiment.iterations(); i++) {
            recorder.before(i);
            TwinState state = leader.state();
            follower.restore(state);
            noiseFloor.analyse(state);
            noiseFloor.update(updateFloor, nextFloor);
            double leaderCost = leader.step();
            double followerCost = follower.step();
            leader.copyUpdateTo(leaderUpdate);
            follower.copyUpdateTo(followerUpdate);
            leader.copyParametersTo(leaderNext);
            follower.copyParametersTo(followerNext);
            boolean remembers = !state.memories().isEmpty() || kept.length() > 0;
            List<TwinState> after = remembers ? List.of(leader.state(), follower.state()) : List.of();
            all.add(i, leaderCost, followerCost, after);
            if (i == 0) {
                first.add(i, leaderCost, followerCost, after);
            }
            recorder.after(i, leaderCost);
            if (CostPoint.isReported(i, experiment.iterations(), costEvery)) {
                costFloors.add(CostFloor.of(noiseFloor));
            }
            if ((i + 1) % REPORT_EVERY == 0 || i + 1 == experiment.iterations()) {
                progress.advanced(experiment.name(), i % REPORT_EVERY + 1);
            }
        }
        recorder.before(experiment.iterations());
        Rung update = new Rung(RungName.UPDATE, first.updates(), Said.FLOOR_UPDATE.of(), Phrase.NOTHING);
        Rung trajectory = new Rung(RungName.LOCK_STEP, all.all(), Said.FLOOR_LOCK_STEP.of(), Phrase.NOTHING);
        return new Result(
                update, trajectory, recorder.costs(), costFloors, recorder.checkpoints(), recorder.firstNotFinite());
    }

    /** What both twins report, subtract and land on, over one iteration or all. */
    private final class StepStatistics {
        private final DifferenceStatistics cost = new DifferenceStatistics(COST);
        private final DifferenceStatistics logitCost = new DifferenceStatistics(FreeRunCosts.FROM_LOGIT);
        private final DifferenceStatistics update = new DifferenceStatistics(Said.UPDATE.of());
        private final DifferenceStatistics next = new DifferenceStatistics(Said.NEXT_PARAMETERS.of());
        private final List<DifferenceStatistics> memories = new ArrayList<>();
        private final DifferenceStatistics statistics = new DifferenceStatistics(Said.STATISTICS.of());
        private boolean fromLogit;

        /** The states after the step are asked for where the optimizer or a layer remembers anything. */
        void add(int iteration, double leaderCost, double followerCost, List<TwinState> after) {
            double floor = noiseFloor.cost();
            cost.add(leaderCost, followerCost, floor, iteration, COST);
            if (!DifferenceStatistics.isDetermined(leaderCost, followerCost, floor)) {
                fromLogit = true;
                logitCost.add(
                        leader.logitCost(),
                        follower.logitCost(),
                        noiseFloor.logitCost(),
                        iteration,
                        FreeRunCosts.FROM_LOGIT);
            }
            for (ParameterIndex.Slice slice : index.tensors()) {
                int from = slice.offset();
                int to = from + slice.length();
                update.add(leaderUpdate, followerUpdate, updateFloor, from, to, iteration, slice::entry);
                next.add(leaderNext, followerNext, nextFloor, from, to, iteration, slice::entry);
            }
            if (!after.isEmpty()) {
                addMemories(iteration, after.get(0).memories(), after.get(1).memories());
                addStatistics(iteration, after.get(0).statistics(), after.get(1).statistics());
            }
        }

        private void addStatistics(int iteration, double[] left, double[] right) {
            double[] floor = noiseFloor.statistics();
            for (ParameterIndex.Slice slice : kept.tensors()) {
                int from = slice.offset();
                statistics.add(left, right, floor, from, from + slice.length(), iteration, slice::entry);
            }
        }

        private void addMemories(int iteration, List<TwinState.Memory> left, List<TwinState.Memory> right) {
            for (int k = 0; k < left.size(); k++) {
                if (memories.size() == k) {
                    memories.add(
                            new DifferenceStatistics(Said.MEMORY.of(left.get(k).symbol())));
                }
                double[] floor = noiseFloor.memory(k);
                for (ParameterIndex.Slice slice : index.tensors()) {
                    int from = slice.offset();
                    int to = from + slice.length();
                    memories.get(k)
                            .add(left.get(k).values(), right.get(k).values(), floor, from, to, iteration, slice::entry);
                }
            }
        }

        List<QuantityComparison> updates() {
            List<QuantityComparison> results = new ArrayList<>(List.of(update.result(), next.result()));
            memories.forEach(memory -> results.add(memory.result()));
            if (kept.length() > 0) {
                results.add(statistics.result());
            }
            return List.copyOf(results);
        }

        List<QuantityComparison> all() {
            List<QuantityComparison> results = new ArrayList<>(List.of(cost.result()));
            if (fromLogit) {
                results.add(logitCost.result());
            }
            results.addAll(updates());
            return List.copyOf(results);
        }
    }
}
