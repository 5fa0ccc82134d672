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
            BoundedNumber cost = new L2Theory(lambda).cost(List.of(V), m, format.rounding());
            BigDecimal expected =
                    squares.multiply(new BigDecimal(lambda)).divide(BigDecimal.valueOf(2L * m), MathContext.DECIMAL128);
            double half = format.round(lambda / (2.0 * m));
            trial.add(distance(format.round(half * sum), expected), scale * cost.error(), "cost");
            trial.add(distance(cost.value(), expected), scale * cost.error(), "own cost");
            Bounded gradient = Bounded.zeros(1, count);
            new L2Theory(lambda).gradient(V, m, gradient, format.rounding());
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

    @Test
    void should_know_nothing_where_the_order_of_factors_decides_whether_it_overflows() {
        Bounded V = Bounded.exact(new double[][] {{1e153, 1}});
        L2Theory theory = new L2Theory(1e4);
        Bounded gradient = Bounded.zeros(1, 1);
        theory.gradient(Bounded.exact(new double[][] {{1e305}}), 100, gradient, Rounding.FLOAT64);

        // λ·ΣW²/(2m) is infinite where (λ/2m)·ΣW² is 5e307
        assertTrue(theory.cost(List.of(V), 100, Rounding.FLOAT64).value() < 1e308);
        assertEquals(
                Double.POSITIVE_INFINITY,
                theory.cost(List.of(V), 100, Rounding.FLOAT64).error());
        assertTrue(Double.isFinite(
                new L2Theory(1).cost(List.of(V), 100, Rounding.FLOAT64).error()));
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
