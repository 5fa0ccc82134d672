package org.twinnet.compare.theory.step;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Format;
import org.twinnet.compare.theory.Trial;

@DisplayName("The chapter on the affine map")
class AffineTest {

    /** A matrix: exact numbers, what the chapter has of them, what a program has. */
    private static final class Case {
        final double[][] exact;
        final double[][] program;
        final Bounded bounded;

        Case(int rows, int columns, boolean known, Format format, SplittableRandom random) {
            exact = new double[rows][columns];
            program = new double[rows][columns];
            bounded = known ? Bounded.exact(exact) : Bounded.zeros(rows, columns);
            for (int i = 0; i < rows; i++) {
                for (int k = 0; k < columns; k++) {
                    double x = format.round(random.nextGaussian() * Math.pow(10, random.nextInt(5) - 2));
                    double error = known ? 0 : format.anyError(x, random);
                    exact[i][k] = x;
                    program[i][k] = format.near(x, error, random);
                    if (!known) {
                        bounded.values(i)[k] = format.near(x, error, random);
                        bounded.errors(i)[k] = error;
                    }
                }
            }
        }
    }

    private static double sum(double[] terms, Format format, SplittableRandom random) {
        for (int i = terms.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double swap = terms[i];
            terms[i] = terms[j];
            terms[j] = swap;
        }
        double sum = 0;
        for (double term : terms) {
            sum = format.round(sum + term);
        }
        return sum;
    }

    private static Trial trial(Format format, double scale, boolean knownWeights, boolean knownInputs) {
        SplittableRandom random = new SplittableRandom(8);
        Trial trial = new Trial();
        for (int round = 0; round < 60; round++) {
            int n = 1 + random.nextInt(7);
            int k = 1 + random.nextInt(7);
            int m = 1 + random.nextInt(7);
            Case W = new Case(n, k, knownWeights, format, random);
            Case b = new Case(1, n, knownWeights, format, random);
            Case A = new Case(k, m, knownInputs, format, random);
            Case dZ = new Case(n, m, false, format, random);
            Affine affine = new Affine(format.rounding(), Math.max(n, k), m);
            Bounded Z = Bounded.zeros(n, m);
            Bounded dA = Bounded.zeros(k, m);
            Bounded dW = Bounded.zeros(n, k);
            Bounded db = Bounded.zeros(1, n);
            affine.forward(W.bounded, b.bounded, A.bounded, Z);
            affine.inputGradient(W.bounded, dZ.bounded, dA);
            affine.parameterGradients(dZ.bounded, A.bounded, dW, db);
            for (int i = 0; i < n; i++) {
                int row = i;
                for (int j = 0; j < m; j++) {
                    int column = j;
                    Dot z = new Dot(k, r -> W.exact[row][r], r -> A.exact[r][column]);
                    Dot own = new Dot(k, r -> W.program[row][r], r -> A.program[r][column]);
                    double program = own.rounded(b.program[0][i], 1, format, random);
                    hold(trial, program, z.exactly(b.exact[0][i], 1), Z, i, j, scale, "Z");
                }
                for (int c = 0; c < k; c++) {
                    int column = c;
                    Dot dw = new Dot(m, j -> dZ.exact[row][j], j -> A.exact[column][j]);
                    Dot own = new Dot(m, j -> dZ.program[row][j], j -> A.program[column][j]);
                    double program = own.rounded(0, m, format, random);
                    hold(trial, program, dw.exactly(0, m), dW, i, c, scale, "dW");
                }
                Dot sum = new Dot(m, j -> dZ.exact[row][j], j -> 1);
                Dot own = new Dot(m, j -> dZ.program[row][j], j -> 1);
                hold(trial, own.rounded(0, m, format, random), sum.exactly(0, m), db, 0, i, scale, "db");
            }
            for (int c = 0; c < k; c++) {
                for (int j = 0; j < m; j++) {
                    int row = c;
                    int column = j;
                    Dot da = new Dot(n, i -> W.exact[i][row], i -> dZ.exact[i][column]);
                    Dot own = new Dot(n, i -> W.program[i][row], i -> dZ.program[i][column]);
                    hold(trial, own.rounded(0, 1, format, random), da.exactly(0, 1), dA, c, j, scale, "dA");
                }
            }
        }
        return trial;
    }

