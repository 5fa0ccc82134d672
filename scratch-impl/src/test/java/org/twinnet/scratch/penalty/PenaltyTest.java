package org.twinnet.scratch.penalty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.gradcheck.NumericalGradient;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;
import org.twinnet.scratch.proof.Held;
import org.twinnet.scratch.proof.Rounding;

class PenaltyTest {

    private static final double[][] W = {{1, -2}, {3, 0.5}};

    @Test
    void should_cost_lambda_over_2m_times_the_sum_of_squares() {
        // 1 + 4 + 9 + ¼ = 14.25; 0.75·14.25/(2·8)
        assertEquals(0.66796875, new L2Penalty(0.75).cost(Matrix.of(W), 8));
    }

    @Test
    void should_add_lambda_over_m_times_w_to_the_gradient() {
        Matrix weights = Matrix.of(W);
        Matrix dW = Matrix.of(new double[][] {{10, 20}, {30, 40}});

        new L2Penalty(0.5).addGradient(weights, 4, dW);

        assertArrayEquals(new double[][] {{10.125, 19.75}, {30.375, 40.0625}}, dW.toArray());
        assertArrayEquals(W, weights.toArray());
    }

    @Test
    void should_have_the_gradient_that_differences_show() {
        int m = 7;
        Penalty penalty = Penalty.l2(0.9);
        double[] w = new Random(3).doubles(12, -1, 1).toArray();
        Matrix dW = Matrix.zeros(3, 4);
        Matrix at = Matrix.zeros(3, 4);
        at.readFrom(w, 0);
        penalty.addGradient(at, m, dW);

        // 12 squares, 3 more operations, on a cost of at most 0.9·12/14
        double costError = Rounding.gamma(15) * 0.9 * 12 / 14;
        NumericalGradient.Estimate numeric = NumericalGradient.of(
                theta -> {
                    Matrix moved = Matrix.zeros(3, 4);
                    moved.readFrom(theta, 0);
                    return penalty.cost(moved, m);
                },
                w.clone(),
                costError);

        Held held = new Held();
        for (int i = 0; i < 12; i++) {
            held.check("dW" + i, numeric.values()[i], dW.get(i / 4, i % 4), numeric.errors()[i]);
        }
        held.requireCount(12);
    }

    @Test
    void should_cost_nothing_without_regularization() {
        Matrix dW = Matrix.of(new double[][] {{10, 20}, {30, 40}});
        Penalty none = new NoPenalty();

        none.addGradient(Matrix.of(W), 4, dW);

        assertEquals(0, none.cost(Matrix.of(W), 4));
        assertArrayEquals(new double[][] {{10, 20}, {30, 40}}, dW.toArray());
    }

    @Test
    void should_choose_no_penalty_for_strength_0_and_l2_above() {
        assertEquals(new NoPenalty(), Penalty.l2(0));
        assertEquals(new L2Penalty(Double.MIN_VALUE), Penalty.l2(Double.MIN_VALUE));
        assertEquals(new L2Penalty(0.7), Penalty.l2(0.7));
        assertEquals(new L2Penalty(Double.MAX_VALUE), Penalty.l2(Double.MAX_VALUE));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-4.9E-324, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void should_refuse_a_strength_that_is_negative_or_not_finite(double lambda) {
        String message = "The L2 penalty needs a finite λ above 0, not " + lambda + ".";
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> Penalty.l2(lambda))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> new L2Penalty(lambda))
                        .getMessage());
    }

    @Test
    void should_refuse_an_l2_penalty_of_strength_0() {
        assertEquals(
                "The L2 penalty needs a finite λ above 0, not 0.0.",
                assertThrows(IllegalArgumentException.class, () -> new L2Penalty(0))
                        .getMessage());
    }

    @Test
    void should_refuse_a_gradient_of_another_shape() {
        Matrix weights = Matrix.zeros(2, 3);
        Matrix gradient = Matrix.zeros(3, 2);
        assertEquals(
                "dW += λ/m·W: W is 2×3 and dW is 3×2; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> new L2Penalty(1).addGradient(weights, 1, gradient))
                        .getMessage());
        assertEquals(
                "dW += 0: W is 2×3 and dW is 3×2; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> new NoPenalty().addGradient(weights, 1, gradient))
                        .getMessage());
    }
}
