package org.twinnet.compare.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeatureRangeTest {

    private static FeatureRange around(double... values) {
        return FeatureRange.around(values, 1);
    }

    @Test
    void should_widen_the_data_by_a_tenth_at_both_ends() {
        assertEquals(new FeatureRange(-2, 22), around(20, 0, 5));
    }

    @Test
    void should_give_a_feature_of_one_value_the_width_of_the_other_and_the_margin() {
        assertEquals(new FeatureRange(7 - 0.6 * 4, 7 + 0.6 * 4), FeatureRange.around(new double[] {7, 7}, 4));
    }

    @Test
    void should_start_and_end_exactly_at_its_ends() {
        FeatureRange range = new FeatureRange(-0.37, 0.1 + 0.2);
        assertEquals(-0.37, range.at(0));
        assertEquals(0.1 + 0.2, range.at(1));
    }

    /** Sides that were an internal error after all the training, or would draw a grid whose points fall together. */
    @ParameterizedTest
    @CsvSource({
        "-3e150, 2e150",
        "-3e-300, 2e-300",
        "-1e-320, 1e-320",
        "0, 5e-324",
        "1e15, 1000000000000001",
        "1e308, 1.0000000000000002e308",
        "-1.7e308, 1.7e308",
        "1.7e308, 1.7e308",
        "0, 1e-101",
        "1, 1.0000000000001"
    })
    void should_hold_400_different_values_around_any_data(double low, double high) {
        FeatureRange range = around(low, high);
        assertTrue(Double.isFinite(range.width()) && range.width() >= 1e-300, range.toString());
        for (int k = 1; k < 400; k++) {
            assertTrue(range.at(k / 399.0) > range.at((k - 1) / 399.0), range + " at " + k);
        }
        assertTrue(
                Math.abs(high) > Double.MAX_VALUE / 4 || (range.min() <= low && range.max() >= high),
                () -> range.toString());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, NaN", "0, Infinity", "-1e308, 1e308"})
    void should_refuse_ends_without_a_finite_difference(double min, double max) {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> new FeatureRange(min, max));
        assertEquals(
                "range of a feature: from " + min + " to " + max
                        + "; the second end must be above the first by a finite number",
                e.getMessage());
    }
}
