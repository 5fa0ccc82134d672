package org.twinnet.compare.theory.clipping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.Trial;

@DisplayName("The chapters on clipping")
class ClippingTheoriesTest {

    private static final MathContext DIGITS = new MathContext(60);
    private static final int CASES = 1_500;

    /** Exact gradients of two layers with two tensors each, and bounds of their errors. */
    private static final class Gradient {
        private final List<List<Bounded>> bounded = new ArrayList<>();
        private final double[][][] exact = new double[2][2][];
        private final double[][][] errors = new double[2][2][];

        Gradient(Format format, SplittableRandom random) {
            for (int l = 0; l < 2; l++) {
                List<Bounded> tensors = new ArrayList<>();
                for (int k = 0; k < 2; k++) {
                    int n = 1 + random.nextInt(6);
                    exact[l][k] = new double[n];
                    errors[l][k] = new double[n];
                    Bounded g = Bounded.zeros(1, n);
                    for (int i = 0; i < n; i++) {
                        double x = random.nextInt(8) == 0 ? 0 : random.nextDouble() - 0.5;
                        exact[l][k][i] = x;
                        errors[l][k][i] = random.nextInt(3) == 0
                                ? Math.pow(10, -6 * random.nextDouble()) * 0.1
                                : Math.abs(x) * format.rounding().u() * 50;
                        g.values(0)[i] = format.near(x, errors[l][k][i], random);
                        g.errors(0)[i] = errors[l][k][i];
                    }
                    tensors.add(g);
                }
                bounded.add(tensors);
            }
        }

        /** What a program has, whose errors all point the same way now and then. */
        double[][][] program(Format format, SplittableRandom random) {
            double[][][] own = new double[2][2][];
            int way = random.nextInt(4);
            for (int l = 0; l < 2; l++) {
                for (int k = 0; k < 2; k++) {
                    own[l][k] = exact[l][k].clone();
                    for (int i = 0; i < own[l][k].length; i++) {
                        double x = exact[l][k][i];
                        double out = x + Math.signum(x) * (way == 0 ? 1 : -1) * errors[l][k][i];
                        double there = format.round(out);
                        boolean whole = way < 2 && Math.abs(there - x) <= errors[l][k][i];
                        own[l][k][i] = whole ? there : format.near(x, errors[l][k][i], random);
                    }
                }
            }
            return own;
        }

        double norm(int from, int to) {
            double sum = 0;
            for (int l = from; l <= to; l++) {
                for (double[] tensor : exact[l]) {
                    for (double x : tensor) {
                        sum += x * x;
                    }
                }
            }
            return Math.sqrt(sum);
        }
    }

