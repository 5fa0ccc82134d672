package org.twinnet.compare.theory.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.Trial;
import org.twinnet.compare.theory.schedule.ConstantTheory;

@DisplayName("The chapter on gradient descent")
class GradientDescentTheoryTest {

    private static Trial trial(Format format, double scale) {
        SplittableRandom random = new SplittableRandom(7);
        Trial trial = new Trial();
        for (int i = 0; i < 20_000; i++) {
            double rate = format.round(0.001 + random.nextDouble());
            double rateError = i % 3 == 0 ? 1e-3 * rate : 0;
            double exact = format.any(random);
            double error = format.anyError(exact, random);
            Bounded g = Bounded.zeros(1, 1);
            g.values(0)[0] = format.near(exact, error, random);
            g.errors(0)[0] = error;
            Bounded update = Bounded.zeros(1, 1);
            BoundedNumber alpha = new BoundedNumber(format.near(rate, rateError, random), rateError);
            new GradientDescentTheory().step(g, g, List.of(), 1, alpha, format.rounding(), update, List.of());
            double program = format.round(format.near(rate, rateError, random) * format.near(exact, error, random));
            BigDecimal expected = new BigDecimal(rate).multiply(new BigDecimal(exact));
            double bound = scale * update.errors(0)[0];
            trial.add(new BigDecimal(program).subtract(expected).abs().doubleValue(), bound, "program's " + exact);
            double own = update.values(0)[0];
            trial.add(new BigDecimal(own).subtract(expected).abs().doubleValue(), bound, "own " + exact);
        }
        return trial;
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_the_update(Format format) {
        trial(format, 1).assertBounded(0.05);
        assertTrue(trial(format, 1.0 / 40).largest() > 1, "a bound that is too small");
    }

    @Test
    void should_carry_nothing_from_step_to_step_at_a_constant_rate() {
        assertEquals(0, new GradientDescentTheory().stateCount());
        assertEquals(BoundedNumber.exact(0.3), ConstantTheory.of(0.3).rate(77, Rounding.FLOAT64));
    }
}
