package org.twinnet.compare.theory.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.Trial;

@DisplayName("The chapters on optimizers that divide by a root, and on Nesterov's momentum")
class RootTheoriesTest {

    private static final MathContext DIGITS = new MathContext(40);
    private static final int CASES = 4_000;

    /** One step of one parameter in decimals, from the memories. */
    private interface Exact {
        BigDecimal update(BigDecimal g, BigDecimal[] memories, BigDecimal rate, int t);
    }

    /** The same as a program does it, each operation rounded once. */
    private interface Program {
        double update(double g, double[] memories, double rate, int t);
    }

    private static BigDecimal big(double x) {
        return new BigDecimal(x);
    }

    private static Trial trial(Format format, OptimizerTheory theory, boolean squares, Exact exact, Program program) {
        SplittableRandom random = new SplittableRandom(17);
        Trial trial = new Trial();
        for (int i = 0; i < CASES; i++) {
            int t = 1 + random.nextInt(i % 2 == 0 ? 3 : 2000);
            double rate = format.round(0.001 + random.nextDouble());
            // from rounding errors of a gradient that is 0 to features that nobody scaled
            double g = random.nextInt(6) == 0 ? 0 : format.round((random.nextDouble() - 0.5) * power(random, -12, 5));
            double gError = random.nextInt(5) == 0
                    ? format.rounding().u() * power(random, -4, 1)
                    : Math.abs(g) * format.rounding().u() * 100 * random.nextDouble();
            int count = theory.stateCount();
            double[] memories = new double[count];
            List<Bounded> state = new ArrayList<>();
            List<Bounded> next = new ArrayList<>();
            boolean fresh = t == 1 || random.nextInt(5) == 0;
            double scale = power(random, -8, 4);
            for (int k = 0; k < count; k++) {
                boolean square = squares && (count == 1 || k > 0);
                double x = (random.nextDouble() + (square ? 0.1 : -0.5)) * scale;
                memories[k] = fresh ? 0 : format.round(square ? x * x + (k == 2 ? memories[1] : 0) : x);
                state.add(Bounded.exact(new double[][] {{memories[k]}}));
                next.add(Bounded.zeros(1, 1));
            }
            Bounded G = Bounded.zeros(1, 1);
            G.values(0)[0] = format.near(g, gError, random);
            G.errors(0)[0] = gError;
            Bounded update = Bounded.zeros(1, 1);
            theory.step(G, G, state, t, BoundedNumber.exact(rate), format.rounding(), update, next);
            BigDecimal[] decimals = new BigDecimal[count];
            for (int k = 0; k < count; k++) {
                decimals[k] = big(memories[k]);
            }
            BigDecimal expected = exact.update(big(g), decimals, big(rate), t);
            double[] own = memories.clone();
            double made = program.update(format.near(g, gError, random), own, rate, t);
            String what = "update of " + g + " ± " + gError + " at " + t;
            trial.add(big(made).subtract(expected).abs().doubleValue(), update.errors(0)[0], what);
            trial.add(
                    big(update.values(0)[0]).subtract(expected).abs().doubleValue(),
                    update.errors(0)[0],
                    "own " + what);
            for (int k = 0; k < count; k++) {
                double error = next.get(k).errors(0)[0];
                trial.add(big(own[k]).subtract(decimals[k]).abs().doubleValue(), error, "memory " + k + " of " + what);
            }
        }
        return trial;
    }

    private static double power(SplittableRandom random, int from, int to) {
        return Math.pow(10, from + (to - from) * random.nextDouble());
    }

    private static Trial nesterov(Format f, double momentum) {
        double own = f.round(momentum);
        return trial(
                f,
                new NesterovTheory(momentum),
                false,
                (g, v, rate, t) -> {
                    v[0] = v[0].multiply(big(momentum)).add(g);
                    return rate.multiply(g.add(v[0].multiply(big(momentum))));
                },
                (g, v, rate, t) -> {
                    v[0] = f.round(f.round(own * v[0]) + g);
                    return f.round(rate * f.round(g + f.round(own * v[0])));
                });
    }