    private static void hold(
            Trial trial, double program, BigDecimal exact, Bounded own, int i, int j, double scale, String what) {
        double bound = scale * own.errors(i)[j];
        trial.add(new BigDecimal(program).subtract(exact).abs().doubleValue(), bound, "program's " + what);
        double value = own.values(i)[j];
        trial.add(new BigDecimal(value).subtract(exact).abs().doubleValue(), bound, "own " + what);
    }

    private interface Entry {
        double at(int i);
    }

    /** Σ xᵢ·yᵢ. */
    private record Dot(int length, Entry x, Entry y) {

        BigDecimal exactly(double more, int count) {
            BigDecimal sum = new BigDecimal(more);
            for (int i = 0; i < length; i++) {
                sum = sum.add(new BigDecimal(x.at(i)).multiply(new BigDecimal(y.at(i))));
            }
            return sum.divide(BigDecimal.valueOf(count), new MathContext(60));
        }

        double rounded(double more, int count, Format format, SplittableRandom random) {
            double[] terms = new double[length + 1];
            for (int i = 0; i < length; i++) {
                terms[i] = format.round(x.at(i) * y.at(i));
            }
            terms[length] = more;
            return format.round(sum(terms, format, random) / count);
        }
    }

    @ParameterizedTest
    @EnumSource
    void should_know_nothing_of_a_sum_that_may_leave_the_range_of_the_format(Format format) {
        double large = 0.6 * format.rounding().largest();
        Bounded W = Bounded.exact(new double[][] {{large, large, -large}});
        Bounded b = Bounded.exact(new double[][] {{0}});
        // the first example may be ∞, the second is 0.6 times the largest number in whatever order
        Bounded A = Bounded.exact(new double[][] {{1, 1}, {1, 0}, {1, 0}});
        Affine affine = new Affine(format.rounding(), 3, 2);
        Bounded Z = Bounded.zeros(1, 2);
        affine.forward(W, b, A, Z);
        Bounded dA = Bounded.zeros(3, 2);
        affine.inputGradient(Bounded.exact(new double[][] {{1, 0, 0}, {1, 0, 0}}), large(2, large), dA);
        Bounded dW = Bounded.zeros(1, 3);
        Bounded db = Bounded.zeros(1, 1);
        affine.parameterGradients(large(1, large), Bounded.exact(new double[][] {{1, 1}, {1, 0}, {0, 0}}), dW, db);

        assertArrayEquals(new boolean[] {false, true}, known(Z.errors(0)));
        assertArrayEquals(new boolean[] {false, false}, known(dA.errors(0)));
        assertArrayEquals(new boolean[] {true, true}, known(dA.errors(1)));
        assertArrayEquals(new boolean[] {false, true, true}, known(dW.errors(0)));
        assertArrayEquals(new boolean[] {false}, known(db.errors(0)));
    }

    private static Bounded large(int rows, double large) {
        Bounded matrix = Bounded.zeros(rows, 2);
        for (int i = 0; i < rows; i++) {
            Arrays.fill(matrix.values(i), large);
        }
        return matrix;
    }

    private static boolean[] known(double[] errors) {
        boolean[] known = new boolean[errors.length];
        for (int i = 0; i < errors.length; i++) {
            known[i] = Double.isFinite(errors[i]);
        }
        return known;
    }

    @ParameterizedTest
    @EnumSource
    void should_bound_every_product_from_exact_numbers(Format format) {
        trial(format, 1, true, true).assertBounded(0.05);
        assertTrue(trial(format, 1.0 / 40, true, true).largest() > 1, "a bound that is too small");
    }

    @ParameterizedTest
    @EnumSource
    void should_carry_the_errors_of_activations(Format format) {
        trial(format, 1, true, false).assertBounded(0.05);
        assertTrue(trial(format, 1.0 / 40, true, false).largest() > 1, "a bound that is too small");
    }

    @ParameterizedTest
    @EnumSource
    void should_carry_the_errors_of_parameters(Format format) {
        trial(format, 1, false, false).assertBounded(0.05);
        assertTrue(trial(format, 1.0 / 40, false, false).largest() > 1, "a bound that is too small");
    }
}
