package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.dropout.MaskSource;

class DropoutTest {
    /** Relative to a vector's largest entry; measured at most 4.9e-16. */
    private static final double ROUNDING = 2e-15;

    private static final int M = 29;
    private static final double KEEP = 0.86;
    private final double[][] features = Problems.features(5, M, 2);
    private final double[] labels = Problems.labels(features);
    private final Examples examples = Examples.of(features, labels);
    private final Dl4jSettings settings =
            Dl4jSettings.of(List.of(2, 7, 4, 1), 0.3).withLambda(0.3).withKeepProbability(KEEP);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void should_replay_the_masks_of_each_iteration(boolean fixed) {
        MaskSource masks = Problems.masks(7, KEEP, fixed);
        try (Dl4jNetwork network = Dl4jNetwork.create(settings, examples, DropoutChoice.replayed(masks))) {
            for (int iteration = 0; iteration < 4; iteration++) {
                List<double[]> d = Problems.draw(masks, iteration, settings.layout(), M);
                PlainArithmetic expected = new PlainArithmetic(
                        settings, features, labels, network.state().parameters(), d);
                Pass pass = network.pass();
                assertClose(expected.a.get(0), pass.a(1));
                assertClose(expected.a.get(1), pass.a(2));
                assertClose(new double[] {expected.cost()}, new double[] {network.fit()});
                double[] update = new double[network.layout().length()];
                network.copyUpdateTo(update);
                assertClose(expected.update(0.3), update);
            }
        }
    }

    @Test
    void should_ask_for_fixed_masks_once_and_for_others_once_an_iteration() {
        for (boolean fixed : new boolean[] {true, false}) {
            List<String> calls = new ArrayList<>();
            MaskSource source = recording(Problems.masks(7, KEEP, fixed), calls);
            try (Dl4jNetwork network = Dl4jNetwork.create(settings, examples, DropoutChoice.replayed(source))) {
                network.pass();
                network.fit();
                network.predict(features);
                network.fit();
                network.pass();
            }
            List<String> all = List.of("0/1", "0/2", "1/1", "1/2", "2/1", "2/2");
            assertEquals(fixed ? all.subList(0, 2) : all, calls);
        }
    }

    @Test
    void should_refuse_a_mask_that_is_not_0_or_1_and_recover() {
        MaskSource good = Problems.masks(7, KEEP, false);
        boolean[] faulty = {true};
        MaskSource source = new MaskSource() {
            @Override
            public void mask(int iteration, int layer, double[] target) {
                good.mask(iteration, layer, target);
                if (faulty[0] && layer == 2) {
                    target[3 * M + 5] = 0.5;
                }
            }

            @Override
            public boolean fixed() {
                return false;
            }
        };
        try (Dl4jNetwork network = Dl4jNetwork.create(settings, examples, DropoutChoice.replayed(source));
                Dl4jNetwork other = Dl4jNetwork.create(settings, examples, DropoutChoice.replayed(good))) {
            double[] before = network.state().parameters();
            var e = assertThrows(IllegalArgumentException.class, network::fit);
            assertEquals("Dropout mask of layer 2, iteration 0: D[3,5] is 0.5; allowed are 0 and 1.", e.getMessage());
            assertArrayEquals(before, network.state().parameters());
            assertEquals(0, network.iteration());
            faulty[0] = false;
            assertEquals(other.fit(), network.fit());
        }
    }

    @Test
    void should_draw_dl4j_masks_that_depend_on_the_seed_only() {
        double[] first = train(1, 6);
        assertArrayEquals(first, train(1, 6));
        assertFalse(Arrays.equals(first, train(2, 6)));
    }

    @Test
    void should_draw_the_same_dl4j_masks_whatever_else_the_thread_draws() {
        double[] alone = train(1, 6);
        try (Dl4jNetwork network = Dl4jNetwork.create(settings, examples, DropoutChoice.drawnByDl4j(1));
                Dl4jNetwork other = Dl4jNetwork.create(settings, examples, DropoutChoice.drawnByDl4j(9))) {
            for (int k = 0; k < 6; k++) {
                other.fit();
                Nd4j.rand(3, 3);
                network.fit();
                network.predict(features);
            }
            assertArrayEquals(alone, network.state().parameters());
        }
    }

    @Test
    void should_leave_the_thread_its_own_random_numbers() {
        Nd4j.getRandom().setSeed(7);
        double[] undisturbed = {Nd4j.getRandom().nextDouble(), Nd4j.getRandom().nextDouble()};
        try (Dl4jNetwork network = Dl4jNetwork.create(settings, examples, DropoutChoice.drawnByDl4j(1))) {
            Nd4j.getRandom().setSeed(7);
            double first = Nd4j.getRandom().nextDouble();
            network.fit();
            network.pass();
            assertArrayEquals(undisturbed, new double[] {first, Nd4j.getRandom().nextDouble()});
        }
    }

    @Test
    void should_show_in_a_pass_the_dl4j_masks_of_the_coming_iteration() {
        double[] alone = train(1, 4);
        try (Dl4jNetwork network = Dl4jNetwork.create(settings, examples, DropoutChoice.drawnByDl4j(1))) {
            for (int k = 0; k < 4; k++) {
                Pass pass = network.pass();
                assertArrayEquals(pass.a(1), network.pass().a(1));
                assertTrue(isMasked(pass, 1) && isMasked(pass, 2));
                assertEquals(pass.cost(), network.fit());
            }
            assertArrayEquals(alone, network.state().parameters());
        }
    }

    @Test
    void should_save_a_network_with_replayed_masks_but_not_the_masks() {
        MultiLayerConfiguration configuration =
                Dl4jConfigurations.of(settings, M, DropoutChoice.replayed(Problems.masks(1, KEEP, true)));
        MultiLayerNetwork restored = new MultiLayerNetwork(MultiLayerConfiguration.fromJson(configuration.toJson()));
        restored.init();
        var e = assertThrows(
                IllegalStateException.class, () -> restored.fit(examples.featureArray(), examples.labelArray()));
        assertEquals(
                "Dropout after layer 1: masks are not saved with a network; build it anew from its settings and masks.",
                e.getMessage());
        assertEquals(M, restored.output(examples.featureArray()).length());
    }

    private double[] train(long seed, int iterations) {
        try (Dl4jNetwork network = Dl4jNetwork.create(settings, examples, DropoutChoice.drawnByDl4j(seed))) {
            for (int k = 0; k < iterations; k++) {
                network.fit();
            }
            return network.state().parameters();
        }
    }

    /** Activations are ReLU(Z)/keep or 0, and some that would be positive are 0. */
    private static boolean isMasked(Pass pass, int layer) {
        double[] z = pass.z(layer);
        double[] a = pass.a(layer);
        int dropped = 0;
        for (int k = 0; k < z.length; k++) {
            double kept = Math.max(0, z[k]) * (1 / KEEP);
            if (a[k] != 0 && a[k] != kept) {
                return false;
            }
            dropped += a[k] != kept ? 1 : 0;
        }
        return dropped > 0;
    }

    private static MaskSource recording(MaskSource masks, List<String> calls) {
        return new MaskSource() {
            @Override
            public void mask(int iteration, int layer, double[] target) {
                calls.add(iteration + "/" + layer);
                masks.mask(iteration, layer, target);
            }

            @Override
            public boolean fixed() {
                return masks.fixed();
            }
        };
    }

    private static void assertClose(double[] expected, double[] actual) {
        double difference = Problems.difference(expected, actual);
        assertTrue(difference <= ROUNDING, () -> "relative difference " + difference);
    }
}
