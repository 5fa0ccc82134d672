package org.twinnet.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.twinnet.data.Refusals.assertRefused;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatasetTest {

    private static final List<String> NAMES = List.of("x1", "x2");

    private static Dataset three() {
        return Dataset.of("three", NAMES, new double[][] {{1, 2}, {3, 4}, {5, 6}}, new double[] {0, 1, 0});
    }

    @Test
    void should_give_back_what_it_was_made_from() {
        Dataset dataset = three();
        assertEquals("three", dataset.name());
        assertEquals(NAMES, dataset.featureNames());
        assertEquals(3, dataset.size());
        assertEquals(2, dataset.featureCount());
        assertEquals(4.0, dataset.feature(1, 1));
        assertEquals(1.0, dataset.label(1));
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}, {5, 6}}, dataset.featureRows());
        assertArrayEquals(new double[] {0, 1, 0}, dataset.labels());
    }

    @Test
    void should_not_change_with_the_arrays_that_went_in_or_came_out() {
        double[][] rows = {{1, 2}, {3, 4}};
        double[] labels = {0, 1};
        Dataset dataset = Dataset.of("d", NAMES, rows, labels);
        rows[0][0] = 99;
        labels[0] = 1;
        dataset.featureRows()[0][1] = 99;
        dataset.labels()[1] = 0;
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}}, dataset.featureRows());
        assertArrayEquals(new double[] {0, 1}, dataset.labels());
    }

    /** Golden value: Python 3.11, hashlib.sha256(struct.pack(">iidddddd", 2, 2, 1.0, -0.5, 0.0, 0.1, 3.0, 1.0)). */
    @Test
    void should_hash_shape_and_bits_in_the_documented_order() {
        Dataset dataset = Dataset.of("any", NAMES, new double[][] {{1.0, -0.5}, {0.1, 3.0}}, new double[] {0, 1});
        assertEquals("c7ff49dbc7e0dd2ebfa951ae981b4e3aeb71ac3d596586842b27a243c2d9b2b9", dataset.sha256());
    }

    @Test
    void should_hash_numbers_only() {
        Dataset renamed = Dataset.of("other", List.of("a", "b"), three().featureRows(), three().labels());
        assertEquals(three().sha256(), renamed.sha256());
    }

    @Test
    void should_hash_differently_after_any_change_of_the_numbers() {
        String original = three().sha256();
        double[][] lastBit = three().featureRows();
        lastBit[2][1] = Math.nextUp(lastBit[2][1]);
        assertNotEquals(
                original, Dataset.of("d", NAMES, lastBit, three().labels()).sha256());
        assertNotEquals(
                original,
                Dataset.of("d", NAMES, three().featureRows(), new double[] {0, 1, 1})
                        .sha256());
        assertNotEquals(original, three().select(new int[] {1, 0, 2}).sha256());
        double[][] zero = {{0.0}, {1}};
        double[][] minusZero = {{-0.0}, {1}};
        assertNotEquals(
                Dataset.of("d", List.of("x"), zero, new double[] {0, 1}).sha256(),
                Dataset.of("d", List.of("x"), minusZero, new double[] {0, 1}).sha256());
    }

    @Test
    void should_tell_shapes_with_the_same_numbers_apart() {
        Dataset wide = Dataset.of("d", List.of("a", "b", "c"), new double[][] {{1, 1, 1}}, new double[] {1});
        Dataset tall = Dataset.of("d", List.of("a"), new double[][] {{1}, {1}}, new double[] {1, 1});
        assertNotEquals(wide.sha256(), tall.sha256());
    }

    @Test
    void should_store_a_label_of_minus_zero_as_zero() {
        Dataset dataset = Dataset.of("d", List.of("x"), new double[][] {{1}}, new double[] {-0.0});
        assertEquals(0L, Double.doubleToRawLongBits(dataset.label(0)));
    }

    @Test
    void should_select_examples_in_the_order_asked_for() {
        Dataset selected = three().select(new int[] {2, 0, 2});
        assertArrayEquals(new double[][] {{5, 6}, {1, 2}, {5, 6}}, selected.featureRows());
        assertEquals("three", selected.name());
        assertRefused(() -> three().select(new int[] {0, 3}), "three", "example 3", "0 to 2");
        assertRefused(() -> three().select(new int[] {-1}), "example -1");
        assertRefused(() -> three().select(new int[0]), "no examples");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void should_refuse_a_feature_that_is_not_finite(double value) {
        assertRefused(
                () -> Dataset.of("d", NAMES, new double[][] {{1, 2}, {3, value}}, new double[] {0, 1}),
                "d, row 2, column 2 (x2)",
                Double.toString(value));
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, -1, 0.5, Double.NaN, Double.POSITIVE_INFINITY, 0.9999999999999999})
    void should_refuse_a_label_that_is_neither_0_nor_1(double value) {
        assertRefused(
                () -> Dataset.of("d", NAMES, new double[][] {{1, 2}, {3, 4}}, new double[] {0, value}),
                "d, row 2",
                "label " + value,
                "0 or 1");
    }

    @Test
    void should_refuse_lengths_that_do_not_fit() {
        double[] labels = {0, 1};
        assertRefused(() -> Dataset.of("d", NAMES, new double[0][], new double[0]), "no examples");
        assertRefused(() -> Dataset.of("d", NAMES, new double[][] {{1, 2}}, labels), "1 rows", "2 labels");
        assertRefused(
                () -> Dataset.of("d", NAMES, new double[][] {{1, 2}, {3}}, labels), "row 2: 1 numbers, expected 2");
        assertRefused(() -> Dataset.of("d", List.of(), new double[][] {{}, {}}, labels), "no features");
        assertRefused(() -> Dataset.of("d", List.of("a", "a"), new double[][] {{1, 2}, {3, 4}}, labels), "same name");
        assertRefused(() -> Dataset.of("d", List.of("a", " "), new double[][] {{1, 2}, {3, 4}}, labels), "feature 2");
    }

    @Test
    void should_require_both_classes_on_request() {
        Dataset both = three();
        assertSame(both, both.requireBothClasses());
        assertRefused(() -> three().select(new int[] {0, 2}).requireBothClasses(), "three", "(2) is 0", "both classes");
        assertRefused(() -> three().select(new int[] {1}).requireBothClasses(), "(1) is 1");
    }

    @Test
    void should_refuse_indices_that_do_not_exist() {
        assertThrows(IndexOutOfBoundsException.class, () -> three().feature(0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> three().feature(3, 0));
        assertThrows(IndexOutOfBoundsException.class, () -> three().label(-1));
    }
}
