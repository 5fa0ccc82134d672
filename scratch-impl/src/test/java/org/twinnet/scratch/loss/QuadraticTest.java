package org.twinnet.scratch.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.activation.Activation;
import org.twinnet.scratch.activation.Identity;
import org.twinnet.scratch.activation.Relu;
import org.twinnet.scratch.activation.Sigmoid;
import org.twinnet.scratch.activation.Softmax;
import org.twinnet.scratch.activation.Tanh;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.proof.Rounding;

class QuadraticTest extends LossContract {

    private static final Loss LOSS = new Quadratic();

    @Override
    Loss loss() {
        return LOSS;
    }

    /** An output whose units depend on one another, so that the slope is a matrix. */
    @Override
    Activation output() {
        return new Softmax();
    }

    @Override
    Matrix targets(int outputs, int m, Random random) {
        Matrix Y = Matrix.zeros(outputs, m);
        Y.readFrom(random.doubles((long) outputs * m, -2, 2).toArray(), 0);
        return Y;
    }

    @Override
    double costError(int outputs, int m) {
        // each square is below 9, and its distance off by 20u at most
        return outputs * Rounding.gamma(outputs * m + 24) * 9;
    }

    @Override
    String meanFormula() {
        return "quadratic cost";
    }

    @Override
    String backwardFormula() {
        return "dA = A - Y";
    }

    @Test
    void should_be_half_the_mean_over_examples_of_the_squared_distances() {
        Matrix A = Matrix.of(new double[][] {{1, 2}, {3, 4}});
        Matrix Y = Matrix.of(new double[][] {{0, 2}, {3, 1}});
        assertEquals(2.5, LOSS.mean(A, Y));

        Matrix dZ = Matrix.zeros(2, 2);
        LOSS.backward(new Identity(), A, A, Y, dZ);
        assertArrayEquals(new double[][] {{1, 0}, {0, 3}}, dZ.toArray());
    }

    @Test
    void should_take_the_slope_of_the_output() {
        Matrix Z = Matrix.ofRow(0);
        Matrix A = Matrix.ofRow(0.5);
        Matrix dZ = Matrix.zeros(1, 1);
        LOSS.backward(new Sigmoid(), Z, A, Matrix.ofRow(0), dZ);
        assertEquals(0.125, dZ.get(0, 0));
    }

    @Test
    void should_go_with_any_output_and_any_finite_target() {
        for (Activation output : List.of(new Identity(), new Sigmoid(), new Tanh(), new Relu(), new Softmax())) {
            assertDoesNotThrow(() -> LOSS.requireOutput(output));
        }
        assertEquals(
                "Targets are finite numbers; Y[0,1] is Infinity.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> LOSS.requireTargets(Matrix.ofRow(1e300, Double.POSITIVE_INFINITY)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> LOSS.requireTargets(Matrix.ofRow(Double.NaN, 1)));
    }
}
