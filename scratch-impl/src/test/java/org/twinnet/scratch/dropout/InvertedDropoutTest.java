package org.twinnet.scratch.dropout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

class InvertedDropoutTest {

    private static final double[][] MASK = {{1, 0, 1}, {0, 1, 1}};

    @ParameterizedTest
    @ValueSource(doubles = {0.86, 0.5, 1e-3, 1})
    void should_drop_by_the_mask_and_scale_what_is_kept_both_ways(double keepProbability) {
        double[][] values = {{1.0 / 3, 2, -3.3}, {4, 5.7, 6}};
        Matrix D = Matrix.of(MASK);
        Matrix A = Matrix.of(values);
        Matrix dA = Matrix.of(values);

        InvertedDropout.forward(D, keepProbability, A);
        InvertedDropout.backward(D, keepProbability, dA);

        double scale = 1 / keepProbability;
        double[][] expected = {{1.0 / 3 * scale, 0, -3.3 * scale}, {0, 5.7 * scale, 6 * scale}};
        assertArrayEquals(expected, A.toArray());
        assertArrayEquals(expected, dA.toArray());
        assertArrayEquals(MASK, D.toArray());
    }

    @Test
    void should_differ_from_the_quotient_by_one_rounding_at_most() {
        Random random = new Random(1);
        for (int n = 0; n < 10_000; n++) {
            double keepProbability = 1 - random.nextDouble();
            double value = random.nextGaussian();
            Matrix A = Matrix.ofRow(value);

            InvertedDropout.forward(Matrix.ofRow(1), keepProbability, A);

            // One rounding of 1/keep_prob and one of the product, against one of the quotient: 3u in all, u = 2⁻⁵³.
            double quotient = value / keepProbability;
            assertEquals(quotient, A.get(0, 0), 3 * 0x1p-53 * Math.abs(quotient));
        }
    }

    @Test
    void should_leave_a_dropped_unit_at_zero_where_the_scale_overflows() {
        Matrix A = Matrix.ofRow(1, 1);
        InvertedDropout.forward(Matrix.ofRow(0, 1), Double.MIN_VALUE, A);
        assertArrayEquals(new double[] {0, Double.MAX_VALUE}, A.row(0));
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
