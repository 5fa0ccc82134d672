package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.twinnet.dl4j.batch.BatchSource;
import org.twinnet.dl4j.batch.BatchStrength;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.dropout.MaskSource;
import org.twinnet.dl4j.runtime.Engine;

class BatchTrainingTest {
    /** Relative to a vector's largest entry; measured at most 4e-16. */
    private static final double ROUNDING = 2e-15;

    private static final int M = 11;
    private static final int[] SIZES = {4, 4, 3};
    private final double[][] features = Problems.features(8, M, 3);
    private final double[] labels = Problems.labels(features);
    private final Examples examples = Examples.of(features, labels);

    /** Every epoch goes through the examples in steps of another length. */
    private static final BatchSource BATCHES = new BatchSource() {
        @Override
        public int[] sizes() {
            return SIZES.clone();
        }

        @Override
        public int[] examples(int iteration) {
            int[] batch = new int[SIZES[iteration % 3]];
            for (int k = 0; k < batch.length; k++) {
                batch[k] = (4 * (iteration % 3) + k) * (1 + iteration / 3) % M;
            }
            return batch;
        }

        @Override
        public boolean fixed() {
            return false;
        }
    };

    @ParameterizedTest
    @CsvSource({"false, FAST, 1", "true, FAST, 1", "false, PLAIN, 1", "true, PLAIN, 1", "true, FAST, 0.7"})
    void should_fit_each_batch_alone(boolean overBatch, Engine engine, double keep) {
        Dl4jSettings settings = Dl4jSettings.of(List.of(3, 6, 5, 1), 0.3)
                .withPenalty(new Penalty(0.7, 0, 0, 0, false, overBatch))
                .withKeepProbability(keep)
                .withEngine(engine);
        MaskSource masks = Problems.masks(4, keep, false);
        DropoutChoice dropout = keep < 1 ? DropoutChoice.replayed(masks) : DropoutChoice.none();
        try (Dl4jNetwork network = Dl4jNetwork.create(settings, examples, dropout, BATCHES)) {
            double[] update = new double[network.layout().length()];
            for (int i = 0; i < 8; i++) {
                int[] batch = BATCHES.examples(i);
                double[][] x = Arrays.stream(batch).mapToObj(j -> features[j]).toArray(double[][]::new);
                double[] y = Arrays.stream(batch).mapToDouble(j -> labels[j]).toArray();
                double lambda = overBatch ? 0.7 : 0.7 * batch.length / M;
                PlainArithmetic expected = new PlainArithmetic(
                        settings.withLambda(lambda),
                        x,
                        y,
                        network.state().parameters(),
                        Problems.draw(masks, i, settings.layout(), batch.length));
                assertClose(new double[] {expected.penalty}, new double[] {network.penalty()});
                Pass pass = network.pass();
                for (int l = 1; l <= 3; l++) {
                    assertClose(expected.z.get(l - 1), pass.z(l));
                }
                assertClose(expected.dataGradient, pass.dataGradient());
                assertClose(expected.penaltyGradient, pass.penaltyGradient());
                assertClose(new double[] {expected.cost()}, new double[] {network.fit()});
                network.copyUpdateTo(update);
                assertClose(expected.update(0.3), update);
            }
            assertArrayEquals(features, network.featureRows());
            assertArrayEquals(labels, network.labels());
            network.goTo(2);
            assertEquals(3, network.pass().z(1).length / 6);
        }
    }

    @Test
    void should_set_the_coefficients_of_batches_layer_by_layer_and_save_them() {
        Dl4jSettings settings =
                Dl4jSettings.of(List.of(3, 6, 1), 0.3).withPenalty(new Penalty(0.7, 0, 0.1, 0, true, true));
        MultiLayerConfiguration made = Dl4jConfigurations.of(settings, M, DropoutChoice.none(), SIZES);
        for (MultiLayerConfiguration configuration : List.of(made, MultiLayerConfiguration.fromJson(made.toJson()))) {
            for (int l = 0; l < 2; l++) {
                BaseLayer layer = (BaseLayer) configuration.getConf(l).getLayer();
                for (String parameter : List.of("W", "b")) {
                    assertEquals(1, layer.getRegularizationByParam(parameter).size());
                    L2Regularization l2 = (L2Regularization)
                            layer.getRegularizationByParam(parameter).get(0);
                    assertEquals(0.7 / 4 + 0.1, l2.getL2().valueAt(1, 0));
                    assertEquals(0.7 / 3 + 0.1, l2.getL2().valueAt(5, 0));
                }
            }
        }
        assertEquals(0.5, new BatchStrength(1, 0, new int[] {2}).clone().valueAt(9, 9));
    }

    private static void assertClose(double[] expected, double[] actual) {
        double difference = Problems.difference(expected, actual);
        assertTrue(difference <= ROUNDING, () -> "relative difference " + difference);
    }
}
