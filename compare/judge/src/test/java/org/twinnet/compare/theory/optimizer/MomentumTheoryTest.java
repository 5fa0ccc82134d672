package org.twinnet.compare.theory.optimizer;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.Trial;

@DisplayName("The chapter on momentum")
class MomentumTheoryTest {

    /** One step from a velocity and a gradient that are both known to an error only, in either form. */
    private static Trial trial(Format format, double scale) {
        SplittableRandom random = new SplittableRandom(11);
        Trial trial = new Trial();
        for (int i = 0; i < 20_000; i++) {
            boolean average = i % 2 == 0;
            // some programs hold a μ that they have rounded
            double mu = i % 4 < 2 ? random.nextDouble() : format.round(random.nextDouble());
            double own = format.round(mu);
            double share = average ? format.round(1 - own) : 1;
            double rate = format.round(0.001 + random.nextDouble());
            double g = format.any(random);
            double v = format.any(random);
            double gError = format.anyError(g, random);
            double vError = format.anyError(v, random);
            Bounded G = Bounded.zeros(1, 1);
            G.values(0)[0] = format.near(g, gError, random);
            G.errors(0)[0] = gError;
            Bounded V = Bounded.zeros(1, 1);
            V.values(0)[0] = format.near(v, vError, random);
            V.errors(0)[0] = vError;
            Bounded update = Bounded.zeros(1, 1);
            Bounded next = Bounded.zeros(1, 1);
            new MomentumTheory(mu, average)
                    .step(G, G, List.of(V), 1, BoundedNumber.exact(rate), format.rounding(), update, List.of(next));
            double velocity = format.round(format.round(own * format.near(v, vError, random))
                    + format.round(share * format.near(g, gError, random)));
            BigDecimal exactShare = average ? BigDecimal.ONE.subtract(new BigDecimal(mu)) : BigDecimal.ONE;
            BigDecimal exact =
                    new BigDecimal(mu).multiply(new BigDecimal(v)).add(exactShare.multiply(new BigDecimal(g)));
            trial.add(
                    new BigDecimal(velocity).subtract(exact).abs().doubleValue(),
                    scale * next.errors(0)[0],
                    "velocity " + exact.doubleValue());
            BigDecimal step = exact.multiply(new BigDecimal(rate));
            trial.add(
                    new BigDecimal(format.round(rate * velocity))
                            .subtract(step)
                            .abs()
                            .doubleValue(),
                    scale * update.errors(0)[0],
                    "update " + step.doubleValue());
        }
        return trial;
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_velocity_and_update(Format format) {
        trial(format, 1).assertBounded(0.05);
        assertTrue(trial(format, 1.0 / 40).largest() > 1, "a bound that is too small");
    }
}
