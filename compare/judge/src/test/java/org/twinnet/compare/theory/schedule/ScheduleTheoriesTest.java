package org.twinnet.compare.theory.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.experiment.choice.Schedule;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.Trial;

@DisplayName("The chapters on schedules")
class ScheduleTheoriesTest {

    private static final MathContext DIGITS = new MathContext(100);
    private static final int CASES = 3_000;

    private static void add(Trial trial, Format format, BoundedNumber rate, BigDecimal exact, double... programs) {
        for (double program : programs) {
            trial.add(new BigDecimal(program).subtract(exact).abs().doubleValue(), rate.error(), "rate of " + exact);
        }
        trial.add(
                new BigDecimal(rate.value()).subtract(exact).abs().doubleValue(),
                rate.error() + format.rounding().u() * 1e-300,
                "own rate of " + exact);
    }

    /** One program takes a power, another multiplies once in every iteration. */
    @ParameterizedTest
    @EnumSource
    void should_bound_a_rate_that_falls_by_a_factor(Format format) {
        SplittableRandom random = new SplittableRandom(5);
        Trial trial = new Trial();
        for (int i = 0; i < CASES; i++) {
            int t = 1 + random.nextInt(400);
            int every = 1 + random.nextInt(5);
            double alpha = format.round(random.nextDouble() + 1e-3);
            double given = i % 3 == 0 ? 0.3 + 0.7 * random.nextDouble() : 1 - 0.02 * random.nextDouble();
            double factor = format.round(given);
            int n = (t - 1) / every;
            BigDecimal exact = new BigDecimal(alpha).multiply(new BigDecimal(given).pow(n, DIGITS));
            double multiplied = alpha;
            for (int k = 0; k < n; k++) {
                multiplied = format.round(multiplied * factor);
            }
            double power = format.round(alpha * format.round(Math.pow(factor, n)));
            BoundedNumber step = ScheduleTheory.of(new Schedule.Step(every, given), BoundedNumber.exact(alpha))
                    .rate(t, format.rounding());
            BoundedNumber exponential = ScheduleTheory.of(new Schedule.Exponential(given), BoundedNumber.exact(alpha))
                    .rate(n + 1, format.rounding());
            assertEquals(step, exponential);
            add(trial, format, step, exact, multiplied, power);
        }
        trial.assertBounded(0.2);
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_a_rate_that_falls_as_an_inverse(Format format) {
        SplittableRandom random = new SplittableRandom(6);
        Trial trial = new Trial();
        for (int i = 0; i < CASES; i++) {
            int t = 1 + random.nextInt(1000);
            double alpha = format.round(random.nextDouble() + 1e-3);
            double rate = format.round(random.nextDouble() * 0.1);
            int halves = random.nextInt(7);
            BigDecimal base = BigDecimal.ONE.add(new BigDecimal(rate).multiply(new BigDecimal(t - 1)));
            BigDecimal divisor = base.pow(halves / 2).multiply(halves % 2 == 1 ? base.sqrt(DIGITS) : BigDecimal.ONE);
            BigDecimal exact = new BigDecimal(alpha).divide(divisor, DIGITS);
            double own = format.round(1 + format.round(rate * (t - 1)));
            double program = format.round(alpha / format.round(Math.pow(own, halves / 2.0)));
            BoundedNumber bounded = ScheduleTheory.of(
                            new Schedule.Inverse(rate, halves / 2.0), BoundedNumber.exact(alpha))
                    .rate(t, format.rounding());
            add(trial, format, bounded, exact, program);
        }
        trial.assertBounded(0.3);
    }

    @Test
    void should_begin_with_the_rate_itself() {
        for (Schedule schedule : new Schedule[] {
            new Schedule.Constant(),
            new Schedule.Step(7, 0.5),
            new Schedule.Exponential(0.9),
            new Schedule.Inverse(0.1, 1)
        }) {
            ScheduleTheory theory = ScheduleTheory.of(schedule, BoundedNumber.exact(0.3));
            assertEquals(BoundedNumber.exact(0.3), theory.rate(1, Rounding.FLOAT64), theory.formula());
        }
    }

    /** A program whose power became 0, and one that multiplied by α first. */
    @Test
    void should_bound_a_rate_below_the_range_of_the_format() {
        BoundedNumber rate = new ExponentialTheory(BoundedNumber.exact(1e10), 1e-40).rate(9, Rounding.FLOAT64);
        assertTrue(rate.error() >= 1e-310, rate::toString);
        BoundedNumber inverse = new InverseTheory(BoundedNumber.exact(1e10), 1e40, 8).rate(2, Rounding.FLOAT64);
        assertEquals(0, inverse.value());
        assertTrue(inverse.error() >= 1e-310, inverse::toString);
    }
}
