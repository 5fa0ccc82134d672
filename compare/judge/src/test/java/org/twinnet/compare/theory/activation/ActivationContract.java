package org.twinnet.compare.theory.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.Trial;

/**
 * What every activation's chapter keeps: its bounds hold for whatever program, number and error, and its slope is that
 * of its value.
 */
abstract class ActivationContract {

    private static final DfpField FIELD = new DfpField(50);
    private static final int CASES = 4_000;

    abstract ActivationTheory theory();

    /** g(z) to fifty digits. */
    abstract Dfp exactly(Dfp z);

    /** g′(z) to fifty digits, the left one at a kink. */
    abstract Dfp exactSlope(Dfp z);

    /** g(z) as some program computes it in the format. */
    abstract double program(double z, Format format, int form);

    /** g′(z) as some program computes it in the format. */
    abstract double programSlope(double z, double a, Format format, int form);

    @ParameterizedTest
    @EnumSource
    void should_bound_the_error_of_any_program(Format format) {
        values(theory(), format).assertBounded(0.05);
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_the_error_of_any_slope(Format format) {
        slopes(theory(), format).assertBounded(0.05);
    }

    /** At scales from 1e-300 to 1e300, exact and with errors as large as the numbers themselves. */
    @Test
    void should_bound_the_error_of_any_program_at_any_scale() {
        SplittableRandom random = new SplittableRandom(3);
        Trial values = new Trial();
        Trial slopes = new Trial();
        for (int i = 0; i < 2_000; i++) {
            double exact = (random.nextBoolean() ? 1 : -1) * Math.pow(10, -300 + 600 * random.nextDouble());
            double error = random.nextBoolean() ? 0 : Format.FLOAT64.anyError(exact, random);
            Bounded Z = Bounded.zeros(1, 1);
            Z.values(0)[0] = Format.FLOAT64.near(exact, error, random);
            Z.errors(0)[0] = error;
            Bounded A = Bounded.zeros(1, 1);
            theory().forward(Z, A, Rounding.FLOAT64);
            Bounded gradient = Bounded.zeros(1, 1);
            gradient.values(0)[0] = 1;
            theory().slope(Z, A, gradient, Rounding.FLOAT64);
            double z = Format.FLOAT64.near(exact, error, random);
            double a = program(z, Format.FLOAT64, i);
            String what = "z " + exact + ", error " + error;
            values.add(distance(a, exactly(FIELD.newDfp(exact))), A.errors(0)[0], what);
            slopes.add(
                    distance(programSlope(z, a, Format.FLOAT64, i), exactSlope(FIELD.newDfp(exact))),
                    gradient.errors(0)[0],
                    what);
        }
        values.assertBounded(0);
        slopes.assertBounded(0);
    }

    @ParameterizedTest
    @EnumSource
    void should_notice_a_bound_that_is_too_small(Format format) {
        assertTrue(values(new TooSmall(theory()), format).largest() > 1);
        assertTrue(slopes(new TooSmall(theory()), format).largest() > 1);
    }

    @Test
    void should_keep_a_number_that_is_none() {
        Bounded Z = Bounded.exact(new double[][] {{Double.NaN}});
        Bounded A = Bounded.zeros(1, 1);
        theory().forward(Z, A, Rounding.FLOAT64);
        Bounded gradient = Bounded.zeros(1, 1);
        gradient.values(0)[0] = 1;
        theory().slope(Z, A, gradient, Rounding.FLOAT64);

        assertTrue(Double.isNaN(A.values(0)[0]));
        assertEquals(slopeOfNan(), gradient.values(0)[0]);
    }

    /** What the slope of a number that is none makes of a gradient of 1. */
    double slopeOfNan() {
        return Double.NaN;
    }

    @Test
    void should_say_its_formula() {
        assertTrue(theory().formula().startsWith("A = "));
        assertFalse(theory().formula().isBlank());
    }

    @Test
    void should_have_a_slope_that_jumps_at_its_kinks_only() {
        for (double z = -4; z <= 4; z += 0.125) {
            double left = exactSlope(FIELD.newDfp(z - 1e-9)).toDouble();
            double right = exactSlope(FIELD.newDfp(z + 1e-9)).toDouble();
            double at = z;
            boolean kink = Arrays.stream(theory().kinks()).anyMatch(k -> k == at);
            assertEquals(kink, Math.abs(left - right) > 1e-6, "at " + z);
        }
    }

    private Trial values(ActivationTheory theory, Format format) {
        SplittableRandom random = new SplittableRandom(1);
        Trial trial = new Trial();
        for (int i = 0; i < CASES; i++) {
            Case one = new Case(format, random);
            Bounded A = one.forward(theory);
            double program = program(one.program, format, i);
            trial.add(distance(program, exactly(FIELD.newDfp(one.exact))), A.errors(0)[0], "program's " + one);
            trial.add(distance(A.values(0)[0], exactly(FIELD.newDfp(one.exact))), A.errors(0)[0], "own " + one);
        }
        return trial;
    }

    private Trial slopes(ActivationTheory theory, Format format) {
        SplittableRandom random = new SplittableRandom(2);
        Trial trial = new Trial();
        for (int i = 0; i < CASES; i++) {
            Case one = new Case(format, random);
            Bounded A = one.forward(theory);
            double exact = format.any(random);
            double error = format.anyError(exact, random);
            Bounded gradient = Bounded.zeros(1, 1);
            gradient.values(0)[0] = format.near(exact, error, random);
            gradient.errors(0)[0] = error;
            theory.slope(one.Z, A, gradient, format.rounding());
            double dA = format.near(exact, error, random);
            double a = program(one.program, format, i);
            double program = format.round(dA * programSlope(one.program, a, format, i));
            Dfp expected = exactSlope(FIELD.newDfp(one.exact)).multiply(FIELD.newDfp(exact));
            trial.add(distance(program, expected), gradient.errors(0)[0], "program's " + one + ", dA " + dA);
            trial.add(distance(gradient.values(0)[0], expected), gradient.errors(0)[0], "own " + one);
        }
        return trial;
    }

    private static double distance(double program, Dfp exact) {
        return FIELD.newDfp(program).subtract(exact).abs().toDouble();
    }

    /** An exact z, and what the chapter and a program have in its place. */
    private static final class Case {
        private final double exact;
        private final double program;
        private final Bounded Z = Bounded.zeros(1, 1);
        private final Format format;

        Case(Format format, SplittableRandom random) {
            this.format = format;
            this.exact = format.any(random);
            double error = format.anyError(exact, random);
            this.program = format.near(exact, error, random);
            Z.values(0)[0] = format.near(exact, error, random);
            Z.errors(0)[0] = error;
        }

        Bounded forward(ActivationTheory theory) {
            Bounded A = Bounded.zeros(1, 1);
            theory.forward(Z, A, format.rounding());
            return A;
        }

        @Override
        public String toString() {
            return "z " + exact + ", error " + Z.errors(0)[0];
        }
    }

    /** A chapter with bounds of a fortieth. */
    private record TooSmall(ActivationTheory theory) implements ActivationTheory {

        @Override
        public String formula() {
            return theory.formula();
        }

        @Override
        public void forward(Bounded Z, Bounded A, Rounding rounding) {
            theory.forward(Z, A, rounding);
            A.errors(0)[0] /= 40;
        }

        @Override
        public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
            theory.slope(Z, A, gradient, rounding);
            gradient.errors(0)[0] /= 40;
        }
    }
}
