package org.twinnet.scratch.schedule;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A schedule")
class ScheduleTest {

    /** In units in the last place: a power, a product or a quotient; measured at most 1. */
    private static final double ULPS = 3;

    @Test
    void should_stay_the_same_where_it_is_constant() {
        Schedule constant = new Constant(0.3);
        assertEquals(0.3, constant.at(1));
        assertEquals(0.3, constant.at(30_000));
    }

    /** By hand: t, how often 0.5 was multiplied with 0.8. */
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "3, 0", "4, 1", "6, 1", "7, 2", "9, 2", "10, 3", "300, 99", "301, 100"})
    void should_fall_after_every_three_iterations(int t, int falls) {
        Schedule step = new Step(0.5, 3, 0.8);
        double expected = fallen(0.8, falls);
        assertEquals(expected, step.at(t), ULPS * Math.ulp(step.at(t)));
        assertEquals(step.at(t), new Exponential(0.5, 0.8).at(falls + 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 1000})
    void should_fall_in_every_iteration(int t) {
        Schedule exponential = new Exponential(0.5, 0.99);
        double expected = fallen(0.99, t - 1);
        assertEquals(expected, exponential.at(t), ULPS * Math.ulp(exponential.at(t)));
        assertEquals(exponential.at(t), new Step(0.5, 1, 0.99).at(t));
    }

    /** 0.6/(1 + 0.25·4) and its powers. */
    @Test
    void should_fall_as_a_power_of_an_inverse() {
        assertEquals(0.6, new Inverse(0.6, 0.25, 1).at(1));
        assertEquals(0.3, new Inverse(0.6, 0.25, 1).at(5));
        assertEquals(0.15, new Inverse(0.6, 0.25, 2).at(5));
        assertEquals(0.6 / Math.sqrt(2), new Inverse(0.6, 0.25, 0.5).at(5), ULPS * Math.ulp(0.6));
        assertEquals(0.6, new Inverse(0.6, 0, 1).at(30_000));
        assertEquals(0.6, new Inverse(0.6, 0.25, 0).at(30_000));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void should_refuse_a_learning_rate_or_a_factor_that_is_not_finite_and_positive(double number) {
        String rate = "Training needs a finite learning rate above 0, not " + number + ".";
        assertEquals(rate, refusal(() -> Schedule.constant(number)));
        assertEquals(rate, refusal(() -> new Step(number, 1, 0.5)));
        assertEquals(rate, refusal(() -> new Exponential(number, 0.5)));
        assertEquals(rate, refusal(() -> new Inverse(number, 0.5, 1)));
        String factor = "A learning rate falls by a finite factor above 0, not " + number + ".";
        assertEquals(factor, refusal(() -> new Step(0.3, 1, number)));
        assertEquals(factor, refusal(() -> new Exponential(0.3, number)));
    }

    @Test
    void should_refuse_what_is_no_number_of_iterations_and_no_power() {
        assertEquals("A learning rate stays for 1 iteration or more, not 0.", refusal(() -> new Step(0.3, 0, 0.5)));
        for (double number : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertEquals(
                    "A learning rate falls by a finite rate and power of 0 or more, not " + number + " and 1.0.",
                    refusal(() -> new Inverse(0.3, number, 1)));
            assertEquals(
                    "A learning rate falls by a finite rate and power of 0 or more, not 1.0 and " + number + ".",
                    refusal(() -> new Inverse(0.3, 1, number)));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {4.9E-324, 0.3, Double.MAX_VALUE})
    void should_accept_every_finite_positive_learning_rate(double learningRate) {
        assertDoesNotThrow(() -> Schedule.constant(learningRate));
    }

    /** 0.5·factorⁿ in decimals. */
    private static double fallen(double factor, int n) {
        return new BigDecimal(factor)
                .pow(n, MathContext.DECIMAL128)
                .multiply(new BigDecimal("0.5"))
                .doubleValue();
    }

    private static String refusal(Runnable making) {
        return assertThrows(IllegalArgumentException.class, making::run).getMessage();
    }
}
