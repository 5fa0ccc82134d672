package org.twinnet.scratch.penalty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.twinnet.scratch.linalg.Matrix;

class CoefficientPenaltyTest extends PenaltyContract {

    private static final Matrix W = Matrix.ofRow(1, -2, 4);

    @Override
    Penalty penalty() {
        return new CoefficientPenalty(0.3, 0.2);
    }

    @Override
    double largestCost() {
        return 0.3 * 12 / 2 + 0.2 * 12;
    }

    @Override
    String gradientFormula() {
        return "dW += c₂·W + c₁·sign(W)";
    }

    @Test
    void should_divide_by_nothing() {
        // ½·½·21 + ¼·7
        assertEquals(7, new CoefficientPenalty(0.5, 0.25).cost(W, 1));
        assertEquals(7, new CoefficientPenalty(0.5, 0.25).cost(W, 211));
        Matrix dW = Matrix.ofRow(10, 20, 30);

        new CoefficientPenalty(0.5, 0.25).addGradient(W, 211, dW);

        assertArrayEquals(new double[] {10.75, 18.75, 32.25}, dW.row(0));
    }

    @Test
    void should_add_nothing_for_a_coefficient_of_0_even_where_a_weight_is_infinite() {
        Matrix infinite = Matrix.ofRow(1, Double.POSITIVE_INFINITY);
        Matrix dW = Matrix.ofRow(0, 0);
        new CoefficientPenalty(0, 2).addGradient(infinite, 1, dW);
        assertArrayEquals(new double[] {2, 2}, dW.row(0));
        assertEquals(Double.POSITIVE_INFINITY, new CoefficientPenalty(0, 2).cost(infinite, 1));
        assertEquals(Double.POSITIVE_INFINITY, new CoefficientPenalty(2, 0).cost(infinite, 1));
        assertEquals(0, new CoefficientPenalty(0, 0).cost(infinite, 1));
        new CoefficientPenalty(1, 0).addGradient(Matrix.ofRow(3, Double.NaN), 1, dW);
        assertArrayEquals(new double[] {5, Double.NaN}, dW.row(0));
    }

    @Test
    void should_refuse_coefficients_below_0_or_not_finite() {
        assertEquals(
                "Penalties need finite coefficients of 0 or more, not -1.0 and 0.0.",
                assertThrows(IllegalArgumentException.class, () -> new CoefficientPenalty(-1, 0))
                        .getMessage());
        assertEquals(
                "Penalties need finite coefficients of 0 or more, not 1.0 and -0.5.",
                assertThrows(IllegalArgumentException.class, () -> new CoefficientPenalty(1, -0.5))
                        .getMessage());
        for (double c : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new CoefficientPenalty(c, 0));
            assertThrows(IllegalArgumentException.class, () -> new CoefficientPenalty(0, c));
        }
    }
}
