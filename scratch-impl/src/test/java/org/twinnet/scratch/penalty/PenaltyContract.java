package org.twinnet.scratch.penalty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.gradcheck.NumericalGradient;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;
import org.twinnet.scratch.proof.Held;
import org.twinnet.scratch.proof.Rounding;

/** What every penalty keeps to, whatever its formula. */
abstract class PenaltyContract {

    private static final int M = 7;

    abstract Penalty penalty();

    /** A bound of the cost for 12 weights between −1 and 1 and 7 examples. */
    abstract double largestCost();

    abstract String gradientFormula();

    @Test
    void should_have_the_gradient_that_differences_show() {
        double[] w = new Random(3).doubles(12, -1, 1).toArray();
        Matrix dW = Matrix.zeros(3, 4);
        penalty().addGradient(matrix(w), M, dW);

        // 12 terms, 3 more operations
        double costError = Rounding.gamma(15) * largestCost();
        NumericalGradient.Estimate numeric =
                NumericalGradient.of(theta -> penalty().cost(matrix(theta), M), w.clone(), costError);

        Held held = new Held();
        for (int i = 0; i < 12; i++) {
            held.check("dW" + i, numeric.values()[i], dW.get(i / 4, i % 4), numeric.errors()[i]);
        }
        held.requireCount(12);
    }

    @Test
    void should_add_to_the_gradient_that_is_there_and_leave_the_weights_alone() {
        double[] w = new Random(4).doubles(12, -1, 1).toArray();
        Matrix W = matrix(w);
        Matrix alone = Matrix.zeros(3, 4);
        Matrix added = Matrix.zeros(3, 4);
        penalty().addGradient(W, M, alone);
        for (int i = 0; i < 12; i++) {
            added.set(i / 4, i % 4, 10 + i);
        }

        penalty().addGradient(W, M, added);

        for (int i = 0; i < 12; i++) {
            assertEquals(10 + i + alone.get(i / 4, i % 4), added.get(i / 4, i % 4));
        }
        assertArrayEquals(matrix(w).toArray(), W.toArray());
    }

    @Test
    void should_cost_nothing_where_all_weights_are_0() {
        assertEquals(0, penalty().cost(Matrix.zeros(3, 4), M));
        Matrix dW = Matrix.zeros(3, 4);
        penalty().addGradient(Matrix.zeros(3, 4), M, dW);
        assertArrayEquals(new double[3][4], dW.toArray());
    }

    @Test
    void should_refuse_a_gradient_of_another_shape() {
        Matrix weights = Matrix.zeros(2, 3);
        Matrix gradient = Matrix.zeros(3, 2);
        assertEquals(
                gradientFormula() + ": W is 2×3 and dW is 3×2; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> penalty().addGradient(weights, 1, gradient))
                        .getMessage());
    }

    static Matrix matrix(double[] values) {
        Matrix matrix = Matrix.zeros(3, 4);
        matrix.readFrom(values, 0);
        return matrix;
    }
}