    private static BigDecimal exactFactor(double[][][] g, int from, int to, double limit) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int l = from; l <= to; l++) {
            for (double[] tensor : g[l]) {
                for (double x : tensor) {
                    sum = sum.add(new BigDecimal(x).pow(2));
                }
            }
        }
        BigDecimal norm = sum.sqrt(DIGITS);
        return norm.compareTo(new BigDecimal(limit)) > 0 ? new BigDecimal(limit).divide(norm, DIGITS) : BigDecimal.ONE;
    }

    private static double programFactor(Format f, double[][][] g, int from, int to, double limit) {
        double sum = 0;
        for (int l = from; l <= to; l++) {
            for (double[] tensor : g[l]) {
                for (double x : tensor) {
                    sum = f.round(sum + f.round(x * x));
                }
            }
        }
        double norm = f.round(Math.sqrt(sum));
        double own = f.round(limit);
        return norm > own ? f.round(own / norm) : 1;
    }

    private static ClippingTheory chapter(Clipping clipping) {
        return ClippingTheory.of(clipping).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_what_comes_between_the_limits(Format format) {
        SplittableRandom random = new SplittableRandom(3);
        Trial trial = new Trial();
        for (int c = 0; c < CASES; c++) {
            Gradient gradient = new Gradient(format, random);
            double limit = 0.05 + 0.4 * random.nextDouble();
            double[][][] own = gradient.program(format, random);
            chapter(new Clipping.Value(limit, false)).clip(gradient.bounded, format.rounding());
            for (int l = 0; l < 2; l++) {
                for (int k = 0; k < 2; k++) {
                    Bounded g = gradient.bounded.get(l).get(k);
                    for (int i = 0; i < own[l][k].length; i++) {
                        double x = gradient.exact[l][k][i];
                        double expected = Math.max(-limit, Math.min(limit, x));
                        double held = format.round(limit);
                        double made = Math.max(-held, Math.min(held, own[l][k][i]));
                        double error = g.errors(0)[i];
                        trial.add(Math.abs(made - expected), error, "clip of " + x + " at " + limit);
                        trial.add(Math.abs(g.values(0)[i] - expected), error, "own clip of " + x + " at " + limit);
                    }
                }
            }
        }
        trial.assertBounded(0.9);
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_what_is_shortened_layer_by_layer_or_as_a_whole(Format format) {
        SplittableRandom random = new SplittableRandom(4);
        Trial trial = new Trial();
        for (int c = 0; c < CASES; c++) {
            boolean whole = c % 2 == 0;
            Gradient gradient = new Gradient(format, random);
            // beside the norm itself, below and above it, where the shortening begins
            double near = 1 + (random.nextDouble() - 0.5) * Math.pow(10, -7 * random.nextDouble());
            double limit = random.nextBoolean()
                    ? Math.max(1e-3, gradient.norm(0, whole ? 1 : 0) * near)
                    : 0.05 + random.nextDouble();
            double[][][] own = gradient.program(format, random);
            Clipping clipping = whole ? new Clipping.Norm(limit, false) : new Clipping.NormPerLayer(limit, false);
            chapter(clipping).clip(gradient.bounded, format.rounding());
            for (int l = 0; l < 2; l++) {
                BigDecimal exact = exactFactor(gradient.exact, whole ? 0 : l, whole ? 1 : l, limit);
                double factor = programFactor(format, own, whole ? 0 : l, whole ? 1 : l, limit);
                for (int k = 0; k < 2; k++) {
                    Bounded g = gradient.bounded.get(l).get(k);
                    for (int i = 0; i < own[l][k].length; i++) {
                        BigDecimal expected = exact.multiply(new BigDecimal(gradient.exact[l][k][i]));
                        double made = format.round(factor * own[l][k][i]);
                        double error = g.errors(0)[i];
                        String what = "shortening of " + gradient.exact[l][k][i] + " at " + limit;
                        trial.add(expected.subtract(new BigDecimal(made)).abs().doubleValue(), error, what);
                        trial.add(
                                expected.subtract(new BigDecimal(g.values(0)[i]))
                                        .abs()
                                        .doubleValue(),
                                error,
                                "own " + what);
                    }
                }
            }
        }
        trial.assertBounded(0.3);
    }

    private static Bounded of(double value, double error) {
        Bounded g = Bounded.zeros(1, 2);
        g.values(0)[0] = value;
        g.errors(0)[0] = error;
        return g;
    }

    private static double errorOf(Clipping clipping, double value) {
        Bounded g = of(value, 1e-6);
        chapter(clipping).clip(List.of(List.of(g)), Rounding.FLOAT64);
        return g.errors(0)[0];
    }

    /** A gradient that comes to the limit has a bound that comes to that of one beyond it; nothing jumps. */
    @Test
    void should_have_no_jump_where_a_gradient_comes_to_the_limit() {
        for (Clipping clipping : List.of(
                new Clipping.Value(0.5, false), new Clipping.NormPerLayer(0.5, false), new Clipping.Norm(0.5, false))) {
            double before = errorOf(clipping, 0.49);
            assertEquals(1e-6, before, 1e-15);
            for (double near = -2e-6; near <= 2e-6; near += 1e-7) {
                double here = errorOf(clipping, 0.5 + near);
                double next = errorOf(clipping, 0.5 + near + 1e-7);
                assertTrue(Math.abs(here - next) <= 2.1e-7, clipping + " at " + near);
                assertTrue(here <= 2.1e-6, clipping + " at " + near);
            }
        }
    }

    @Test
    void should_know_the_limit_itself_far_beyond_it() {
        assertEquals(0, errorOf(new Clipping.Value(0.5, false), 3), 1e-16);
    }

    @Test
    void should_leave_what_is_below_the_limit() {
        for (Clipping clipping :
                List.of(new Clipping.Value(2, true), new Clipping.NormPerLayer(2, true), new Clipping.Norm(2, true))) {
            assertEquals(1e-6, errorOf(clipping, 1.5), clipping::toString);
            assertTrue(chapter(clipping).afterPenalty());
        }
        assertEquals(Optional.empty(), ClippingTheory.of(new Clipping.None()));
    }

    @Test
    void should_know_nothing_where_a_gradient_may_be_no_number_or_its_squares_overflow() {
        for (Clipping clipping :
                List.of(new Clipping.Value(2, true), new Clipping.NormPerLayer(2, true), new Clipping.Norm(2, true))) {
            Bounded g = of(3, Double.POSITIVE_INFINITY);
            chapter(clipping).clip(List.of(List.of(g)), Rounding.FLOAT64);
            assertEquals(Double.POSITIVE_INFINITY, g.errors(0)[0], clipping::toString);
        }
        Bounded large = of(1e160, 0);
        chapter(new Clipping.Norm(1, false)).clip(List.of(List.of(large)), Rounding.FLOAT64);
        assertEquals(Double.POSITIVE_INFINITY, large.errors(0)[0]);
    }
}
