package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.dropout.MaskSource;
import org.twinnet.dl4j.runtime.Engine;

class PassTest {
    /** Relative to a vector's largest entry; measured at most 4.1e-16. */
    private static final double ROUNDING = 2e-15;

    private static final int M = 31;
    private final double[][] features = Problems.features(8, M, 3);
    private final double[] labels = Problems.labels(features);
    private final Examples examples = Examples.of(features, labels);

    record Case(double lambda, double keep, double inputKeep, Engine engine) {}

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (double lambda : new double[] {0, 0.7}) {
            for (double keep : new double[] {1, 0.7}) {
                for (Engine engine : Engine.values()) {
                    cases.add(new Case(lambda, keep, 1, engine));
                    cases.add(new Case(lambda, keep, 0.8, engine));
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void should_hand_out_every_intermediate_of_the_formulas(Case c) {
        Dl4jSettings settings = settings(c);
        MaskSource masks = Problems.masks(4, c.keep(), false);
        try (Dl4jNetwork network = network(c, masks)) {
            network.fit();
            network.fit();
            List<double[]> d = drops(c) ? Problems.draw(masks, 2, settings.layout(), M) : null;
            PlainArithmetic expected = new PlainArithmetic(
                    settings, features, labels, network.state().parameters(), d);
            Pass pass = network.pass();
            assertEquals(3, pass.layers());
            for (int l = 1; l <= 3; l++) {
                assertClose(expected.z.get(l - 1), pass.z(l));
                assertClose(expected.a.get(l - 1), pass.a(l));
            }
            assertClose(expected.dataGradient, pass.dataGradient());
            assertClose(expected.penaltyGradient, pass.penaltyGradient());
            assertClose(
                    new double[] {expected.crossEntropy, expected.penalty, expected.cost()},
                    new double[] {pass.crossEntropy(), pass.penalty(), pass.cost()});
            assertEquals(pass.cost(), pass.crossEntropy() + pass.penalty());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void should_show_what_fit_does_next_and_change_nothing(Case c) {
        MaskSource masks = Problems.masks(4, c.keep(), false);
        try (Dl4jNetwork network = network(c, masks);
                Dl4jNetwork undisturbed = network(c, masks)) {
            double[] update = new double[network.layout().length()];
            double[] again = new double[update.length];
            for (int iteration = 0; iteration < 4; iteration++) {
                Pass pass = network.pass();
                assertEquals(iteration, network.iteration());
                assertArrayEquals(
                        undisturbed.state().parameters(), network.state().parameters());
                assertEquals(undisturbed.fit(), network.fit());
                network.copyUpdateTo(update);
                assertEquals(pass.cost(), cost(undisturbed));
                double[] expected = pass.dataGradient();
                double[] penalty = pass.penaltyGradient();
                for (int k = 0; k < expected.length; k++) {
                    expected[k] = 0.3 * (expected[k] + penalty[k]);
                }
                assertClose(expected, update);
                network.pass();
                network.copyUpdateTo(again);
                assertArrayEquals(update, again);
            }
        }
    }

    @Test
    void should_drop_the_inputs_of_a_network_of_one_layer() {
        MaskSource masks = Problems.masks(4, 0.7, false);
        Dl4jSettings settings = Dl4jSettings.of(List.of(3, 1), 0.3).withKeepProbabilities(List.of(0.7));
        for (DropoutChoice choice : List.of(DropoutChoice.replayed(masks), DropoutChoice.drawnByDl4j(4))) {
            try (Dl4jNetwork network = Dl4jNetwork.create(settings, examples, choice)) {
                for (int iteration = 0; iteration < 3; iteration++) {
                    Pass pass = network.pass();
                    double[] a = pass.a(1);
                    for (int j = 0; j < M; j++) {
                        assertEquals(1 / (1 + Math.exp(-pass.z(1)[j])), a[j], 1e-15);
                    }
                    if (choice instanceof DropoutChoice.Replayed) {
                        List<double[]> d = Problems.draw(masks, iteration, settings.layout(), M);
                        PlainArithmetic expected = new PlainArithmetic(
                                settings, features, labels, network.state().parameters(), d);
                        assertClose(expected.z.get(0), pass.z(1));
                        assertClose(expected.dataGradient, pass.dataGradient());
                    }
                    assertEquals(pass.cost(), pass.crossEntropy(), 1e-15);
                    assertEquals(pass.cost(), network.fit());
                }
            }
        }
    }

    @Test
    void should_hand_out_copies() {
        try (Dl4jNetwork network = network(new Case(0.7, 1, 1, Engine.FAST), null)) {
            Pass pass = network.pass();
            double z = pass.z(1)[0];
            pass.z(1)[0] = 99;
            pass.a(1)[0] = 99;
            pass.dataGradient()[0] = 99;
            pass.penaltyGradient()[0] = 99;
            assertEquals(z, pass.z(1)[0]);
            assertEquals(network.pass().dataGradient()[0], pass.dataGradient()[0]);
            assertEquals(network.pass().penaltyGradient()[0], pass.penaltyGradient()[0]);
        }
    }

    private static double cost(Dl4jNetwork network) {
        return network.network().score();
    }

    private static boolean drops(Case c) {
        return settings(c).drops();
    }

    private static Dl4jSettings settings(Case c) {
        return Dl4jSettings.of(List.of(3, 6, 5, 1), 0.3)
                .withLambda(c.lambda())
                .withKeepProbabilities(List.of(c.inputKeep(), c.keep(), 1.0))
                .withEngine(c.engine());
    }

    private Dl4jNetwork network(Case c, MaskSource masks) {
        DropoutChoice dropout = drops(c) ? DropoutChoice.replayed(masks) : DropoutChoice.none();
        return Dl4jNetwork.create(settings(c), examples, dropout);
    }

    private static void assertClose(double[] expected, double[] actual) {
        double difference = Problems.difference(expected, actual);
        assertTrue(difference <= ROUNDING, () -> "relative difference " + difference);
    }
}
