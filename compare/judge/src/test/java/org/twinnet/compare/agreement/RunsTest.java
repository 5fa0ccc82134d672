package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.agreement.floor.NoiseFloor;
import org.twinnet.compare.experiment.Checkpoint;
import org.twinnet.compare.experiment.CostPoint;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;

@DisplayName("A run")
class RunsTest {

    private static final Dataset DATA = Dataset.of(
            "four", List.of("x1", "x2"), new double[][] {{1, 0.5}, {-1, 2}, {0.25, -1}, {-2, -0.5}}, new double[] {
                1, 0, 1, 0
            });

    private static Experiment experiment(int iterations, double lambda) {
        return Experiment.of(2, 3, 1)
                .named("run")
                .with(new Optimizer.GradientDescent(0.1))
                .with(Penalty.l2(lambda))
                .with(new Initialization.ScaledGaussian(6))
                .iterations(iterations);
    }

    private static FreeRun run(Experiment experiment, int costEvery) {
        return FreeRun.of(ScratchTwin::new, experiment, DATA, costEvery, ProgressListener.NONE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5})
    void should_write_down_every_nth_cost_the_last_one_and_parameters_now_and_then(double lambda) {
        Experiment experiment = experiment(2500, lambda);
        FreeRun run = run(experiment, 700);

        List<CostPoint> costs = new ArrayList<>();
        List<double[]> parameters = new ArrayList<>();
        try (Twin twin = new ScratchTwin(experiment, DATA)) {
            for (int i = 0; i < 2500; i++) {
                parameters.add(parameters(twin));
                double penalty = twin.penalty();
                double cost = twin.step();
                if (List.of(0, 700, 1400, 2100, 2499).contains(i)) {
                    costs.add(new CostPoint(i, cost, penalty, twin.logitCost()));
                }
            }
            parameters.add(parameters(twin));
        }
        assertEquals(costs, run.costs());
        assertEquals(
                Checkpoint.times(2500, Checkpoint.COUNT),
                run.checkpoints().stream().map(Checkpoint::iteration).toList());
        for (Checkpoint checkpoint : run.checkpoints()) {
            assertArrayEquals(parameters.get(checkpoint.iteration()), checkpoint.parameters());
        }
        assertArrayEquals(parameters.get(2500), run.parameters());
    }

    @Test
    void should_be_written_down_the_same_when_another_twin_rides_in_lock_step() {
        Experiment experiment = experiment(250, 0.5);
        FreeRun free = run(experiment, 40);
        try (Twin leader = new ScratchTwin(experiment, DATA);
                Twin follower = new ScratchTwin(experiment, DATA)) {
            LockStep.Result result = new LockStep(experiment, leader, follower, new NoiseFloor(experiment, DATA))
                    .run(40, ProgressListener.NONE);

            assertEquals(free.costs(), result.leaderCosts());
            assertEquals(free.checkpoints().size(), result.leaderCheckpoints().size());
            for (int i = 0; i < free.checkpoints().size(); i++) {
                assertEquals(
                        free.checkpoints().get(i).iteration(),
                        result.leaderCheckpoints().get(i).iteration());
                assertArrayEquals(
                        free.checkpoints().get(i).parameters(),
                        result.leaderCheckpoints().get(i).parameters());
            }
            assertEquals(Status.AGREE, result.trajectory().status());
        }
    }

    @Test
    void should_report_every_thousand_iterations_on_its_own_and_the_rest_at_the_end() {
        assertEquals(List.of(1000, 1000, 500), progressOfFreeRun(2500));
        assertEquals(List.of(1000, 1000), progressOfFreeRun(2000));
        assertEquals(List.of(1), progressOfFreeRun(1));
    }

    @Test
    void should_report_every_hundred_iterations_in_lock_step_and_the_rest_at_the_end() {
        assertEquals(List.of(100, 100, 50), progressOfLockStep(250));
        assertEquals(List.of(100, 100), progressOfLockStep(200));
        assertEquals(List.of(1), progressOfLockStep(1));
    }

    private static List<Integer> progressOfFreeRun(int iterations) {
        List<Integer> advances = new ArrayList<>();
        FreeRun.of(ScratchTwin::new, experiment(iterations, 0), DATA, 1, (name, n) -> {
            assertEquals("run", name);
            advances.add(n);
        });
        return advances;
    }

    private static List<Integer> progressOfLockStep(int iterations) {
        Experiment experiment = experiment(iterations, 0);
        List<Integer> advances = new ArrayList<>();
        try (Twin leader = new ScratchTwin(experiment, DATA);
                Twin follower = new ScratchTwin(experiment, DATA)) {
            new LockStep(experiment, leader, follower, new NoiseFloor(experiment, DATA)).run(1, (name, n) -> {
                assertEquals("run", name);
                advances.add(n);
            });
        }
        return advances;
    }

    @Test
    void should_start_from_a_neighbour_of_each_weight_when_perturbed_and_leave_zeros_alone() {
        Experiment experiment = experiment(1, 0);
        double[] theta = ScratchModels.initialParameters(experiment).toVector();
        double[] first = perturbed(experiment, 1);
        int ups = 0;
        int zeros = 0;
        for (int i = 0; i < theta.length; i++) {
            if (theta[i] == 0) {
                assertEquals(0, first[i]);
                zeros++;
            } else {
                assertTrue(first[i] == Math.nextUp(theta[i]) || first[i] == Math.nextDown(theta[i]));
                ups += first[i] > theta[i] ? 1 : 0;
            }
        }
        assertEquals(4, zeros, "the biases");
        assertTrue(ups > 0 && ups < 9, "some of the 9 weights up, some down: " + ups);
        assertArrayEquals(first, perturbed(experiment, 1));
        assertFalse(Arrays.equals(first, perturbed(experiment, 2)));
    }

    private static double[] perturbed(Experiment experiment, int perturbation) {
        return FreeRun.perturbed(ScratchTwin::new, experiment, DATA, 1, perturbation, ProgressListener.NONE)
                .checkpoints()
                .get(0)
                .parameters();
    }

    private static double[] parameters(Twin twin) {
        double[] theta = new double[twin.parameterCount()];
        twin.copyParametersTo(theta);
        return theta;
    }
}
