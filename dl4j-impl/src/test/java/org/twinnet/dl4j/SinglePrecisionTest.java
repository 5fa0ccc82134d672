package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.twinnet.dl4j.activation.Dl4jActivation;
import org.twinnet.dl4j.batch.BatchSource;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.dropout.MaskSource;
import org.twinnet.dl4j.memory.Precision;
import org.twinnet.dl4j.normalization.BatchNorm;
import org.twinnet.dl4j.runtime.BlasSelfTest;
import org.twinnet.dl4j.runtime.Engine;
import org.twinnet.dl4j.runtime.Nd4jRuntime;
import org.twinnet.dl4j.update.Descent;
import org.twinnet.dl4j.update.EpsilonPlace;
import org.twinnet.dl4j.update.GradientClip;
import org.twinnet.dl4j.update.RateSchedule;
import org.twinnet.dl4j.update.Update;

class SinglePrecisionTest {
    private static final int M = 41;
    private static final double U = 0x1p-24;

    @BeforeAll
    static void startNd4j() {
        Nd4jRuntime.start();
    }

    @Test
    void should_train_bit_identically_with_the_caches_and_past_them() {
        for (EngineIdentityTest.Net net : EngineIdentityTest.nets()) {
            EngineIdentityTest.Net single =
                    new EngineIdentityTest.Net(net.settings().withPrecision(Precision.FLOAT32), net.dropout());
            assertArrayEquals(
                    EngineIdentityTest.run(single, Engine.PLAIN),
                    EngineIdentityTest.run(single, Engine.FAST),
                    single::toString);
        }
    }

    @Test
    void should_compute_the_formulas_up_to_the_rounding_of_floats() {
        Dl4jSettings settings = Dl4jSettings.of(List.of(2, 20, 3, 1), 0.3)
                .withLambda(0.7)
                .withKeepProbabilities(List.of(0.9, 0.8, 0.7))
                .withPrecision(Precision.FLOAT32);
        double[][] features = Problems.features(1, M, 2);
        double[] labels = Problems.labels(features);
        MaskSource masks = Problems.masks(3, 0.8, false);
        try (Dl4jNetwork network =
                Dl4jNetwork.create(settings, Examples.of(features, labels), DropoutChoice.replayed(masks))) {
            network.state().setParameters(Problems.parameters(1, network.layout()));
            double[] theta = network.state().parameters();
            double[][] rows = network.featureRows();
            assertEquals((float) features[3][1], rows[3][1]);
            PlainArithmetic plain =
                    new PlainArithmetic(settings, rows, labels, theta, Problems.draw(masks, 0, network.layout(), M));
            Pass pass = network.pass();
            // measured 2.1 u, 2.6 u, 2.5 u, 0.9 u, 0.2 u
            for (int l = 1; l <= 3; l++) {
                assertTrue(Problems.difference(plain.z.get(l - 1), pass.z(l)) < 4 * U, "Z" + l);
                assertTrue(Problems.difference(plain.a.get(l - 1), pass.a(l)) < 4 * U, "A" + l);
            }
            assertTrue(Problems.difference(plain.dataGradient, pass.dataGradient()) < 8 * U);
            assertTrue(Problems.difference(plain.penaltyGradient, pass.penaltyGradient()) < 4 * U);
            assertEquals(plain.cost(), network.fit(), 4 * U * plain.cost());
        }
    }

