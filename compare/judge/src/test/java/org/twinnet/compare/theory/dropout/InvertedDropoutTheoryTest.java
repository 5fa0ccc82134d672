package org.twinnet.compare.theory.dropout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.Trial;

@DisplayName("The chapter on inverted dropout")
class InvertedDropoutTheoryTest {

    private static Trial trial(Format format, double scale) {
        SplittableRandom random = new SplittableRandom(6);
        Trial trial = new Trial();
        for (int i = 0; i < 20_000; i++) {
            double keep = format.round(0.05 + 0.95 * random.nextDouble());
            double exact = format.any(random);
            double error = format.anyError(exact, random);
            Bounded A = Bounded.zeros(1, 1);
            A.values(0)[0] = format.near(exact, error, random);
            A.errors(0)[0] = error;
            double d = random.nextInt(3) == 0 ? 0 : 1;
            Bounded masked = Bounded.zeros(1, 1);
            new InvertedDropoutTheory(keep).apply(new double[][] {{d}}, A, masked, format.rounding());
            double a = format.near(exact, error, random);
            double program = i % 2 == 0
                    ? format.round(a * d / keep)
                    : format.round(format.round(a * d) * format.round(1 / keep));
            BigDecimal expected = new BigDecimal(exact * d).divide(new BigDecimal(keep), new MathContext(60));
            double bound = scale * masked.errors(0)[0];
            trial.add(new BigDecimal(program).subtract(expected).abs().doubleValue(), bound, "program's " + exact);
            double own = masked.values(0)[0];
            trial.add(new BigDecimal(own).subtract(expected).abs().doubleValue(), bound, "own " + exact);
        }
        return trial;
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_what_is_left_of_a_unit(Format format) {
        trial(format, 1).assertBounded(0.05);
        assertTrue(trial(format, 1.0 / 40).largest() > 1, "a bound that is too small");
    }

    @Test
    void should_leave_nothing_open_of_a_dropped_unit() {
        Bounded A = Bounded.zeros(1, 3);
        System.arraycopy(new double[] {5, 0, 0}, 0, A.values(0), 0, 3);
        System.arraycopy(new double[] {1, 0, 1}, 0, A.errors(0), 0, 3);
        new InvertedDropoutTheory(0.5).apply(new double[][] {{0, 1, 1}}, A, A, Rounding.FLOAT64);

        assertArrayEquals(new double[3], A.values(0));
        assertArrayEquals(new double[] {0, 0, 2}, A.errors(0), 1e-12);
    }

    @Test
    void should_have_no_bound_where_the_reciprocal_overflows() {
        InvertedDropoutTheory dropout = new InvertedDropoutTheory(0x1p-1026);
        Bounded A = Bounded.zeros(1, 2);
        dropout.apply(new double[][] {{0, 1}}, A, A, Rounding.FLOAT64);

        assertTrue(dropout.overflows(Rounding.FLOAT64));
        assertEquals(Double.POSITIVE_INFINITY, A.errors(0)[0]);
        assertEquals(0, A.values(0)[0]);
    }
}
