package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.dropout.MaskSource;
import org.twinnet.dl4j.engine.FlatSgdUpdater;
import org.twinnet.dl4j.loss.Loss;
import org.twinnet.dl4j.runtime.ChildJvm;
import org.twinnet.dl4j.runtime.Engine;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

/**
 * Both engines compute the same bits: over many networks in this JVM, where the plain engine passes the caches by, and
 * against a JVM in which nothing was plugged in at all.
 */
class EngineIdentityTest {
    private static final int M = 41;
    private static final int ITERATIONS = 12;

    record Net(Dl4jSettings settings, DropoutChoice dropout) {}

    static List<Net> nets() {
        List<Net> nets = new ArrayList<>();
        List<List<Integer>> shapes = List.of(
                List.of(2, 1), List.of(2, 20, 3, 1), List.of(1, 1, 1), List.of(3, 5, 1), List.of(2, 16, 8, 4, 1));
        for (List<Integer> sizes : shapes) {
            for (double lambda : new double[] {0, 0.7}) {
                for (Loss loss : Loss.values()) {
                    Dl4jSettings settings =
                            Dl4jSettings.of(sizes, 0.3).withLambda(lambda).withLoss(loss);
                    nets.add(new Net(settings, DropoutChoice.none()));
                    Dl4jSettings keep = settings.withKeepProbability(0.8);
                    nets.add(new Net(keep, DropoutChoice.replayed(Problems.masks(3, 0.8, true))));
                    nets.add(new Net(keep, DropoutChoice.replayed(Problems.masks(3, 0.8, false))));
                    nets.add(new Net(keep, DropoutChoice.drawnByDl4j(3)));
                }
            }
        }
        return nets;
    }

    /** Everything that a run leaves behind: each cost, the last update, the parameters, predictions. */
    static double[] run(Net net, Engine engine) {
        int inputs = net.settings().layerSizes().get(0);
        double[][] features = Problems.features(inputs, M, inputs);
        Examples examples = Examples.of(features, Problems.labels(features));
        try (Dl4jNetwork network = Dl4jNetwork.create(net.settings().withEngine(engine), examples, net.dropout())) {
            network.state().setParameters(Problems.parameters(1, network.layout()));
            int length = network.layout().length();
            double[] results = new double[ITERATIONS + 2 * length + M];
            for (int k = 0; k < ITERATIONS; k++) {
                results[k] = network.fit();
            }
            double[] update = new double[length];
            network.copyUpdateTo(update);
            System.arraycopy(update, 0, results, ITERATIONS, length);
            System.arraycopy(network.state().parameters(), 0, results, ITERATIONS + length, length);
            System.arraycopy(network.predict(features), 0, results, ITERATIONS + 2 * length, M);
            return results;
        }
    }

    /** The bits of all runs of an engine; arrays of numbers that differ in a bit have another hash. */
    static long fingerprint(Engine engine) {
        long hash = 17;
        for (Net net : nets()) {
            for (double value : run(net, engine)) {
                hash = 1_000_003 * hash + Double.doubleToRawLongBits(value);
            }
        }
        return hash;
    }

    /** Prints the fingerprint of ND4J as it is delivered; the main class of the other JVM. */
    public static final class Stock {
        private Stock() {}

        /**
         * Runs all networks with nothing plugged in.
         *
         * @param args none
         */
        public static void main(String[] args) {
            Nd4jRuntime.Caches caches = Nd4jRuntime.start(Engine.PLAIN).caches();
            System.out.println(caches + " " + fingerprint(Engine.PLAIN));
        }
    }

    @Test
    void should_plug_things_into_the_fast_engine_only() {
        for (Engine engine : Engine.values()) {
            List<Boolean> shared = new ArrayList<>();
            MaskSource probe = new MaskSource() {
                @Override
                public void mask(int iteration, int layer, double[] target) {
                    // Two descriptors of the same shape are one object if the provider remembers it.
                    Object first = descriptor();
                    Object second = descriptor();
                    shared.add(first == second);
                }

                @Override
                public boolean fixed() {
                    return false;
                }
            };
            Dl4jSettings settings = Dl4jSettings.of(List.of(1, 2, 1), 0.1)
                    .withKeepProbability(0.5)
                    .withEngine(engine);
            Examples examples = Examples.of(new double[][] {{1}}, new double[] {1});
            try (Dl4jNetwork network = Dl4jNetwork.create(settings, examples, DropoutChoice.replayed(probe))) {
                network.fit();
                network.pass();
                boolean fast = engine == Engine.FAST;
                assertEquals(List.of(fast, fast), shared);
                assertEquals(fast, network.network().getUpdater() instanceof FlatSgdUpdater);
            }
        }
    }

    private static Object descriptor() {
        return Nd4j.getShapeInfoProvider()
                .createShapeInformation(new long[] {2, 3}, new long[] {3, 1}, 1, 'c', DataType.DOUBLE, false);
    }

    @Test
    void should_train_bit_identically_with_the_caches_and_past_them() {
        assertEquals(Nd4jRuntime.Caches.ON, Nd4jRuntime.start().caches());
        List<Net> nets = nets();
        assertEquals(5 * 2 * 2 * 4, nets.size());
        for (Net net : nets) {
            assertArrayEquals(run(net, Engine.PLAIN), run(net, Engine.FAST), net::toString);
        }
    }

    @Test
    void should_divide_by_the_rows_of_the_batch_where_somebody_fits_another_number_of_them() {
        double[][] features = Problems.features(1, M, 2);
        Examples all = Examples.of(features, Problems.labels(features));
        double[][] some = Arrays.copyOf(features, 7);
        Examples batch = Examples.of(some, Problems.labels(some));
        List<double[]> results = new ArrayList<>();
        for (Engine engine : Engine.values()) {
            Dl4jSettings settings =
                    Dl4jSettings.of(List.of(2, 5, 1), 0.3).withLambda(0.7).withEngine(engine);
            try (Dl4jNetwork network = Dl4jNetwork.create(settings, all, DropoutChoice.none())) {
                network.fit();
                network.network().fit(batch.featureArray(), batch.labelArray());
                network.fit();
                results.add(network.state().parameters());
            }
        }
        assertArrayEquals(results.get(0), results.get(1));
    }

    @Test
    void should_train_bit_identically_to_a_jvm_without_any_of_it() throws Exception {
        assertEquals(
                "OFF_BY_REQUEST " + fingerprint(Engine.FAST),
                ChildJvm.run(Stock.class).output().strip());
    }
}
