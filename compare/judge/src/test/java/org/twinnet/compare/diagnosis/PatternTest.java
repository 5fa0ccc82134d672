package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.twinnet.compare.diagnosis.Planted.numbers;
import static org.twinnet.compare.diagnosis.Planted.times;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.check.item.RecomputedTensor;

@DisplayName("A pattern")
class PatternTest {

    private static String pattern(double[] actual, double[] expected) {
        return Pattern.of(List.of(new RecomputedTensor("dW1@0", 0, 1, actual, expected, times(actual.length, 0.5))))
                .english();
    }

    @Test
    void should_tell_a_constant_factor() {
        assertEquals(
                "3 of 3 numbers of dW1@0 differ; the closest constant factor is 2.000 and leaves 0.0 of it; "
                        + "correlation 1.0000",
                pattern(numbers(2, -4, 6), numbers(1, -2, 3)));
    }

    /** T·E = 24, E·E = T·T = 25: c = 0.96, and √((25 − 0.96·24)/25) = 0.28 is left. */
    @Test
    void should_measure_what_a_constant_factor_leaves() {
        assertEquals(
                "2 of 2 numbers of dW1@0 differ; the closest constant factor is 0.9600 and leaves 0.28 of "
                        + "it; correlation 0.9600",
                pattern(numbers(3, 4), numbers(4, 3)));
    }

    /** T·E = 72, E·E = 36, T·T = 180: the factor is 2, but the correlation 72/√6480. */
    @Test
    void should_measure_the_correlation_apart_from_the_factor() {
        assertEquals(
                "2 of 2 numbers of dW1@0 differ; the closest constant factor is 2.000 and leaves 0.45 of "
                        + "it; correlation 0.8944",
                pattern(numbers(12, 6), numbers(6, 0)));
    }

    /** A difference as large as the floor is explained by it. */
    @Test
    void should_count_only_numbers_that_differ_by_more_than_their_floor() {
        assertEquals(
                "1 of 4 numbers",
                pattern(numbers(1, 2.5, -3, 5), numbers(1, 2, -3, 4)).substring(0, 14));
    }

    @Test
    void should_tell_that_one_side_is_0() {
        String zero = "2 of 2 numbers of dW1@0 differ; one side is 0 throughout";
        assertEquals(zero, pattern(numbers(0, 0), numbers(1, 2)));
        assertEquals(zero, pattern(numbers(1, 2), numbers(0, 0)));
    }
}