    private static Trial root(Format f, double kept, double epsilon, OptimizerTheory theory) {
        double own = f.round(kept);
        double share = kept < 1 ? f.round(1 - own) : 1;
        return trial(
                f,
                theory,
                true,
                (g, s, rate, t) -> {
                    BigDecimal c = kept < 1 ? BigDecimal.ONE.subtract(big(kept)) : BigDecimal.ONE;
                    s[0] = s[0].multiply(big(kept)).add(c.multiply(g.pow(2)));
                    return rate.multiply(g).divide(s[0].sqrt(DIGITS).add(big(epsilon)), DIGITS);
                },
                (g, s, rate, t) -> {
                    s[0] = f.round(f.round(own * s[0]) + f.round(share * f.round(g * g)));
                    return f.round(f.round(rate * g) / f.round(f.round(Math.sqrt(s[0])) + f.round(epsilon)));
                });
    }

    private static Trial moments(Format f, EpsilonPlace place, boolean largest, double b1, double b2, double epsilon) {
        double own1 = f.round(b1);
        double own2 = f.round(b2);
        double ownEpsilon = f.round(epsilon);
        boolean after = place == EpsilonPlace.AFTER_CORRECTION;
        return trial(
                f,
                new AdamTheory(b1, b2, epsilon, place, largest),
                true,
                (g, s, rate, t) -> {
                    s[0] = s[0].multiply(big(b1))
                            .add(BigDecimal.ONE.subtract(big(b1)).multiply(g));
                    s[1] = s[1].multiply(big(b2))
                            .add(BigDecimal.ONE.subtract(big(b2)).multiply(g.pow(2)));
                    if (largest) {
                        s[2] = s[2].max(s[1]);
                    }
                    BigDecimal first = BigDecimal.ONE.subtract(big(b1).pow(t, DIGITS));
                    BigDecimal second = BigDecimal.ONE.subtract(big(b2).pow(t, DIGITS));
                    BigDecimal v = s[largest ? 2 : 1];
                    return after
                            ? rate.multiply(s[0].divide(first, DIGITS))
                                    .divide(
                                            v.divide(second, DIGITS)
                                                    .sqrt(DIGITS)
                                                    .add(big(epsilon)),
                                            DIGITS)
                            : rate.multiply(second.sqrt(DIGITS))
                                    .multiply(s[0])
                                    .divide(first.multiply(v.sqrt(DIGITS).add(big(epsilon))), DIGITS);
                },
                (g, s, rate, t) -> {
                    s[0] = f.round(f.round(own1 * s[0]) + f.round(f.round(1 - own1) * g));
                    s[1] = f.round(f.round(own2 * s[1]) + f.round(f.round(1 - own2) * f.round(g * g)));
                    if (largest) {
                        s[2] = Math.max(s[2], s[1]);
                    }
                    double first = f.round(1 - f.round(Math.pow(own1, t)));
                    double second = f.round(1 - f.round(Math.pow(own2, t)));
                    double v = s[largest ? 2 : 1];
                    return after
                            ? f.round(f.round(rate * f.round(s[0] / first))
                                    / f.round(f.round(Math.sqrt(f.round(v / second))) + ownEpsilon))
                            : f.round(f.round(f.round(rate * f.round(Math.sqrt(second))) / first * s[0])
                                    / f.round(f.round(Math.sqrt(v)) + ownEpsilon));
                });
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_memories_and_update(Format format) {
        // numbers of either format; 1 − β₂ᵗ is 0.008 at first, which single precision has three digits less of
        nesterov(format, 0.75).assertBounded(0.05);
        for (double epsilon : new double[] {format.round(1e-8), 0.125, 0x1p-90}) {
            root(format, 1, epsilon, new AdagradTheory(epsilon)).assertBounded(0.05);
            root(format, 0.875, epsilon, new RmspropTheory(0.875, epsilon)).assertBounded(0.05);
            for (EpsilonPlace place : EpsilonPlace.values()) {
                moments(format, place, false, 0.875, 0.9921875, epsilon).assertBounded(0.05);
                moments(format, place, true, 0.875, 0.9921875, epsilon).assertBounded(0.05);
            }
        }
    }

    /** 1 − 0.999 of single precision is 1.3e-5 of itself off. */
    @ParameterizedTest
    @EnumSource
    void should_bound_programs_that_round_what_the_experiment_gives(Format format) {
        nesterov(format, 0.9).assertBounded(0.05);
        root(format, 1, 1e-8, new AdagradTheory(1e-8)).assertBounded(0.05);
        root(format, 0.95, 1e-8, new RmspropTheory(0.95, 1e-8)).assertBounded(0.05);
        for (EpsilonPlace place : EpsilonPlace.values()) {
            moments(format, place, false, 0.9, 0.999, 1e-8).assertBounded(0.05);
            moments(format, place, true, 0.9, 0.9999, 1e-3).assertBounded(0.05);
        }
    }

    private static double boundOfNothing(Optimizer optimizer, double gradientError) {
        OptimizerTheory theory = OptimizerTheory.of(optimizer);
        Bounded g = Bounded.zeros(1, 1);
        g.errors(0)[0] = gradientError;
        List<Bounded> state = new ArrayList<>();
        List<Bounded> next = new ArrayList<>();
        for (int k = 0; k < theory.stateCount(); k++) {
            state.add(Bounded.exact(new double[][] {{0}}));
            next.add(Bounded.zeros(1, 1));
        }
        Bounded update = Bounded.zeros(1, 1);
        BoundedNumber rate = BoundedNumber.exact(0.5);
        theory.step(g, g, state, 1, rate, Rounding.FLOAT64, update, next);
        return update.errors(0)[0];
    }

    /** A gradient of 0 ± 1e-17 moves a parameter by α·1e-17/ε; where ε is far smaller, by a full step and no more. */
    @Test
    void should_know_what_becomes_of_a_gradient_that_is_0_up_to_rounding() {
        EpsilonPlace after = EpsilonPlace.AFTER_CORRECTION;
        assertEquals(0.5e-9, boundOfNothing(new Optimizer.Adam(0.5, 0.9, 0.999, 1e-8, after), 1e-17), 0.01e-9);
        assertEquals(0.5e-9, boundOfNothing(new Optimizer.Adagrad(0.5, 1e-8), 1e-17), 0.01e-9);
        // α·c·(κ + 1) with c = √0.001/0.1 and κ = 1.01·0.1/√0.001
        assertEquals(0.663, boundOfNothing(new Optimizer.Adam(0.5, 0.9, 0.999, 1e-30, after), 1e-17), 0.001);
        assertEquals(1.005, boundOfNothing(new Optimizer.Adagrad(0.5, 1e-30), 1e-17), 0.01);
        // a unit that is dead in every program
        assertTrue(boundOfNothing(new Optimizer.Adam(0.5, 0.9, 0.999, 1e-8, after), 0) < 1e-290);
    }

    @Test
    void should_know_nothing_of_a_square_that_overflows() {
        assertEquals(Double.POSITIVE_INFINITY, boundOfNothing(new Optimizer.Adagrad(0.5, 1e-200), 1e155));
    }

    /** α/(1 − β₁) is infinite then, so that a program which divides first has no number, and one which does not has. */
    @ParameterizedTest
    @EnumSource(EpsilonPlace.class)
    void should_know_no_update_of_adam_where_the_learning_rate_leaves_the_doubles_on_its_way(EpsilonPlace place) {
        OptimizerTheory adam = new AdamTheory(0.9, 0.999, 1e-8, place, false);
        for (double rate : new double[] {1e307, 1e308}) {
            Bounded g = Bounded.exact(new double[][] {{0.25}});
            List<Bounded> state = List.of(Bounded.zeros(1, 1), Bounded.zeros(1, 1));
            List<Bounded> next = List.of(Bounded.zeros(1, 1), Bounded.zeros(1, 1));
            Bounded update = Bounded.zeros(1, 1);
            adam.step(g, g, state, 1, BoundedNumber.exact(rate), Format.FLOAT64.rounding(), update, next);
            assertEquals(Double.isInfinite(rate / (1 - 0.9)), Double.isInfinite(update.errors(0)[0]), "rate " + rate);
        }
    }
}
