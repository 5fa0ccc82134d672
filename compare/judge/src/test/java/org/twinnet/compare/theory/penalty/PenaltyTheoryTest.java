package org.twinnet.compare.theory.penalty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.Trial;

@DisplayName("The chapters on penalties")
class PenaltyTheoryTest {

    private static final int CASES = 2_000;

    private static double distance(double program, BigDecimal exact) {
        return new BigDecimal(program).subtract(exact).abs().doubleValue();
    }

    private static double weight(Format format, SplittableRandom random) {
        return format.round((random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(8) - 4));
    }

    private static Trial trial(Format format, double scale) {
        SplittableRandom random = new SplittableRandom(5);
        Trial trial = new Trial();
        for (int i = 0; i < CASES; i++) {
            double lambda = format.round(random.nextDouble());
            int m = 1 + random.nextInt(1000);
            int count = 1 + random.nextInt(8);
            Bounded V = Bounded.zeros(1, count);
            double[] program = new double[count];
            BigDecimal squares = BigDecimal.ZERO;
            double sum = 0;
            BigDecimal[] exact = new BigDecimal[count];
            for (int k = 0; k < count; k++) {
                double v = weight(format, random);
                double error = format.anyError(v, random);
                V.values(0)[k] = format.near(v, error, random);
                V.errors(0)[k] = error;
                program[k] = format.near(v, error, random);
                exact[k] = new BigDecimal(v);
                squares = squares.add(exact[k].pow(2));
                sum = format.round(sum + format.round(program[k] * program[k]));
            }
            BoundedNumber cost = new L2Theory(lambda, 0).cost(List.of(V), m, format.rounding());
            BigDecimal expected =
                    squares.multiply(new BigDecimal(lambda)).divide(BigDecimal.valueOf(2L * m), MathContext.DECIMAL128);
            double half = format.round(lambda / (2.0 * m));
            trial.add(distance(format.round(half * sum), expected), scale * cost.error(), "cost");
            trial.add(distance(cost.value(), expected), scale * cost.error(), "own cost");
            Bounded gradient = Bounded.zeros(1, count);
            new L2Theory(lambda, 0).gradient(V, m, gradient, format.rounding());
            double decay = format.round(lambda / m);
            for (int k = 0; k < count; k++) {
                BigDecimal slope =
                        exact[k].multiply(new BigDecimal(lambda)).divide(BigDecimal.valueOf(m), MathContext.DECIMAL128);
                double bound = scale * gradient.errors(0)[k];
                trial.add(distance(format.round(decay * program[k]), slope), bound, "gradient");
                trial.add(distance(gradient.values(0)[k], slope), bound, "own gradient");
            }
        }
        return trial;
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_value_and_slope_of_l2(Format format) {
        trial(format, 1).assertBounded(0.05);
        assertTrue(trial(format, 1.0 / 40).largest() > 1, "a bound that is too small");
    }

    /** L2 and L1 with coefficients at once, of weights that may be 0 or of unknown sign. */
    private static Trial elastic(Format format, double scale) {
        SplittableRandom random = new SplittableRandom(9);
        Trial trial = new Trial();
        for (int i = 0; i < CASES; i++) {
            double l2 = format.round(random.nextDouble());
            double l1 = format.round(random.nextDouble());
            double c2 = i % 3 == 0 ? 0 : format.round(random.nextDouble() / 100);
            double c1 = i % 4 == 0 ? 0 : format.round(random.nextDouble() / 100);
            int m = 1 + random.nextInt(1000);
            double w = i % 5 == 0 ? 0 : weight(format, random);
            double error = format.anyError(i % 7 == 0 ? 1e-4 : w, random);
            Bounded V = Bounded.zeros(1, 1);
            V.values(0)[0] = format.near(w, error, random);
            V.errors(0)[0] = error;
            double program = format.near(w, error, random);
            PenaltyTheory theory = PenaltyTheory.of(new Penalty(l2, l1, c2, c1, i % 2 == 0, PenaltyOver.BATCH));
            Bounded gradient = Bounded.zeros(1, 1);
            theory.gradient(V, m, gradient, format.rounding());
            BigDecimal squares = new BigDecimal(l2)
                    .divide(BigDecimal.valueOf(m), MathContext.DECIMAL128)
                    .add(new BigDecimal(c2));
            BigDecimal magnitudes = new BigDecimal(l1)
                    .divide(BigDecimal.valueOf(m), MathContext.DECIMAL128)
                    .add(new BigDecimal(c1));
            BigDecimal exact = new BigDecimal(w);
            BigDecimal slope = squares.multiply(exact).add(magnitudes.multiply(BigDecimal.valueOf(exact.signum())));
            double share = format.round(format.round(l1 / m) + c1);
            double decay = format.round(format.round(l2 / m) + c2);
            double own = format.round(format.round(decay * program) + share * Math.signum(program));
            double bound = scale * gradient.errors(0)[0];
            trial.add(distance(own, slope), bound, "gradient at " + w);
            trial.add(distance(gradient.values(0)[0], slope), bound, "own gradient at " + w);
            BigDecimal half = squares.divide(BigDecimal.valueOf(2));
            BigDecimal penalty = half.multiply(exact.pow(2)).add(magnitudes.multiply(exact.abs()));
            BoundedNumber cost = theory.cost(List.of(V), m, format.rounding());
            double written = format.round(format.round(format.round(decay / 2) * format.round(program * program))
                    + format.round(share * Math.abs(program)));
            trial.add(distance(written, penalty), scale * cost.error(), "cost at " + w);
            trial.add(distance(cost.value(), penalty), scale * cost.error(), "own cost at " + w);
        }
        return trial;
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_value_and_slope_of_l1_and_of_both(Format format) {
        elastic(format, 1).assertBounded(0.05);
        assertTrue(elastic(format, 1.0 / 40).largest() > 1, "a bound that is too small");
    }

    @Test
    void should_say_the_formula_of_what_is_on() {
        assertEquals("penalty = 0", PenaltyTheory.of(Penalty.NONE).formula());
        assertEquals("penalty = λ/(2m) · Σ W²", PenaltyTheory.of(Penalty.l2(1)).formula());
        assertEquals("penalty = λ/m · Σ |W|", PenaltyTheory.of(Penalty.l1(1)).formula());
        assertEquals(
                "penalty = c/2 · Σ W² + c · Σ |W|, and the same of b",
                PenaltyTheory.of(new Penalty(0, 0, 1, 1, true, PenaltyOver.TRAINING_SET))
                        .formula());
        assertEquals(
                "penalty = (λ/m + c)/2 · Σ W² + (λ/m + c) · Σ |W|",
                PenaltyTheory.of(new Penalty(1, 1, 1, 1, false, PenaltyOver.TRAINING_SET))
                        .formula());
    }

    @Test
    void should_know_a_weight_of_0_to_have_no_slope_and_an_unknown_sign_to_have_any() {
        Bounded V = Bounded.zeros(1, 3);
        V.errors(0)[1] = 1e-20;
        V.values(0)[2] = 1e-20;
        V.errors(0)[2] = 1e-20;
        Bounded gradient = Bounded.zeros(1, 3);
        new L1Theory(1, 0).gradient(V, 1, gradient, Rounding.FLOAT64);

        assertArrayEquals(new double[] {0, 0, 1}, gradient.values(0));
        assertArrayEquals(new double[] {0, 1, 2}, gradient.errors(0), 1e-12);
    }

    @Test
    void should_know_nothing_where_the_order_of_factors_decides_whether_it_overflows() {
        Bounded V = Bounded.exact(new double[][] {{1e153, 1}});
        L2Theory theory = new L2Theory(1e4, 0);
        Bounded gradient = Bounded.zeros(1, 1);
        theory.gradient(Bounded.exact(new double[][] {{1e305}}), 100, gradient, Rounding.FLOAT64);

        // λ·ΣW²/(2m) is infinite where (λ/2m)·ΣW² is 5e307
        assertTrue(theory.cost(List.of(V), 100, Rounding.FLOAT64).value() < 1e308);
        assertEquals(
                Double.POSITIVE_INFINITY,
                theory.cost(List.of(V), 100, Rounding.FLOAT64).error());
        assertTrue(Double.isFinite(
                new L2Theory(1, 0).cost(List.of(V), 100, Rounding.FLOAT64).error()));
        assertEquals(Double.POSITIVE_INFINITY, gradient.errors(0)[0]);
    }

    @Test
    void should_be_nothing_to_the_last_bit_without_penalty() {
        Bounded gradient = Bounded.zeros(1, 2);
        gradient.errors(0)[1] = 7;
        NoPenaltyTheory none = new NoPenaltyTheory();
        none.gradient(Bounded.exact(new double[][] {{1, 2}}), 3, gradient, Rounding.FLOAT64);

        assertEquals(BoundedNumber.exact(0), none.cost(List.of(), 3, Rounding.FLOAT64));
        assertArrayEquals(new double[2], gradient.values(0));
        assertArrayEquals(new double[2], gradient.errors(0));
    }
}