    /** Statistics, memories, batches, clipping and decay, of own classes and of DL4J's. */
    @Test
    void should_hold_floats_and_hand_them_over_exactly() {
        for (Descent descent : List.of(
                new Descent.Amsgrad(0.01, 0.9, 0.999, 1e-8, EpsilonPlace.AFTER_CORRECTION),
                new Descent.Amsgrad(0.01, 0.9, 0.999, 1e-8, EpsilonPlace.BEFORE_CORRECTION),
                new Descent.Nesterov(0.01, 0.9),
                new Descent.Rmsprop(0.01, 0.9, 1e-8))) {
            Dl4jSettings settings = Dl4jSettings.of(List.of(2, 6, 4, 1), 0.01)
                    .withHidden(List.of(new Dl4jActivation.Gelu(), new Dl4jActivation.LeakyRelu(0.1)))
                    .withNormalization(List.of(
                            Optional.of(new BatchNorm(0.9, 1e-5, true)),
                            Optional.of(new BatchNorm(0.9, 1e-5, false)),
                            Optional.empty()))
                    .withPenalty(new Penalty(0.5, 0.1, 0, 0, true, true))
                    .withKeepProbability(0.8)
                    .withUpdate(new Update(
                            new GradientClip.Value(0.1, true), descent, new RateSchedule.Exponential(0.99), 0.01))
                    .withPrecision(Precision.FLOAT32);
            double[][] features = Problems.features(1, M, 2);
            Examples examples = Examples.of(features, Problems.labels(features));
            DropoutChoice dropout = DropoutChoice.replayed(Problems.masks(3, 0.8, false));
            try (Dl4jNetwork network = Dl4jNetwork.create(settings, examples, dropout, new Thirds());
                    Dl4jNetwork other = Dl4jNetwork.create(settings, examples, dropout, new Thirds())) {
                assertEquals(DataType.FLOAT, network.network().params().dataType());
                network.state().setParameters(Problems.parameters(1, network.layout()));
                List<Double> costs = new ArrayList<>();
                for (int i = 0; i < 7; i++) {
                    costs.add(network.fit());
                }
                assertTrue(costs.stream().allMatch(Double::isFinite), costs::toString);
                assertFloats(network.state().parameters());
                assertFloats(network.state().statistics());
                assertFloats(network.predict(features));
                assertFloats(network.labels());
                Map<String, double[]> state = network.state().updaterState();
                state.values().forEach(SinglePrecisionTest::assertFloats);

                other.goTo(network.iteration());
                other.state().setParameters(network.state().parameters());
                other.state().setStatistics(network.state().statistics());
                other.state().setUpdaterState(state);
                assertArrayEquals(network.state().parameters(), other.state().parameters());
                for (int i = 0; i < 5; i++) {
                    assertEquals(network.fit(), other.fit());
                    assertArrayEquals(
                            network.state().parameters(), other.state().parameters());
                    assertArrayEquals(
                            network.state().statistics(), other.state().statistics());
                }
            }
        }
    }

    private static void assertFloats(double[] numbers) {
        for (double x : numbers) {
            assertEquals((float) x, x);
        }
    }

    /** Batches of 14, 14 and 13 examples. */
    private static final class Thirds implements BatchSource {
        @Override
        public int[] sizes() {
            return new int[] {14, 14, 13};
        }

        @Override
        public int[] examples(int iteration) {
            int start = iteration % 3 * 14;
            return IntStream.range(start, Math.min(start + 14, M)).toArray();
        }

        @Override
        public boolean fixed() {
            return false;
        }
    }

    /** Floats have kernels of their own in a BLAS. */
    @Test
    void should_test_the_products_of_floats() {
        BlasSelfTest.Result result = Nd4jRuntime.start().selfTest(List.of(2, 20, 3, 1), 211, Precision.FLOAT32);
        // measured 0.45
        assertTrue(result.largestMultiple() > 0.1 && result.largestMultiple() <= 1, result.toString());
    }

    @Test
    void should_say_so_in_the_settings() {
        Dl4jSettings settings = Dl4jSettings.of(List.of(2, 1), 0.1);
        assertEquals(Precision.FLOAT64, settings.precision());
        Dl4jSettings single = settings.withPrecision(Precision.FLOAT32);
        assertEquals(Precision.FLOAT32, single.precision());
        assertEquals(
                Precision.FLOAT32, single.withLambda(1).withEngine(Engine.PLAIN).precision());
    }
}
