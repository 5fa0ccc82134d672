package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.dl4j.dropout.DropoutChoice;
import org.twinnet.dl4j.loss.Loss;

/** DL4J's conventions, each proved against plain arithmetic. */
class Dl4jNetworkTest {
    /**
     * Relative to a vector's largest entry. Sums of at most 37 products in another order differ by some units of
     * 1.1e-16; measured at most 7.3e-16 with the kernels Haswell, Zen and SkylakeX, 1.6e-15 with Barcelona.
     */
    private static final double ROUNDING = 5e-15;

    private static final int M = 37;
    private final double[][] features = Problems.features(5, M, 2);
    private final double[] labels = Problems.labels(features);
    private final Examples examples = Examples.of(features, labels);

    @ParameterizedTest
    @CsvSource({"0, LOGIT", "0.7, LOGIT", "5, LOGIT", "0, STOCK", "0.7, STOCK"})
    void should_fit_as_the_formulas_say(double lambda, Loss loss) {
        Dl4jSettings settings =
                Dl4jSettings.of(List.of(2, 7, 4, 1), 0.3).withLambda(lambda).withLoss(loss);
        double[] theta = Problems.parameters(11, settings.layout());
        try (Dl4jNetwork network = Dl4jNetwork.create(settings, examples, DropoutChoice.none())) {
            network.state().setParameters(theta);
            for (int iteration = 0; iteration < 5; iteration++) {
                double[] before = network.state().parameters();
                PlainArithmetic expected = new PlainArithmetic(settings, features, labels, before, null);
                assertEquals(iteration, network.iteration());
                assertClose(expected.cost(), network.fit());
                double[] update = new double[theta.length];
                network.copyUpdateTo(update);
                assertClose(expected.update(0.3), update);
                double[] after = network.state().parameters();
                for (int k = 0; k < after.length; k++) {
                    assertEquals(
                            before[k] - update[k], after[k], network.layout().name(k));
                }
            }
        }
    }

    @Test
    void should_penalize_weights_only_with_lambda_over_2m() {
        Dl4jSettings settings = Dl4jSettings.of(List.of(2, 3, 1), 0.1).withLambda(0.7);
        try (Dl4jNetwork plain = Dl4jNetwork.create(settings.withLambda(0), examples, DropoutChoice.none());
                Dl4jNetwork penalized = Dl4jNetwork.create(settings, examples, DropoutChoice.none())) {
            double[] theta = Problems.parameters(3, settings.layout());
            plain.state().setParameters(theta);
            penalized.state().setParameters(theta);
            ParameterLayout layout = settings.layout();
            double squares = 0;
            for (int l = 1; l <= layout.layers(); l++) {
                for (int k = layout.weightStart(l); k < layout.biasStart(l); k++) {
                    squares += theta[k] * theta[k];
                }
            }
            assertClose(0.7 / (2 * M) * squares, penalized.pass().penalty());
            double[] gradient = penalized.pass().penaltyGradient();
            for (int k = 0; k < gradient.length; k++) {
                double expected = layout.name(k).contains("W") ? 0.7 / M * theta[k] : 0;
                assertEquals(expected, gradient[k], Math.ulp(expected), layout.name(k));
            }
            assertArrayEquals(plain.pass().dataGradient(), penalized.pass().dataGradient());
        }
    }

    @Test
    void should_work_without_a_hidden_layer() {
        Dl4jSettings settings = Dl4jSettings.of(List.of(2, 1), 0.5).withLambda(0.1);
        try (Dl4jNetwork network = Dl4jNetwork.create(settings, examples, DropoutChoice.none())) {
            PlainArithmetic expected = new PlainArithmetic(
                    settings, features, labels, network.state().parameters(), null);
            assertClose(expected.a.get(0), network.pass().a(1));
            assertClose(expected.cost(), network.fit());
        }
    }

    @Test
    void should_show_the_examples_as_dl4j_holds_them() {
        try (Dl4jNetwork network =
                Dl4jNetwork.create(Dl4jSettings.of(List.of(2, 3, 1), 0.1), examples, DropoutChoice.none())) {
            network.fit();
            double[][] rows = network.featureRows();
            assertEquals(M, rows.length);
            for (int j = 0; j < M; j++) {
                assertArrayEquals(features[j], rows[j]);
            }
            assertArrayEquals(labels, network.labels());
        }
    }

    @Test
    void should_learn() {
        Dl4jSettings settings = Dl4jSettings.of(List.of(2, 8, 1), 1);
        try (Dl4jNetwork network = Dl4jNetwork.create(settings, examples, DropoutChoice.none())) {
            double first = network.fit();
            double last = first;
            for (int k = 0; k < 300; k++) {
                last = network.fit();
            }
            assertTrue(last < first / 2, first + " to " + last);
            assertEquals(301, network.iteration());
        }
    }

