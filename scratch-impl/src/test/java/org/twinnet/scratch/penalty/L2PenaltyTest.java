package org.twinnet.scratch.penalty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.linalg.Matrix;

class L2PenaltyTest extends PenaltyContract {

    private static final double[][] W = {{1, -2}, {3, 0.5}};

    @Override
    Penalty penalty() {
        return new L2Penalty(0.9);
    }

    @Override
    double largestCost() {
        return 0.9 * 12 / 14;
    }

    @Override
    String gradientFormula() {
        return "dW += λ/m·W";
    }

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
    void should_keep_a_nan() {
        Matrix weights = Matrix.ofRow(1, Double.NaN);
        Matrix dW = Matrix.zeros(1, 2);
        new L2Penalty(1).addGradient(weights, 1, dW);
        assertEquals(Double.NaN, new L2Penalty(1).cost(weights, 1));
        assertArrayEquals(new double[] {1, Double.NaN}, dW.row(0));
    }
}
