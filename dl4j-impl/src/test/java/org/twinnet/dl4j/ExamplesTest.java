package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

class ExamplesTest {

    @Test
    void should_keep_its_own_copy() {
        Nd4jRuntime.start();
        double[][] features = {{1, 2}, {3, 4}};
        double[] labels = {0, 1};
        Examples examples = Examples.of(features, labels);
        features[0][0] = 99;
        labels[0] = 1;
        assertEquals(2, examples.count());
        assertEquals(2, examples.inputs());
        assertArrayEquals(new double[] {1, 2}, examples.featureArray().toDoubleMatrix()[0]);
        assertArrayEquals(new double[] {0, 1}, examples.labelArray().toDoubleVector());
    }

    @Test
    void should_refuse_what_dl4j_would_train_on_without_a_word() {
        assertMessage("Examples: there are none; training needs at least one row.", new double[0][], new double[0]);
        assertMessage(
                "Examples: 2 rows of features but 1 labels; each row needs one.",
                new double[][] {{1}, {2}},
                new double[] {0});
        assertMessage(
                "Examples: row 1 has 1 features; every row needs the same number, here 2.",
                new double[][] {{1, 2}, {3}},
                new double[] {0, 1});
        assertMessage(
                "Examples: row 0 has 0 features; every row needs the same number, here 1.",
                new double[][] {{}},
                new double[] {0});
        assertMessage(
                "Examples: row 1, column 0 is NaN; allowed are finite numbers. Repair or remove the row.",
                new double[][] {{1, 2}, {Double.NaN, 3}},
                new double[] {0, 1});
        assertMessage(
                "Examples: the label of row 1 is 0.7; allowed are 0 and 1.",
                new double[][] {{1}, {2}},
                new double[] {0, 0.7});
    }

    private static void assertMessage(String expected, double[][] features, double[] labels) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, () -> Examples.of(features, labels))
                        .getMessage());
    }
}
