package org.twinnet.scratch.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.activation.Activation;
import org.twinnet.scratch.gradcheck.NumericalGradient;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;
import org.twinnet.scratch.proof.Held;

/** What every loss keeps to, whatever its formula and the number of outputs. */
abstract class LossContract {

    private static final int M = 12;

    abstract Loss loss();

    /** An output that the loss is defined for. */
    abstract Activation output();

    /** Random numbers that the loss can read as what the output should be. */
    abstract Matrix targets(int outputs, int m, Random random);

    /** How far rounding can carry the mean from exact arithmetic, for pre-activations between −4 and 4. */
    abstract double costError(int outputs, int m);

    abstract String meanFormula();

    abstract String backwardFormula();

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void should_have_the_gradient_of_m_times_the_mean_that_differences_show(int outputs) {
        Random random = new Random(2);
        double[] z = random.doubles((long) outputs * M, -4, 4).toArray();
        Matrix Y = targets(outputs, M, random);
        Matrix Z = matrix(outputs, z);
        Matrix dZ = Matrix.zeros(outputs, M);
        loss().backward(output(), Z, activated(Z), Y, dZ);

        NumericalGradient.Estimate numeric = NumericalGradient.of(
                theta -> loss().mean(activated(matrix(outputs, theta)), Y), z.clone(), costError(outputs, M));

        Held held = new Held();
        for (int n = 0; n < z.length; n++) {
            double slope = dZ.get(n / M, n % M) / M;
            held.check("dZ" + n, numeric.values()[n], slope, numeric.errors()[n]);
        }
        held.requireCount(outputs * M);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void should_be_the_same_number_in_its_stable_form(int outputs) {
        Random random = new Random(3);
        Matrix Y = targets(outputs, M, random);
        Matrix Z = matrix(outputs, random.doubles((long) outputs * M, -4, 4).toArray());
        Matrix A = activated(Z);

        assertEquals(loss().mean(A, Y), loss().stableMean(Z, A, Y), 2 * costError(outputs, M));
    }

    @Test
    void should_leave_its_arguments_alone() {
        Random random = new Random(4);
        Matrix Y = targets(2, M, random);
        Matrix Z = matrix(2, random.doubles(2 * M, -4, 4).toArray());
        Matrix A = activated(Z);
        double[][] z = Z.toArray();
        double[][] a = A.toArray();
        double[][] y = Y.toArray();

        loss().mean(A, Y);
        loss().stableMean(Z, A, Y);
        loss().backward(output(), Z, A, Y, Matrix.zeros(2, M));

        assertArrayEquals(z, Z.toArray());
        assertArrayEquals(a, A.toArray());
        assertArrayEquals(y, Y.toArray());
    }

    @Test
    void should_keep_a_nan() {
        Random random = new Random(5);
        Matrix Y = targets(1, M, random);
        Matrix Z = matrix(1, random.doubles(M, -4, 4).toArray());
        Z.set(0, 7, Double.NaN);
        Matrix A = activated(Z);
        Matrix dZ = Matrix.zeros(1, M);
        loss().backward(output(), Z, A, Y, dZ);

        assertEquals(Double.NaN, loss().mean(A, Y));
        assertEquals(Double.NaN, loss().stableMean(Z, A, Y));
        for (int j = 0; j < M; j++) {
            assertEquals(j == 7, Double.isNaN(dZ.get(0, j)), "example " + j);
        }
    }

    @Test
    void should_accept_its_own_targets_and_output() {
        Matrix Y = targets(3, M, new Random(6));
        assertDoesNotThrow(() -> loss().requireTargets(Y));
        assertDoesNotThrow(() -> loss().requireOutput(output()));
    }

    @Test
    void should_refuse_matrices_of_different_shapes() {
        Matrix two = Matrix.zeros(1, 2);
        Matrix three = Matrix.zeros(1, 3);
        assertRefused(meanFormula() + ": A is 1×2 and Y is 1×3", () -> loss().mean(two, three));
        assertRefused(meanFormula() + ": Z is 1×3 and Y is 1×2", () -> loss().stableMean(three, two, two));
        assertRefused(meanFormula() + ": A is 1×3 and Y is 1×2", () -> loss().stableMean(two, three, two));
        assertRefused(backwardFormula() + ": Z is 1×3 and A is 1×2", () -> backward(three, two, two, two));
        assertRefused(backwardFormula() + ": A is 1×2 and Y is 1×3", () -> backward(two, two, three, two));
        assertRefused(backwardFormula() + ": dZ is 1×3 and A is 1×2", () -> backward(two, two, two, three));
    }

    private void backward(Matrix Z, Matrix A, Matrix Y, Matrix dZ) {
        loss().backward(output(), Z, A, Y, dZ);
    }

    private static void assertRefused(String message, Runnable call) {
        assertEquals(
                message + "; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, call::run).getMessage());
    }

    private Matrix activated(Matrix Z) {
        Matrix A = Matrix.zeros(Z.rows(), Z.columns());
        output().forward(Z, A);
        return A;
    }

    private static Matrix matrix(int rows, double[] values) {
        Matrix matrix = Matrix.zeros(rows, values.length / rows);
        matrix.readFrom(values, 0);
        return matrix;
    }
}
