package org.twinnet.compare.tuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;

@DisplayName("A score")
class MetricTest {

    private static final Targets CLASSES = new Targets(Targets.Kind.CLASSES, 3);
    private static final Targets LABELS = new Targets(Targets.Kind.BINARY, 2);
    private static final Targets NUMBERS = new Targets(Targets.Kind.NUMBERS, 2);

    private static Dataset examples(Targets targets, double[]... rows) {
        double[][] features = new double[rows.length][1];
        return Dataset.of("d", List.of("x"), features, rows, targets);
    }

    private static Dataset numbers(double... targets) {
        double[][] rows = new double[targets.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {targets[i]};
        }
        return examples(new Targets(Targets.Kind.NUMBERS, 1), rows);
    }

    private static double of(Metric metric, Dataset examples, double... outputs) {
        return metric.of(outputs, examples, examples);
    }

    @Test
    void should_be_the_cross_entropy_of_one_label_of_several_and_of_classes() {
        assertEquals(
                -(Math.log(0.9) + Math.log(1 - 0.3)) / 2,
                of(Metric.CROSS_ENTROPY, examples(Targets.LABEL, new double[] {1}, new double[] {0}), 0.9, 0.3),
                1e-16);
        // outputs one after the other: of the first for both examples, then of the second
        assertEquals(
                -(Math.log(0.9) + Math.log(0.6) + Math.log(0.8) + Math.log(0.5)) / 2,
                of(
                        Metric.CROSS_ENTROPY,
                        examples(LABELS, new double[] {1, 0}, new double[] {0, 1}),
                        0.9,
                        0.4,
                        0.2,
                        0.5),
                1e-15);
        assertEquals(
                -(Math.log(0.7) + Math.log(0.1)) / 2,
                of(
                        Metric.CROSS_ENTROPY,
                        examples(CLASSES, new double[] {0}, new double[] {2}),
                        0.7,
                        0.3,
                        0.2,
                        0.6,
                        0.1,
                        0.1),
                1e-15);
    }

    @Test
    void should_count_the_label_of_each_output_and_the_most_probable_class() {
        assertEquals(
                0.75,
                of(Metric.ACCURACY, examples(LABELS, new double[] {1, 0}, new double[] {0, 1}), 0.9, 0.4, 0.2, 0.5));
        assertEquals(
                0.5,
                of(
                        Metric.ACCURACY,
                        examples(CLASSES, new double[] {0}, new double[] {2}),
                        0.4,
                        0.3,
                        0.3,
                        0.6,
                        0.3,
                        0.1));
    }

    @Test
    void should_square_the_errors_of_all_outputs() {
        Dataset examples = examples(NUMBERS, new double[] {1, 10}, new double[] {2, 20});
        assertEquals((0.25 + 0 + 4 + 1) / 4, of(Metric.MEAN_SQUARED_ERROR, examples, 1.5, 2, 8, 21));
    }

    @Test
    void should_divide_by_the_variance_of_all_data_so_that_a_fold_of_one_example_has_an_r_squared() {
        Dataset whole = numbers(1, 2, 3, 6);
        // mean 3, variance (4 + 1 + 0 + 9) / 4
        assertEquals(1 - 0.25 / 3.5, Metric.R_SQUARED.of(new double[] {1.5}, numbers(1), whole), 1e-16);
        assertEquals(0, Metric.R_SQUARED.of(new double[] {3, 3, 3, 3}, whole, whole));
    }

    @Test
    void should_have_the_predicted_r_squared_of_all_data_as_its_mean_over_equal_folds() {
        Dataset whole = numbers(1, 2, 3, 6);
        double press = 0.25 + 0.01 + 0.04 + 1;
        double mean = (Metric.R_SQUARED.of(new double[] {1.5, 2.1}, numbers(1, 2), whole)
                        + Metric.R_SQUARED.of(new double[] {3.2, 5}, numbers(3, 6), whole))
                / 2;
        assertEquals(1 - press / 14, mean, 1e-15);
    }

    @Test
    void should_lose_by_guessing_what_the_frequencies_leave_open() {
        Dataset balanced = examples(Targets.LABEL, new double[] {1}, new double[] {0});
        assertEquals(Math.log(2), Metric.CROSS_ENTROPY.lossOfGuessing(balanced), 1e-16);
        assertEquals(-0.5, Metric.ACCURACY.lossOfGuessing(balanced));

        Dataset classes = examples(CLASSES, new double[] {0}, new double[] {0}, new double[] {1}, new double[] {2});
        double entropy = -(0.5 * Math.log(0.5) + 2 * 0.25 * Math.log(0.25));
        assertEquals(entropy, Metric.CROSS_ENTROPY.lossOfGuessing(classes), 1e-15);
        assertEquals(-0.5, Metric.ACCURACY.lossOfGuessing(classes));

        Dataset labels =
                examples(LABELS, new double[] {1, 0}, new double[] {1, 0}, new double[] {0, 1}, new double[] {1, 0});
        double each = -(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25));
        assertEquals(2 * each, Metric.CROSS_ENTROPY.lossOfGuessing(labels), 1e-15);

        assertEquals(3.5, Metric.MEAN_SQUARED_ERROR.lossOfGuessing(numbers(1, 2, 3, 6)));
        assertEquals(0, Metric.R_SQUARED.lossOfGuessing(numbers(1, 2, 3, 6)), 1e-16);
    }

    @Test
    void should_take_a_class_that_never_occurs_and_targets_that_do_not_vary() {
        Dataset two = examples(CLASSES, new double[] {0}, new double[] {1});
        assertEquals(Math.log(2), Metric.CROSS_ENTROPY.lossOfGuessing(two), 1e-15);
        assertEquals(0, Metric.MEAN_SQUARED_ERROR.lossOfGuessing(numbers(5, 5)));
        // nothing to explain: 0/0, which a study refuses
        assertTrue(Double.isNaN(Metric.R_SQUARED.lossOfGuessing(numbers(5, 5))));
    }

    @Test
    void should_stay_finite_where_a_network_is_wrong_without_any_doubt() {
        assertEquals(-Math.log(1e-15), of(Metric.CROSS_ENTROPY, examples(Targets.LABEL, new double[] {0}), 1), 1e-12);
        assertEquals(-Math.log(1e-15), of(Metric.CROSS_ENTROPY, examples(CLASSES, new double[] {1}), 1, 0, 0), 1e-12);
    }

    @ParameterizedTest
    @EnumSource
    void should_not_judge_what_is_no_number(Metric metric) {
        Dataset examples = Metric.allowed(NUMBERS).contains(metric)
                ? numbers(1, 2)
                : examples(Targets.LABEL, new double[] {1}, new double[] {0});
        assertThrows(ArithmeticException.class, () -> of(metric, examples, 0.5, Double.NaN));
    }

    @ParameterizedTest
    @EnumSource
    void should_be_found_by_its_name_and_turned_into_a_loss_and_back(Metric metric) {
        assertEquals(metric, Metric.of(metric.label()));
        assertEquals(0.3, metric.loss(metric.loss(0.3)));
        assertEquals(metric.largerIsBetter(), metric.loss(2) < metric.loss(1));
    }

    @Test
    void should_be_usual_for_what_the_outputs_stand_for() {
        assertEquals(Metric.CROSS_ENTROPY, Metric.usual(Targets.LABEL));
        assertEquals(List.of(Metric.CROSS_ENTROPY, Metric.ACCURACY), Metric.allowed(CLASSES));
        assertEquals(List.of(Metric.MEAN_SQUARED_ERROR, Metric.R_SQUARED), Metric.allowed(NUMBERS));
    }
}
