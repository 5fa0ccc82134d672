package org.twinnet.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Standardized features")
class StandardizationTest {

    private static final Dataset TRAIN = Dataset.of(
            "d",
            List.of("a", "b", "c"),
            new double[][] {{1, 7, 1000}, {3, 7, 5000}, {1, 7, 1000}, {3, 7, 5000}},
            new double[] {0, 1, 0, 1});

    @Test
    void should_have_mean_0_and_deviation_1_of_the_training_examples() {
        Split split = new Split(
                        TRAIN,
                        Optional.of(Dataset.of(
                                "t", List.of("a", "b", "c"), new double[][] {{5, 8, 3000}}, new double[] {1})))
                .standardized();

        assertArrayEquals(
                new double[][] {{-1, 0, -1}, {1, 0, 1}, {-1, 0, -1}, {1, 0, 1}},
                split.train().featureRows());
        assertArrayEquals(new double[][] {{3, 1, 0}}, split.test().orElseThrow().featureRows(), "by the same numbers");
        assertArrayEquals(TRAIN.labels(), split.train().labels());
        assertEquals(
                Optional.of(new Standardization(List.of(2.0, 7.0, 3000.0), List.of(1.0, 1.0, 2000.0))),
                split.preparation().standardization());
    }

    @Test
    void should_say_how_much_more_one_feature_varies_than_another() {
        assertEquals(2000, Standardization.spread(TRAIN), "a constant feature does not count");
        Dataset constant = Dataset.of("d", List.of("a"), new double[][] {{4}, {4}}, new double[] {0, 1});
        assertEquals(1, Standardization.spread(constant));
    }

    @Test
    void should_take_a_constant_for_one_whatever_its_mean_rounds_to() {
        double[][] rows = new double[10][];
        double[] labels = new double[10];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new double[] {0.1};
            labels[i] = i % 2;
        }
        Dataset tenth = Dataset.of("d", List.of("a"), rows, labels);
        assertEquals(List.of(1.0), Standardization.of(tenth).deviations());
        assertEquals(0, Standardization.of(tenth).apply(tenth).feature(3, 0));
    }

    @Test
    void should_take_features_whose_squares_leave_the_range_of_doubles() {
        for (double scale : new double[] {1e-300, 1e200}) {
            Dataset data = Dataset.of("d", List.of("a"), new double[][] {{scale}, {-scale}}, new double[] {0, 1});
            assertArrayEquals(
                    new double[][] {{1}, {-1}},
                    Standardization.of(data).apply(data).featureRows());
        }
    }

    @Test
    void should_refuse_features_whose_distances_leave_the_range_of_doubles() {
        Dataset large = Dataset.of(
                "d", List.of("a"), new double[][] {{1.7e308}, {-1.7e308}, {-1.7e308}}, new double[] {0, 1, 1});
        assertEquals(
                "d: the feature 'a' is too large to be standardized; scale it first",
                assertThrows(InvalidDataException.class, () -> Standardization.of(large))
                        .getMessage());
    }
}
