package org.twinnet.compare.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoxTest {

    @Test
    void should_widen_each_side_by_its_own_margin() {
        Box box = Box.around(new double[] {3, 1, 2}, new double[] {20, 60, 30}, 0.25);

        assertEquals(new Box(0.5, 3.5, 10, 70), box);
        assertEquals(3, box.width());
        assertEquals(60, box.height());
    }

    @Test
    void should_end_at_the_data_without_a_margin() {
        assertEquals(new Box(1, 3, 10, 50), Box.around(new double[] {1, 3}, new double[] {10, 50}, 0));
    }

    @Test
    void should_give_a_constant_feature_the_other_side_length() {
        double[] constant = {7, 7, 7};
        double[] varied = {0, 4, 2};

        assertEquals(new Box(4, 10, -1, 5), Box.around(constant, varied, 0.25));
        assertEquals(new Box(-1, 5, 4, 10), Box.around(varied, constant, 0.25));
    }

    @Test
    void should_give_a_single_point_a_side_of_one() {
        assertEquals(new Box(1.5, 2.5, 2.5, 3.5), Box.around(new double[] {2}, new double[] {3}, 0));
        assertEquals(new Box(1.25, 2.75, 2.25, 3.75), Box.around(new double[] {2}, new double[] {3}, 0.25));
    }

    @Test
    void should_name_the_value_that_is_not_finite() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Box.around(new double[] {0, 1}, new double[] {0, Double.NaN}, 0.1));
        assertEquals(
                "box around data: y[1] is NaN; only finite values have a box, so clean or drop that example first",
                e.getMessage());
    }

    @Test
    void should_refuse_features_of_different_length_and_no_data() {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Box.around(new double[3], new double[2], 0.1));
        assertTrue(e.getMessage().startsWith("box around data: x has 3 values and y has 2;"), e.getMessage());
        IllegalArgumentException none =
                assertThrows(IllegalArgumentException.class, () -> Box.around(new double[0], new double[0], 0.1));
        assertTrue(none.getMessage().startsWith("box around data: x has 0 values and y has 0;"), none.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void should_refuse_a_margin_that_is_not_a_part(double margin) {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class, () -> Box.around(new double[] {0, 1}, new double[] {0, 1}, margin));
        assertTrue(e.getMessage().startsWith("box around data: the margin is " + margin), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, NaN", "0, Infinity", "-Infinity, 0", "-1e308, 1e308", "0, 1e-101"})
    void should_refuse_a_side_that_has_no_usable_length(double min, double max) {
        IllegalArgumentException x = assertThrows(IllegalArgumentException.class, () -> new Box(min, max, 0, 1));
        assertTrue(x.getMessage().startsWith("box: the side of x runs from " + min + " to " + max), x.getMessage());
        IllegalArgumentException y = assertThrows(IllegalArgumentException.class, () -> new Box(0, 1, min, max));
        assertTrue(y.getMessage().startsWith("box: the side of y runs from " + min + " to " + max), y.getMessage());
    }

    @Test
    void should_name_the_feature_that_is_not_finite() {
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> Box.around(new double[] {Double.NEGATIVE_INFINITY, 1}, new double[] {0, 1}, 0.1));
        assertTrue(e.getMessage().startsWith("box around data: x[0] is -Infinity;"), e.getMessage());
    }

    @Test
    void should_take_the_shortest_and_the_longest_side() {
        assertEquals(1e-100, new Box(0, 1e-100, 0, 1).width());
        assertEquals(1e100, new Box(0, 1, 0, 1e100).height());
    }

    @Test
    void should_refuse_data_too_wide_for_a_double() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Box.around(new double[] {-1e308, 1e308}, new double[] {0, 1}, 0.1));
    }
}
