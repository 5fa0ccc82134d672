package org.twinnet.scratch.activation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.gradcheck.NumericalGradient;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Products;
import org.twinnet.scratch.linalg.ShapeMismatchException;
import org.twinnet.scratch.proof.Held;
import org.twinnet.scratch.proof.Rounding;

/** What every activation keeps to, whatever its formula. */
abstract class ActivationContract {

    abstract Activation activation();

    abstract String forwardFormula();

    abstract String backwardFormula();

    /** What the slope makes of a pre-activation that is none. */
    double derivativeAtNan() {
        return Double.NaN;
    }

    @Test
    void should_act_on_each_entry_on_its_own_and_leave_its_inputs_alone() {
        double[][] z = {{-1, 2, 0.5}, {3, -4, 0.25}};
        Matrix Z = Matrix.of(z);
        Matrix A = Matrix.zeros(2, 3);
        Matrix dZ = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});

        activation().forward(Z, A);
        double[][] a = A.toArray();
        activation().backward(Z, A, dZ);

        assertArrayEquals(z, Z.toArray());
        assertArrayEquals(a, A.toArray());
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                assertEquals(activate(z[i][j]), a[i][j]);
                assertEquals(derivative(z[i][j], 3 * i + j + 1), dZ.get(i, j));
            }
        }
    }

    @Test
    void should_have_the_derivative_that_differences_show() {
        Random random = new Random(1);
        double[] z = random.doubles(20, -6, 6).toArray();
        double[] dA = random.doubles(20, -1, 1).toArray();
        Matrix A = Matrix.zeros(1, 20);
        activation().forward(Matrix.ofRow(z), A);
        Matrix dZ = Matrix.ofRow(dA);
        activation().backward(Matrix.ofRow(z), A, dZ);

        // J(z) = Σ dAⱼ·g(zⱼ) of 20 terms below 6, each off by 4u relative, has a rounding error below γ₂₄·20·6
        NumericalGradient.Estimate numeric = NumericalGradient.of(
                theta -> {
                    Matrix G = Matrix.zeros(1, 20);
                    activation().forward(Matrix.ofRow(theta), G);
                    Matrix J = Matrix.zeros(1, 1);
                    Products.timesTranspose(Matrix.ofRow(dA), G, J);
                    return J.get(0, 0);
                },
                z.clone(),
                Rounding.gamma(24) * 120);

        Held held = new Held();
        for (int j = 0; j < 20; j++) {
            held.check("dZ" + j, numeric.values()[j], dZ.get(0, j), numeric.errors()[j]);
        }
        held.requireCount(20);
    }

    @Test
    void should_keep_a_nan() {
        assertEquals(Double.NaN, activate(Double.NaN));
        assertEquals(derivativeAtNan(), derivative(Double.NaN, 1));
        assertEquals(Double.NaN, derivative(0.5, Double.NaN));
    }

    @Test
    void should_refuse_matrices_of_different_shapes() {
        Matrix left = Matrix.zeros(2, 3);
        Matrix right = Matrix.zeros(2, 4);
        assertEquals(
                forwardFormula() + ": Z is 2×3 and A is 2×4; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> activation().forward(left, right))
                        .getMessage());
        assertEquals(
                backwardFormula() + ": A is 2×4 and dA is 2×3; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> activation().backward(left, right, left))
                        .getMessage());
        assertEquals(
                backwardFormula() + ": Z is 2×4 and dA is 2×3; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> activation().backward(right, left, left))
                        .getMessage());
    }

    final double activate(double z) {
        Matrix A = Matrix.ofRow(Double.NaN);
        activation().forward(Matrix.ofRow(z), A);
        return A.get(0, 0);
    }

    /** dZ of a dA at the pre-activation z. */
    final double derivative(double z, double dA) {
        return derivative(z, activate(z), dA);
    }

    /** The same with an activation of one's own choice. */
    final double derivative(double z, double a, double dA) {
        Matrix dZ = Matrix.ofRow(dA);
        activation().backward(Matrix.ofRow(z), Matrix.ofRow(a), dZ);
        return dZ.get(0, 0);
    }
}
