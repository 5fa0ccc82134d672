package org.twinnet.compare.twin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.data.Dataset;
import org.twinnet.data.generator.Generator;

/** What every twin keeps to, whatever computes it. */
public abstract class TwinContract {

    protected static final Dataset DATA = Generator.defaults().get(1).generate(30, 3);

    /** Makes the twin at iteration 0. */
    protected abstract Twin create(Experiment experiment);

    static Stream<Experiment> experiments() {
        return Stream.of(
                experiment(0, 1, MaskKind.PUBLISHED),
                experiment(0.7, 1, MaskKind.PUBLISHED),
                experiment(0, 0.8, MaskKind.PUBLISHED),
                experiment(0.7, 0.8, MaskKind.FRESH),
                experiment(0, 0.8, MaskKind.FRESH).inputKeepProbability(0.9),
                experiment(0.7, 0.8, MaskKind.FRESH).with(new Batches.Shuffled(8, 3)),
                experiment(0.7, 0.8, MaskKind.PUBLISHED).with(new Batches.Shuffled(8, 3)),
                ExperimentTree.with(
                        experiment(0.7, 1, MaskKind.FRESH), Map.of("layers[].keep_prob", List.of(1.0, 0.7))),
                normalized(experiment(0.7, 0.8, MaskKind.FRESH), "biased"),
                normalized(experiment(0, 1, MaskKind.PUBLISHED), "unbiased"));
    }

    protected static Experiment experiment(double lambda, double keep, MaskKind masks) {
        return Experiment.of(2, 6, 4, 1)
                .named("state")
                .with(Penalty.l2(lambda))
                .keepProbability(keep)
                .with(new Masks(masks, 9))
                .iterations(50);
    }

    /** The same with batch normalization of every hidden layer. */
    protected static Experiment normalized(Experiment experiment, String runningVariance) {
        return ExperimentTree.with(
                experiment,
                Map.of("layers[].batch_norm", "batch-norm", "layers[].batch_norm.running_variance", runningVariance));
    }

    protected static double[] parameters(Twin twin) {
        double[] theta = new double[twin.parameterCount()];
        twin.copyParametersTo(theta);
        return theta;
    }

