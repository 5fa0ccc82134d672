package org.twinnet.scratch.dropout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

class InvertedDropoutTest {

    private static final double[][] MASK = {{1, 0, 1}, {0, 1, 1}};

    @ParameterizedTest
    @ValueSource(doubles = {0.86, 0.5, 1e-3, 1})
    void should_drop_by_the_mask_and_divide_what_is_kept_both_ways(double keepProbability) {
        double[][] values = {{1.0 / 3, 2, -3.3}, {4, 5.7, 6}};
        Matrix D = Matrix.of(MASK);
        Matrix A = Matrix.of(values);
        Matrix dA = Matrix.of(values);

        InvertedDropout.forward(D, keepProbability, A);
        InvertedDropout.backward(D, keepProbability, dA);

        double[][] expected = {
            {1.0 / 3 / keepProbability, 0, -3.3 / keepProbability}, {0, 5.7 / keepProbability, 6 / keepProbability}
        };
        assertArrayEquals(expected, A.toArray());
        assertArrayEquals(expected, dA.toArray());
        assertArrayEquals(MASK, D.toArray());
    }

    @Test
    void should_not_let_a_mask_hide_a_nan() {
        Matrix A = Matrix.ofRow(Double.NaN, 1);
        InvertedDropout.forward(Matrix.ofRow(0, 1), 0.5, A);
        assertArrayEquals(new double[] {Double.NaN, 2}, A.row(0));
    }

    @Test
    void should_refuse_a_mask_of_another_shape() {
        Matrix D = Matrix.zeros(2, 3);
        Matrix V = Matrix.zeros(2, 4);
        assertEquals(
                "A = A ∘ D / keep_prob: D is 2×3 and A is 2×4; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> InvertedDropout.forward(D, 0.5, V))
                        .getMessage());
        assertEquals(
                "dA = dA ∘ D / keep_prob: D is 2×3 and dA is 2×4; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> InvertedDropout.backward(D, 0.5, V))
                        .getMessage());
    }
}
