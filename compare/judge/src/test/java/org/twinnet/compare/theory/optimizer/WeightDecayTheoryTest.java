package org.twinnet.compare.theory.optimizer;

import java.math.BigDecimal;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.Trial;

@DisplayName("The chapter on weight decay")
class WeightDecayTheoryTest {

    /** α·(c·W), α·c·W, and weights that shrink before they step. */
    @ParameterizedTest
    @EnumSource
    void should_bound_the_update_and_the_weights_after_it(Format f) {
        SplittableRandom random = new SplittableRandom(9);
        Trial trial = new Trial();
        for (int i = 0; i < 3_000; i++) {
            double decay = f.round(random.nextDouble() * (i % 5 == 0 ? 10 : 0.1));
            double alpha = f.round(1e-3 + random.nextDouble());
            double alphaError = i % 2 == 0 ? 0 : alpha * f.rounding().u() * 5;
            double w = f.round(4 * random.nextDouble() - 2);
            double step = random.nextDouble() - 0.5;
            double stepError = f.anyError(step, random);
            double rate = f.near(alpha, alphaError, random);
            BigDecimal share =
                    new BigDecimal(alpha).multiply(new BigDecimal(decay)).multiply(new BigDecimal(w));
            BigDecimal expected = new BigDecimal(step).add(share);
            BigDecimal after = new BigDecimal(w).subtract(expected);

            Bounded W = Bounded.exact(new double[][] {{w}});
            Bounded update = Bounded.zeros(1, 1);
            update.values(0)[0] = f.near(step, stepError, random);
            update.errors(0)[0] = stepError;
            Bounded next = Bounded.zeros(1, 1);
            WeightDecayTheory theory = new WeightDecayTheory(decay);
            BoundedNumber bounded = new BoundedNumber(f.near(alpha, alphaError, random), alphaError);
            theory.addTo(W, bounded, update, f.rounding());
            Elementwise.subtract(W, update, next, f.rounding());
            theory.shrinkFirst(W, bounded, next, f.rounding());

            double own = f.near(step, stepError, random);
            String what = w + " by " + decay + " at " + alpha;
            double one = f.round(own + f.round(rate * f.round(decay * w)));
            double other = f.round(own + f.round(f.round(rate * decay) * w));
            for (double made : new double[] {one, other, update.values(0)[0]}) {
                trial.add(expected.subtract(new BigDecimal(made)).abs().doubleValue(), update.errors(0)[0], what);
            }
            double shrunk = f.round(f.round(w * f.round(1 - f.round(rate * decay))) - own);
            for (double made : new double[] {f.round(w - one), f.round(w - other), shrunk, next.values(0)[0]}) {
                trial.add(after.subtract(new BigDecimal(made)).abs().doubleValue(), next.errors(0)[0], "next " + what);
            }
        }
        trial.assertBounded(0.5);
    }
}
