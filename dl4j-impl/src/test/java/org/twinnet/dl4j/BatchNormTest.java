package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;
import org.twinnet.dl4j.activation.Dl4jActivation;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.loss.Dl4jLoss;
import org.twinnet.dl4j.normalization.BatchNorm;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

class BatchNormTest {
    private static final int M = 12;
    private static final double[][] ROWS = Problems.features(3, M, 2);

    private static Dl4jSettings settings(boolean unbiased) {
        Optional<BatchNorm> norm = Optional.of(new BatchNorm(0.75, 0.5, unbiased));
        return Dl4jSettings.of(List.of(2, 3, 1), 0.1).withNormalization(List.of(norm, norm));
    }

    private static Dl4jNetwork network(boolean unbiased) {
        Dl4jNetwork network =
                Dl4jNetwork.create(settings(unbiased), Examples.of(ROWS, Problems.labels(ROWS)), DropoutChoice.none());
        network.state().setParameters(Problems.parameters(5, network.layout()));
        return network;
    }

    private static double mean(double[] z, int unit) {
        double sum = 0;
        for (int j = 0; j < M; j++) {
            sum += z[unit * M + j];
        }
        return sum / M;
    }

    private static double variance(double[] z, int unit) {
        double sum = 0;
        for (int j = 0; j < M; j++) {
            sum += Math.pow(z[unit * M + j] - mean(z, unit), 2);
        }
        return sum / M;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void should_normalize_by_the_batch_and_keep_running_statistics_when_it_trains(boolean unbiased) {
        try (Dl4jNetwork network = network(unbiased)) {
            assertArrayEquals(
                    new double[] {0, 0, 0, 1, 1, 1, 0, 1}, network.state().statistics());
            Pass pass = network.pass();
            double[] theta = network.state().parameters();
            int gamma = network.layout().gammaStart(1);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < M; j++) {
                    double x = (pass.z(1)[i * M + j] - mean(pass.z(1), i)) / Math.sqrt(variance(pass.z(1), i) + 0.5);
                    double n = theta[gamma + i] * x + theta[gamma + 3 + i];
                    assertEquals(Math.max(0, n), pass.a(1)[i * M + j], 1e-15);
                }
            }
            assertArrayEquals(
                    new double[] {0, 0, 0, 1, 1, 1, 0, 1}, network.state().statistics(), "a pass keeps nothing");
            network.fit();
            double[] kept = network.state().statistics();
            double f = unbiased ? M / (M - 1.0) : 1;
            for (int i = 0; i < 3; i++) {
                assertEquals(0.25 * mean(pass.z(1), i), kept[i], 1e-15);
                assertEquals(0.75 + 0.25 * f * variance(pass.z(1), i), kept[3 + i], 1e-15);
            }
            assertEquals(0.75 + 0.25 * f * variance(pass.z(2), 0), kept[7], 1e-15);
        }
    }

    @Test
    void should_predict_by_running_statistics() {
        try (Dl4jNetwork network = network(false)) {
            network.state().setStatistics(new double[] {0, 0, 0, 1, 1, 1, 0, 1});
            double[] one = network.predict(new double[][] {ROWS[0]});
            double[] all = network.predict(ROWS);
            assertEquals(one[0], all[0], 1e-16, "whatever else is predicted");
            network.state().setStatistics(new double[] {0, 0, 0, 1, 1, 1, 0.5, 1});
            assertFalse(Arrays.equals(all, network.predict(ROWS)));
            var refused = assertThrows(
                    IllegalArgumentException.class, () -> network.state().setStatistics(new double[3]));
            assertEquals(
                    "Setting the running statistics: the vector has 3 entries, the network keeps 8.",
                    refused.getMessage());
        }
    }

    /** DL4J's LossMSE has the score of what the gradient of tanh leaves in the place of Z. */
    @Test
    void should_report_the_cost_of_what_it_answers_where_the_output_is_normalized() {
        double[] labels = Problems.labels(ROWS);
        Dl4jSettings settings = settings(false).withOutput(new Dl4jActivation.Tanh(), Dl4jLoss.MEAN_SQUARED_ERROR);
        try (Dl4jNetwork network = Dl4jNetwork.create(settings, Examples.of(ROWS, labels), DropoutChoice.none())) {
            network.state().setParameters(Problems.parameters(5, network.layout()));
            double[] answers = network.pass().a(2);
            double cost = 0;
            for (int j = 0; j < M; j++) {
                cost += Math.pow(answers[j] - labels[j], 2) / M;
            }
            assertEquals(cost, network.pass().crossEntropy(), 1e-14);
            assertEquals(cost, network.fit(), 1e-14);
        }
    }

    /** The shipped data have 211 examples, and 211 = 7·30 + 1. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void should_train_on_a_batch_of_a_single_example(boolean unbiased) {
        double[][] one = {ROWS[0]};
        try (Dl4jNetwork network =
                Dl4jNetwork.create(settings(unbiased), Examples.of(one, Problems.labels(one)), DropoutChoice.none())) {
            ParameterLayout layout = network.layout();
            network.state().setParameters(Problems.parameters(5, layout));
            double[] before = network.state().parameters();
            Pass pass = network.pass();
            int gamma = layout.gammaStart(1);
            for (int i = 0; i < 3; i++) {
                assertEquals(Math.max(0, before[gamma + 3 + i]), pass.a(1)[i], "what is normalized is 0");
            }
            network.fit();
            double[] after = network.state().parameters();
            assertArrayEquals(
                    Arrays.copyOf(before, gamma), Arrays.copyOf(after, gamma), "nothing goes on to the layers below");
            assertArrayEquals(
                    Arrays.copyOfRange(before, gamma, gamma + 3),
                    Arrays.copyOfRange(after, gamma, gamma + 3),
                    "dγ = 0");
            int last = layout.gammaStart(2) + 1;
            assertTrue(after[last] != before[last], "β of the output learns");
            double[] kept = network.state().statistics();
            for (int i = 0; i < 3; i++) {
                assertEquals(0.25 * pass.z(1)[i], kept[i], 1e-16);
                assertEquals(0.75, kept[3 + i]);
            }
            assertEquals(0.25 * pass.z(2)[0], kept[6], 1e-16);
            assertEquals(0.75, kept[7]);
        }
    }

    private static boolean storesLogarithms(MultiLayerConfiguration configuration) {
        return ((BatchNormalization) configuration.getConf(1).getLayer()).isUseLogStd();
    }

    /** What {@link BatchNorm#layer} does otherwise; where this fails, DL4J has mended it. */
    @Test
    void should_know_that_dl4j_forgets_how_its_own_variances_are_stored() {
        MultiLayerConfiguration configuration = new NeuralNetConfiguration.Builder()
                .list(
                        new DenseLayer.Builder().nIn(2).nOut(3).build(),
                        new BatchNormalization.Builder()
                                .nIn(3)
                                .nOut(3)
                                .useLogStd(false)
                                .build())
                .build();
        assertFalse(storesLogarithms(configuration));
        assertTrue(storesLogarithms(MultiLayerConfiguration.fromJson(configuration.toJson())));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void should_be_read_back_from_a_saved_configuration(boolean unbiased) {
        Nd4jRuntime.start();
        MultiLayerConfiguration configuration = Dl4jConfigurations.of(settings(unbiased), M, DropoutChoice.none());
        MultiLayerConfiguration read = MultiLayerConfiguration.fromJson(configuration.toJson());
        assertFalse(storesLogarithms(read));
        MultiLayerNetwork one = new MultiLayerNetwork(configuration);
        MultiLayerNetwork other = new MultiLayerNetwork(read);
        one.init();
        other.init();
        var X = Nd4j.createFromArray(ROWS);
        var Y = Nd4j.createFromArray(Problems.labels(ROWS)).reshape(M, 1);
        one.fit(X, Y);
        other.fit(X, Y);
        assertEquals(one.params(), other.params());
    }
}