    @Test
    void should_predict_without_dropout_any_number_of_rows() {
        Dl4jSettings settings = Dl4jSettings.of(List.of(2, 5, 1), 0.1);
        DropoutChoice masks = DropoutChoice.replayed(Problems.masks(1, 0.5, false));
        try (Dl4jNetwork network = Dl4jNetwork.create(settings.withKeepProbability(0.5), examples, masks)) {
            double[] theta = network.state().parameters();
            for (int rows : new int[] {0, 1, 3, 100}) {
                double[][] x = Problems.features(rows, rows, 2);
                double[] none = new double[rows];
                if (rows == 0) {
                    assertArrayEquals(none, network.predict(x));
                } else {
                    assertClose(new PlainArithmetic(settings, x, none, theta, null).a.get(1), network.predict(x));
                }
            }
            assertEquals(0, network.iteration());
            var e = assertThrows(IllegalArgumentException.class, () -> network.predict(new double[][] {{1, 2, 3}}));
            assertEquals("Predicting: row 0 has 3 features; every row needs the same number, here 2.", e.getMessage());
        }
    }

    @Test
    void should_stay_exact_where_outputs_saturate_while_the_stock_loss_clips() {
        // One input, logit 1000·x: rows 0 and 1 are right, row 2 is wrong by the largest margin.
        double[][] x = {{1}, {-1}, {1}};
        Examples saturated = Examples.of(x, new double[] {1, 0, 0});
        Dl4jSettings settings = Dl4jSettings.of(List.of(1, 1), 0.1);
        double[] theta = {1000, 0};
        try (Dl4jNetwork exact = Dl4jNetwork.create(settings, saturated, DropoutChoice.none());
                Dl4jNetwork stock =
                        Dl4jNetwork.create(settings.withLoss(Loss.STOCK), saturated, DropoutChoice.none())) {
            exact.state().setParameters(theta);
            stock.state().setParameters(theta);
            assertEquals(1000.0 / 3, exact.fit(), Math.ulp(1000.0 / 3));
            double[] update = new double[2];
            exact.copyUpdateTo(update);
            assertArrayEquals(new double[] {0.1 / 3, 0.1 / 3}, update, Math.ulp(0.1));

            // The clipped probabilities' logarithms instead of 1000/3, and nothing to learn from.
            double p = 1 - 1e-5;
            double expected = (-Math.log(1 - p) - 2 * Math.log(p)) / 3;
            assertEquals(expected, stock.fit(), Math.ulp(expected));
            stock.copyUpdateTo(update);
            assertArrayEquals(new double[] {0, 0}, update);
            assertFalse(Double.isNaN(exact.fit()));
        }
    }

    @Test
    void should_refuse_examples_of_another_width_and_dropout_without_masks() {
        var width = assertThrows(
                IllegalArgumentException.class,
                () -> Dl4jNetwork.create(Dl4jSettings.of(List.of(3, 1), 0.1), examples, DropoutChoice.none()));
        assertEquals(
                "Network of layer sizes [3, 1]: the examples have 2 features; the first layer size must be "
                        + "that number.",
                width.getMessage());
        Dl4jSettings keep = Dl4jSettings.of(List.of(2, 3, 1), 0.1).withKeepProbability(0.86);
        var dropout = assertThrows(
                IllegalArgumentException.class, () -> Dl4jNetwork.create(keep, examples, DropoutChoice.none()));
        assertEquals(
                "Keep probabilities [1.0, 0.86] without dropout: choose replayed masks or DL4J's own, or set all of them"
                        + " to 1.",
                dropout.getMessage());
    }

    @Test
    void should_have_no_update_before_the_first_iteration() {
        try (Dl4jNetwork network =
                Dl4jNetwork.create(Dl4jSettings.of(List.of(2, 1), 0.1), examples, DropoutChoice.none())) {
            double[] target = new double[3];
            var e = assertThrows(IllegalStateException.class, () -> network.copyUpdateTo(target));
            assertEquals("Copying the update: there is none before the first iteration; call fit().", e.getMessage());
            network.fit();
            network.copyUpdateTo(target);
            assertNotEquals(0, target[0]);
        }
    }

    @Test
    void should_refuse_use_after_close() {
        Dl4jNetwork network = Dl4jNetwork.create(Dl4jSettings.of(List.of(2, 1), 0.1), examples, DropoutChoice.none());
        network.close();
        network.close();
        var e = assertThrows(IllegalStateException.class, network::fit);
        assertEquals(
                "The network of layer sizes [2, 1] is closed; use it before close(), inside the try block.",
                e.getMessage());
        assertThrows(IllegalStateException.class, () -> network.state().parameters());
        assertThrows(IllegalStateException.class, network::pass);
        assertThrows(IllegalStateException.class, () -> network.predict(new double[0][]));
    }

    private static void assertClose(double[] expected, double[] actual) {
        double difference = Problems.difference(expected, actual);
        assertTrue(difference <= ROUNDING, () -> "relative difference " + difference);
    }

    private static void assertClose(double expected, double actual) {
        assertClose(new double[] {expected}, new double[] {actual});
    }
}
