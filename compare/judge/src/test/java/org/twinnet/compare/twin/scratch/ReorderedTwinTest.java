package org.twinnet.compare.twin.scratch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinContract;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;
import org.twinnet.data.generator.Generator;

@DisplayName("A network in another order")
class ReorderedTwinTest extends TwinContract {

    @Override
    protected Twin create(Experiment experiment) {
        return ScratchTwin.factory().createReordered(experiment, TwinContract.DATA, 4);
    }

    private static final Dataset DATA = Generator.defaults().get(1).generate(60, 3);

    private static Experiment experiment(double keep, MaskKind masks) {
        return Experiment.of(2, 7, 4, 1)
                .named("reordered")
                .with(Penalty.l2(0.7))
                .keepProbability(keep)
                .with(new Masks(masks, 9))
                .iterations(50);
    }

    @ParameterizedTest
    @EnumSource(MaskKind.class)
    void should_train_like_the_network_as_it_was_but_for_rounding(MaskKind masks) {
        requireAlike(experiment(0.8, masks));
        requireAlike(experiment(0.8, masks).inputKeepProbability(0.9));
        requireAlike(experiment(0.8, masks).inputKeepProbability(0.9).with(new Batches.Shuffled(16, 2)));
    }

    private static void requireAlike(Experiment experiment) {
        try (Twin plain = ScratchTwin.factory().create(experiment, DATA);
                Twin other = ScratchTwin.factory().createReordered(experiment, DATA, 1)) {
            assertArrayEquals(parameters(plain), parameters(other), "the same initial parameters in the same order");
            double[] a = new double[plain.parameterCount()];
            double[] b = a.clone();
            for (int i = 0; i < 50; i++) {
                // 50 steps of a network that learns: measured 4e-15
                assertEquals(plain.step(), other.step(), 1e-13);
                assertEquals(plain.logitCost(), other.logitCost(), 1e-13);
                plain.copyUpdateTo(a);
                other.copyUpdateTo(b);
                assertArrayEquals(a, b, 1e-13);
            }
            assertArrayEquals(parameters(plain), parameters(other), 1e-13);
            assertFalse(Arrays.equals(parameters(plain), parameters(other)), "its sums round otherwise");
            assertArrayEquals(plain.predict(DATA.featureRows()), other.predict(DATA.featureRows()), 1e-13);
            assertEquals(plain.penalty(), other.penalty(), 1e-13);
        }
    }

    @Test
    void should_take_over_the_state_of_the_network_as_it_was() {
        Experiment experiment = experiment(0.8, MaskKind.FRESH);
        try (Twin plain = ScratchTwin.factory().create(experiment, DATA);
                Twin other = ScratchTwin.factory().createReordered(experiment, DATA, 1)) {
            plain.train(7);
            other.restore(plain.state());

            assertEquals(7, other.iteration());
            assertArrayEquals(parameters(plain), other.state().parameters());
            // one step from equal parameters: measured 2e-16
            assertEquals(plain.step(), other.step(), 1e-14);
            assertArrayEquals(update(plain), update(other), 1e-14);
        }
    }

    @Test
    void should_round_otherwise_where_a_constant_feature_makes_all_terms_equal() {
        double[][] rows = DATA.featureRows();
        for (double[] row : rows) {
            row[0] = 984_321.7;
        }
        Dataset constant = Dataset.of("constant", DATA.featureNames(), rows, DATA.labels());
        Experiment experiment = Experiment.of(2, 1)
                .named("sum")
                .with(new Masks(MaskKind.PUBLISHED, 9))
                .iterations(1);
        try (Twin plain = ScratchTwin.factory().create(experiment, constant);
                Twin other = ScratchTwin.factory().createReordered(experiment, constant, 1)) {
            plain.step();
            other.step();

            assertFalse(Arrays.equals(parameters(plain), parameters(other)));
        }
    }

    /**
     * The slope of a unit at tanh(14) = 1 − 1.4e-12 is 2.8e-12, of which one last place of that tanh is a part 8e-5.
     */
    @Test
    void should_round_the_activation_of_a_saturated_unit_otherwise() {
        double[] parts = partsOfUpdate("tanh", 14);

        // measured: 8.0e-5 for each seed, up or down
        assertTrue(Arrays.stream(parts).allMatch(part -> Math.abs(part) > 7e-5 && Math.abs(part) < 9e-5));
        assertTrue(Arrays.stream(parts).anyMatch(part -> part < 0), "rounded up, some slopes are smaller");
        assertTrue(Arrays.stream(parts).anyMatch(part -> part > 0), "rounded down, some are larger");
    }

    @Test
    void should_leave_activations_that_do_not_round_and_their_limits() {
        assertArrayEquals(new double[20], partsOfUpdate("relu", 14));
        assertArrayEquals(new double[20], partsOfUpdate("identity", 14));
        // 1 in every program, with the slope 0
        assertArrayEquals(new double[20], partsOfUpdate("tanh", 40));
    }

    /** How far the first update of b¹ moves, of a hidden unit with Z¹ = z for the one example, for 20 seeds. */
    private static double[] partsOfUpdate(String activation, double z) {
        Dataset one = Dataset.of(
                "one", List.of("x"), new double[][] {{0}}, new double[][] {{3}}, new Targets(Targets.Kind.NUMBERS, 1));
        Experiment experiment = ExperimentTree.with(
                Experiment.of(1, 1, 1)
                        .named("one")
                        .with(new Activation.Identity())
                        .iterations(1),
                Map.of("layers[0].activation", activation));
        return IntStream.range(0, 20)
                .mapToDouble(seed -> {
                    try (Twin plain = ScratchTwin.factory().create(experiment, one);
                            Twin other = ScratchTwin.factory().createReordered(experiment, one, seed)) {
                        // W¹, b¹, W², b²
                        double[] theta = {0, z, 1 / 1024.0, 1};
                        plain.setParameters(theta);
                        other.setParameters(theta);
                        plain.step();
                        other.step();
                        double own = update(plain)[1];
                        double moved = update(other)[1];
                        return own == moved ? 0 : moved / own - 1;
                    }
                })
                .toArray();
    }

    @Test
    void should_take_parameters_in_the_order_of_the_network_as_it_was() {
        try (Twin other = ScratchTwin.factory().createReordered(experiment(1, MaskKind.PUBLISHED), DATA, 5)) {
            double[] theta = IntStream.range(0, other.parameterCount())
                    .mapToDouble(i -> i)
                    .toArray();
            other.setParameters(theta);

            assertArrayEquals(theta, parameters(other));
        }
    }

    @Test
    void should_be_another_one_for_another_seed() {
        Order one = Order.draw(List.of(9, 8, 1), 30, 1);
        Order two = Order.draw(List.of(9, 8, 1), 30, 2);

        assertFalse(Arrays.equals(one.examples(), two.examples()));
        assertArrayEquals(
                IntStream.range(0, 30).toArray(),
                Arrays.stream(one.examples()).sorted().toArray());
        assertArrayEquals(new int[] {0}, one.layers().get(2), "there is one output");
    }
}
