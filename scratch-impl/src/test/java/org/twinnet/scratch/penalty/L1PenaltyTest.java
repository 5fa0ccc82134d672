package org.twinnet.scratch.penalty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.linalg.Matrix;

class L1PenaltyTest extends PenaltyContract {

    private static final double[][] W = {{1, -2}, {3, 0.5}};

    @Override
    Penalty penalty() {
        return new L1Penalty(0.9);
    }

    @Override
    double largestCost() {
        return 0.9 * 12 / 7;
    }

    @Override
    String gradientFormula() {
        return "dW += λ/m·sign(W)";
    }

    @Test
    void should_cost_lambda_over_m_times_the_sum_of_magnitudes() {
        // 1 + 2 + 3 + ½ = 6.5; 0.75·6.5/8
        assertEquals(0.609375, new L1Penalty(0.75).cost(Matrix.of(W), 8));
    }

    @Test
    void should_add_lambda_over_m_with_the_sign_of_w_to_the_gradient() {
        Matrix dW = Matrix.of(new double[][] {{10, 20}, {30, 40}});

        new L1Penalty(0.5).addGradient(Matrix.of(W), 4, dW);

        assertArrayEquals(new double[][] {{10.125, 19.875}, {30.125, 40.125}}, dW.toArray());
    }

    @Test
    void should_leave_a_weight_of_0_where_it_is_whatever_its_sign_and_keep_a_nan() {
        Matrix dW = Matrix.ofRow(1, 1, 1, 1);

        new L1Penalty(1).addGradient(Matrix.ofRow(0.0, -0.0, Double.NaN, Double.MIN_VALUE), 1, dW);

        assertArrayEquals(new double[] {1, 1, Double.NaN, 2}, dW.row(0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void should_refuse_a_strength_that_is_not_above_0_and_finite(double lambda) {
        assertEquals(
                "The L1 penalty needs a finite λ above 0, not " + lambda + ".",
                assertThrows(IllegalArgumentException.class, () -> new L1Penalty(lambda))
                        .getMessage());
    }
}
