package org.twinnet.scratch.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.gradcheck.NumericalGradient;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;
import org.twinnet.scratch.proof.Held;
import org.twinnet.scratch.proof.Rounding;

class SoftmaxTest {

    /**
     * e^k/(e + e² + e³) to the nearest double, by mpmath 1.3 with 40 digits; the second column is the first moved by
     * −1000.
     */
    @Test
    void should_be_exponentials_over_their_sum_wherever_they_lie() {
        Matrix A = activated(Matrix.of(new double[][] {{1, -999}, {2, -998}, {3, -997}}));
        double[] expected = {0.09003057317038046, 0.24472847105479764, 0.6652409557748219};
        for (int k = 0; k < 3; k++) {
            assertEquals(expected[k], A.get(k, 0), Rounding.gamma(8) * expected[k]);
            assertEquals(expected[k], A.get(k, 1), Rounding.gamma(8) * expected[k]);
        }
    }

    @Test
    void should_be_the_sigmoid_of_the_difference_for_two_units() {
        Matrix A = activated(Matrix.of(new double[][] {{0.7, -3}, {-0.4, 5}}));
        assertEquals(1 / (1 + Math.exp(-1.1)), A.get(0, 0), Rounding.gamma(8));
        assertEquals(1 / (1 + Math.exp(8)), A.get(0, 1), Rounding.gamma(8) * A.get(0, 1));
    }

    @Test
    void should_saturate_without_overflow() {
        Matrix A = activated(Matrix.of(new double[][] {{1e300, -1e300}, {0, 0}, {-1e300, -1e299}}));
        assertEquals(1, A.get(0, 0));
        assertEquals(0, A.get(1, 0));
        assertEquals(1, A.get(1, 1));
        assertEquals(0, A.get(2, 1));
        Matrix later = activated(Matrix.of(new double[][] {{0, 0}, {1000, 1000}}));
        assertEquals(1, later.get(1, 0));
        assertEquals(1, later.get(1, 1));
    }

    /** All units of an example count, and no other example. */
    @Test
    void should_have_the_derivatives_that_differences_show() {
        Random random = new Random(1);
        double[] z = random.doubles(12, -3, 3).toArray();
        Matrix G = matrix(random.doubles(12, -1, 1).toArray());
        Matrix Z = matrix(z);
        Matrix dZ = Matrix.of(G.toArray());
        new Softmax().backward(Z, activated(Z), dZ);

        // Σ dA·A of 12 terms, each off by 12u relative, at most 4·1 in all
        NumericalGradient.Estimate numeric = NumericalGradient.of(
                theta -> {
                    Matrix A = activated(matrix(theta));
                    double sum = 0;
                    for (int k = 0; k < 3; k++) {
                        for (int j = 0; j < 4; j++) {
                            sum += G.get(k, j) * A.get(k, j);
                        }
                    }
                    return sum;
                },
                z.clone(),
                Rounding.gamma(24) * 4);
        Held held = new Held();
        for (int n = 0; n < 12; n++) {
            held.check("dZ" + n, numeric.values()[n], dZ.get(n / 4, n % 4), numeric.errors()[n]);
        }
        held.requireCount(12);
    }

    @Test
    void should_have_a_gradient_that_adds_up_to_0_over_the_units() {
        Matrix Z = matrix(new Random(2).doubles(12, -3, 3).toArray());
        Matrix dZ = matrix(new Random(3).doubles(12, -1, 1).toArray());
        new Softmax().backward(Z, activated(Z), dZ);
        for (int j = 0; j < 4; j++) {
            assertEquals(0, dZ.get(0, j) + dZ.get(1, j) + dZ.get(2, j), Rounding.gamma(8));
        }
    }

    @Test
    void should_keep_a_nan_to_its_example() {
        Matrix Z = matrix(new double[12]);
        Z.set(1, 2, Double.NaN);
        Matrix A = activated(Z);
        for (int k = 0; k < 3; k++) {
            assertTrue(Double.isNaN(A.get(k, 2)));
            assertEquals(1.0 / 3, A.get(k, 0), Rounding.gamma(4));
        }
    }

    @Test
    void should_refuse_matrices_of_different_shapes() {
        Matrix left = Matrix.zeros(2, 3);
        Matrix right = Matrix.zeros(2, 4);
        Softmax softmax = new Softmax();
        assertEquals(
                "A = softmax(Z): Z is 2×3 and A is 2×4; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> softmax.forward(left, right))
                        .getMessage());
        assertEquals(
                "dZ = A ∘ (dA - Σ A ∘ dA): A is 2×4 and dA is 2×3; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> softmax.backward(left, right, left))
                        .getMessage());
        assertEquals(
                "dZ = A ∘ (dA - Σ A ∘ dA): Z is 2×4 and dA is 2×3; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> softmax.backward(right, left, left))
                        .getMessage());
    }

    private static Matrix activated(Matrix Z) {
        Matrix A = Matrix.zeros(Z.rows(), Z.columns());
        new Softmax().forward(Z, A);
        return A;
    }

    private static Matrix matrix(double[] values) {
        Matrix matrix = Matrix.zeros(3, values.length / 3);
        matrix.readFrom(values, 0);
        return matrix;
    }
}
