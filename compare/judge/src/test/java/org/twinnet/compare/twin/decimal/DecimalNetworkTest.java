package org.twinnet.compare.twin.decimal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.dropout.MaskedLayer;
import org.twinnet.scratch.linalg.Matrix;

@DisplayName("The network in decimal arithmetic")
class DecimalNetworkTest {

    private static Dataset examples(double[][] rows, double... labels) {
        return Dataset.of("points", List.of("a"), rows, labels);
    }

    private static DecimalNetwork network(List<Integer> sizes, Dataset data, DropoutMasks masks, double lambda) {
        return new DecimalNetwork(Experiment.of(sizes).with(Penalty.l2(lambda)), data, masks);
    }

    /** One unit at z = 0: a = ½, so dW = Σ (½ − y)·x / 2 over two examples; and λ/m·W on top. */
    @Test
    void should_compute_one_unit_as_by_hand() {
        Dataset two = examples(new double[][] {{2}, {-2}}, 1, 0);
        double[] gradient =
                network(List.of(1, 1), two, new DropoutMasks.None(), 3).gradient(new double[2]);
        assertArrayEquals(new double[] {-1, 0}, gradient);
        double[] penalized = network(List.of(1, 1), examples(new double[][] {{0}}, 1), new DropoutMasks.None(), 3)
                .gradient(new double[] {0.25, 0});
        assertArrayEquals(new double[] {0.75, -0.5}, penalized);
    }

    /**
     * Two hidden units of weight 1 at x = 1, the second dropped, keep ½: A = (2, 0), z² = 0, dZ² = −½, dA = −½·½·2 for
     * the first.
     */
    @Test
    void should_drop_units_and_scale_what_is_kept_in_both_directions() {
        DropoutMasks masks = new DropoutMasks.Given(
                List.of(new MaskedLayer(1, 2, 0.5)), List.of(Matrix.of(new double[][] {{1}, {0}})));
        double[] gradient = network(List.of(1, 2, 1), examples(new double[][] {{1}}, 1), masks, 0)
                .gradient(new double[] {1, 1, 0, 0, 0.5, 7, -1});
        assertArrayEquals(new double[] {-0.5, 0, -0.5, 0, -1, 0, -0.5}, gradient);
    }

    /** One weight ½ at x = 2 with the input kept at ½: A⁰ = 4, z = 2; dW = (σ(2) − 1)·4, and 0 where x is dropped. */
    @Test
    void should_drop_and_scale_the_inputs() {
        for (double d : new double[] {0, 1}) {
            DropoutMasks masks = new DropoutMasks.Given(
                    List.of(new MaskedLayer(0, 1, 0.5)), List.of(Matrix.of(new double[][] {{d}})));
            double[] gradient = network(List.of(1, 1), examples(new double[][] {{2}}, 1), masks, 0)
                    .gradient(new double[] {0.5, 0});
            double residual = 1 / (1 + Math.exp(-2 * d)) - 1;
            // 1 − σ(2) cancels one digit of double precision here
            assertArrayEquals(new double[] {4 * d * residual, residual}, gradient, 1e-15);
        }
    }

    /** e⁻⁴⁰ is lost beside 1 in double precision; here it is the answer. */
    @Test
    void should_keep_what_double_precision_loses() {
        double[] gradient = network(List.of(1, 1), examples(new double[][] {{1}}, 1), new DropoutMasks.None(), 0)
                .gradient(new double[] {40, 0});
        assertEquals(-Math.exp(-40), gradient[1], 1e-15 * Math.exp(-40));
    }

    /** A run that has left all bounds has logits like these; an answer in finite time is all that is new here. */
    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void should_answer_at_once_where_logits_are_huge() {
        DecimalNetwork network =
                network(List.of(1, 1), examples(new double[][] {{1}, {-1}}, 0, 0), new DropoutMasks.None(), 0);
        assertArrayEquals(new double[] {0.5, 0.5}, network.gradient(new double[] {1e200, 0}));
    }

    /** As many as {@code Dfp.divide(int)} divides by, and one more, where it gives NaN. */
    @ParameterizedTest
    @ValueSource(ints = {9_999, 10_000, 20_001})
    void should_take_the_mean_over_any_number_of_examples(int m) {
        double[][] rows = new double[m][1];
        double[] labels = new double[m];
        for (int j = 0; j < m; j++) {
            rows[j][0] = j % 2 == 0 ? 1 : 3;
            labels[j] = 1;
        }
        double[] gradient = network(List.of(1, 1), examples(rows, labels), new DropoutMasks.None(), 0)
                .gradient(new double[2]);
        int ones = (m + 1) / 2;
        assertArrayEquals(new double[] {-(ones + 3.0 * (m - ones)) / (2.0 * m), -0.5}, gradient);
    }

    /** Products of doubles at both ends of their range stay far inside that of the decimals: 10^±131,000. */
    @ParameterizedTest
    @CsvSource({"1e150, 1e150", "1e-160, 1e-150", "1e308, 1e-308", "5e-324, 1e308"})
    void should_hold_products_of_the_largest_and_the_smallest_doubles(double x, double weight) {
        // A = w·x and an output weight of 0: dW² = -½·A
        double[] gradient = network(List.of(1, 1, 1), examples(new double[][] {{x}}, 1), new DropoutMasks.None(), 0)
                .gradient(new double[] {weight, 0, 0, 0});
        assertEquals(-0.5 * (weight * x), gradient[2], Math.ulp(0.5 * weight * x));
        assertEquals(-0.5, gradient[3]);
    }

    /** σ(0) = ½ in both layers: dZ² = −½, dW² = −¼, dA = −½·2 = −1, dZ¹ = −1·¼. */
    @Test
    void should_pass_a_gradient_through_a_sigmoid_hidden_layer() {
        Experiment experiment = ExperimentTree.with(Experiment.of(1, 1, 1), Map.of("layers[].activation", "sigmoid"));
        double[] gradient = new DecimalNetwork(experiment, examples(new double[][] {{3}}, 1), new DropoutMasks.None())
                .gradient(new double[] {0, 0, 2, -1});
        assertArrayEquals(new double[] {-0.75, -0.25, -0.25, -0.5}, gradient);
    }
}