    protected static double[] update(Twin twin) {
        double[] update = new double[twin.parameterCount()];
        twin.copyUpdateTo(update);
        return update;
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_begin_at_iteration_0_with_the_parameters_of_the_experiment(Experiment experiment) {
        try (Twin twin = create(experiment)) {
            TwinState state = twin.state();
            assertEquals(0, state.iteration());
            assertArrayEquals(ScratchModels.initialParameters(experiment).toVector(), state.parameters());
            assertArrayEquals(parameters(twin), state.parameters());
            assertEquals(List.of(), state.memories(), "gradient descent remembers nothing");
            assertArrayEquals(twin.statistics(), state.statistics());
            for (ParameterIndex.Slice slice :
                    ParameterIndex.ofStatistics(experiment).tensors()) {
                for (int i = slice.offset(); i < slice.offset() + slice.length(); i++) {
                    assertEquals(slice.symbol().equals("variance") ? 1 : 0, twin.statistics()[i]);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_step_to_the_same_bits_after_it_restored_its_own_state(Experiment experiment) {
        try (Twin plain = create(experiment);
                Twin restored = create(experiment)) {
            for (int i = 0; i < 6; i++) {
                restored.restore(restored.state());
                assertSameStep(plain, restored);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_go_on_to_the_same_bits_from_the_state_of_another_that_is_ahead(Experiment experiment) {
        try (Twin ahead = create(experiment);
                Twin behind = create(experiment)) {
            ahead.train(5);
            behind.train(1);

            behind.restore(ahead.state());

            for (int i = 5; i < 9; i++) {
                assertEquals(i, behind.iteration());
                assertSameSnapshot(ahead.snapshot(), behind.snapshot());
                assertSameStep(ahead, behind);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_repeat_the_same_bits_when_it_is_sent_back(Experiment experiment) {
        try (Twin twin = create(experiment)) {
            twin.train(2);
            TwinState state = twin.state();
            double cost = twin.step();
            double next = twin.step();
            double[] theta = parameters(twin);

            twin.restore(state);

            assertEquals(2, twin.iteration());
            assertEquals(cost, twin.step());
            assertEquals(next, twin.step());
            assertArrayEquals(theta, parameters(twin));
        }
    }

    @Test
    void should_hand_over_a_copy_that_training_does_not_change() {
        try (Twin twin = create(experiment(0.7, 1, MaskKind.PUBLISHED))) {
            TwinState state = twin.state();
            double[] before = state.parameters().clone();
            twin.train(3);
            twin.restore(state);
            twin.train(3);

            assertArrayEquals(before, state.parameters());
            assertNotSame(twin.state().parameters(), twin.state().parameters());
        }
    }

    @Test
    void should_keep_iteration_and_optimizer_when_only_the_parameters_are_replaced() {
        try (Twin twin = create(experiment(0.7, 1, MaskKind.PUBLISHED))) {
            twin.train(3);
            double[] theta = parameters(twin);
            Arrays.setAll(theta, i -> theta[i] + 1);
            twin.setParameters(theta);

            assertEquals(3, twin.state().iteration());
            assertArrayEquals(theta, twin.state().parameters());
        }
    }

    @Test
    void should_subtract_the_update_that_it_reports() {
        try (Twin twin = create(experiment(0.7, 0.8, MaskKind.FRESH))) {
            for (int i = 0; i < 3; i++) {
                double[] before = parameters(twin);
                twin.step();
                double[] update = update(twin);
                double[] after = parameters(twin);
                for (int k = 0; k < before.length; k++) {
                    assertEquals(before[k] - update[k], after[k], "parameter " + k);
                }
            }
        }
    }

    /** Numbers that no batch has: one moves all predictions, the other all but those of the mean. */
    @Test
    void should_predict_by_the_statistics_that_it_is_given_and_train_without_them() {
        Experiment experiment = normalized(experiment(0, 1, MaskKind.PUBLISHED), "biased");
        try (Twin twin = create(experiment);
                Twin other = create(experiment)) {
            twin.train(3);
            other.train(3);
            double[] before = twin.predict(DATA.featureRows());
            assertArrayEquals(before, other.predict(DATA.featureRows()));
            double[] kept = twin.statistics();
            Arrays.setAll(kept, i -> kept[i] + 0.25);
            other.setStatistics(kept);

            assertArrayEquals(kept, other.statistics());
            assertFalse(Arrays.equals(before, other.predict(DATA.featureRows())));
            assertArrayEquals(parameters(twin), parameters(other));
            assertEquals(twin.step(), other.step(), "training goes by the batch");
            assertArrayEquals(parameters(twin), parameters(other));
        }
    }

    @Test
    void should_refuse_the_state_of_another_network_or_optimizer_and_stay_as_it_was() {
        try (Twin twin = create(experiment(0, 1, MaskKind.PUBLISHED))) {
            twin.train(2);
            double[] theta = parameters(twin);

            String shorter = assertThrows(
                            IllegalArgumentException.class,
                            () -> twin.restore(new TwinState(7, new double[4], List.of())))
                    .getMessage();
            String normalized = assertThrows(
                            IllegalArgumentException.class,
                            () -> twin.restore(new TwinState(7, new double[theta.length], List.of(), new double[2])))
                    .getMessage();
            TwinState remembering = new TwinState(
                    7, new double[theta.length], List.of(new TwinState.Memory("v", new double[theta.length])));
            String unknown = assertThrows(IllegalArgumentException.class, () -> twin.restore(remembering))
                    .getMessage();

            assertEquals(
                    "Restoring the state of iteration 7: it has 4 parameters, the network of " + twin.name() + " has "
                            + theta.length + ".",
                    shorter);
            assertEquals(
                    "Restoring the state of iteration 7: it has 2 running statistics, the network of " + twin.name()
                            + " has 0.",
                    normalized);
            assertEquals(
                    "Restoring the state of iteration 7: it remembers [v] of each parameter, the optimizer of "
                            + twin.name() + " [].",
                    unknown);
            assertEquals(2, twin.iteration());
            assertArrayEquals(theta, parameters(twin));
        }
    }

    /** Runs one iteration of both. */
    protected static void assertSameStep(Twin expected, Twin actual) {
        assertEquals(expected.step(), actual.step());
        assertEquals(expected.logitCost(), actual.logitCost());
        assertArrayEquals(update(expected), update(actual));
        assertArrayEquals(parameters(expected), parameters(actual));
        assertArrayEquals(expected.statistics(), actual.statistics());
        assertEquals(expected.iteration(), actual.iteration());
    }

    private static void assertSameSnapshot(Twin.Snapshot expected, Twin.Snapshot actual) {
        for (int l = 0; l < expected.activations().size(); l++) {
            assertArrayEquals(
                    expected.activations().get(l).values(),
                    actual.activations().get(l).values());
        }
        assertArrayEquals(expected.dataGradient(), actual.dataGradient());
        assertFalse(expected.activations().isEmpty());
    }
}
