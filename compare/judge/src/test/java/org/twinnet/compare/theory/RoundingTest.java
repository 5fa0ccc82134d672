package org.twinnet.compare.theory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.choice.Precision;

@DisplayName("γₙ")
class RoundingTest {

    @Test
    void should_be_n_roundings_and_a_little_more() {
        assertEquals(0, Rounding.FLOAT64.gamma(0));
        assertEquals(Math.nextUp(0x1p-53), Rounding.FLOAT64.gamma(1));
        // n·u = 2⁻²³
        assertEquals(0x1p-23 / (1 - 0x1p-23), Rounding.FLOAT64.gamma(1 << 30));
        assertEquals(0x1p-23 / (1 - 0x1p-23), Rounding.FLOAT32.gamma(2));
    }

    @Test
    void should_be_infinite_where_nothing_is_known_of_so_long_a_sum() {
        assertTrue(Rounding.FLOAT32.gamma((1 << 24) - 1) > 1e6);
        assertEquals(Double.POSITIVE_INFINITY, Rounding.FLOAT32.gamma(1 << 24));
        assertEquals(Double.POSITIVE_INFINITY, Rounding.FLOAT32.gamma(Integer.MAX_VALUE));
    }

    @Test
    void should_know_the_formats() {
        assertEquals(Math.ulp(1.0) / 2, Rounding.FLOAT64.u());
        assertEquals(Math.ulp(1.0f) / 2, Rounding.FLOAT32.u());
        assertEquals(0x1p-1022, Rounding.FLOAT64.tiny());
        assertEquals(0x1p-126, Rounding.FLOAT32.tiny());
        assertEquals(Double.MAX_VALUE, Rounding.FLOAT64.largest());
        assertEquals(0x1.fffffep127, Rounding.FLOAT32.largest());
    }

    @Test
    void should_know_how_far_programs_are_off_in_a_number_that_is_given() {
        assertEquals(0, Rounding.FLOAT64.representation(0.1));
        assertEquals(0.1f - 0.1, Rounding.FLOAT32.representation(0.1));
        assertEquals(0, Rounding.FLOAT32.representation(0.5));
        assertEquals(1e-50, Rounding.FLOAT32.representation(1e-50));
        assertEquals(Double.POSITIVE_INFINITY, Rounding.FLOAT32.representation(1e40));
        assertEquals(new BoundedNumber(0.1, 0.1f - 0.1), BoundedNumber.given(0.1, Rounding.FLOAT32));
    }

    @Test
    void should_be_that_of_each_precision() {
        for (Precision precision : Precision.values()) {
            assertEquals(precision.unitRoundoff(), Rounding.of(precision).u());
        }
    }
}
