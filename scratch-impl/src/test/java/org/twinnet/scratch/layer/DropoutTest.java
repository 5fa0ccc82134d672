package org.twinnet.scratch.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

class DropoutTest {

    private static final double[][] MASK = {{1, 0, 1}, {0, 1, 1}};
    private static final Parameters NONE = Parameters.of(List.of());

    @ParameterizedTest
    @ValueSource(doubles = {0.86, 0.5, 1e-3, 1})
    void should_drop_by_the_mask_and_scale_what_is_kept_both_ways(double keepProbability) {
        double[][] values = {{1.0 / 3, 2, -3.3}, {4, 5.7, 6}};
        Matrix D = Matrix.of(MASK);

        Matrix A = forward(D, keepProbability, Matrix.of(values));
        Matrix dG = backward(D, keepProbability, Matrix.of(values));

        double scale = 1 / keepProbability;
        double[][] expected = {{1.0 / 3 * scale, 0, -3.3 * scale}, {0, 5.7 * scale, 6 * scale}};
        assertArrayEquals(expected, A.toArray());
        assertArrayEquals(expected, dG.toArray());
        assertArrayEquals(MASK, D.toArray());
    }

    @Test
    void should_differ_from_the_quotient_by_one_rounding_at_most() {
        Random random = new Random(1);
        for (int n = 0; n < 10_000; n++) {
            double keepProbability = 1 - random.nextDouble();
            double value = random.nextGaussian();

            Matrix A = forward(Matrix.ofRow(1), keepProbability, Matrix.ofRow(value));

            // One rounding of 1/keep_prob and one of the product, against one of the quotient: 3u in all, u = 2⁻⁵³.
            double quotient = value / keepProbability;
            assertEquals(quotient, A.get(0, 0), 3 * 0x1p-53 * Math.abs(quotient));
        }
    }

    @Test
    void should_leave_a_dropped_unit_at_zero_where_the_scale_overflows() {
        Matrix A = forward(Matrix.ofRow(0, 1), Double.MIN_VALUE, Matrix.ofRow(1, 1));
        assertArrayEquals(new double[] {0, Double.MAX_VALUE}, A.row(0));
    }

    @Test
    void should_not_let_a_mask_hide_a_nan() {
        Matrix A = forward(Matrix.ofRow(0, 1), 0.5, Matrix.ofRow(Double.NaN, 1));
        assertArrayEquals(new double[] {Double.NaN, 2}, A.row(0));
    }

    @Test
    void should_refuse_a_mask_of_another_shape() {
        Matrix D = Matrix.zeros(2, 3);
        Matrix V = Matrix.zeros(2, 4);
        assertEquals(
                "A = G ∘ D / keep_prob: D is 2×3 and G is 2×4; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> forward(D, 0.5, V))
                        .getMessage());
        assertEquals(
                "dG = dA ∘ D / keep_prob: D is 2×3 and dA is 2×4; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> backward(D, 0.5, V))
                        .getMessage());
    }

    @Test
    void should_leave_the_activation_before_the_mask_alone() {
        Matrix G = Matrix.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        Layer dense = new Dense(1, 3, 2);
        Layer dropout = new Dropout(1, 0.5);
        ForwardPass pass = new ForwardPass(List.of(dense, dropout), Matrix.zeros(3, 3));
        pass.G(1).assign(G);
        pass.useMasks(List.of(Matrix.of(MASK)));

        dropout.forward(NONE, pass);

        assertArrayEquals(G.toArray(), pass.G(1).toArray());
        assertArrayEquals(new double[][] {{2, 0, 6}, {0, 10, 12}}, pass.A(1).toArray());
    }

    @Test
    void should_pass_no_gradient_on_to_the_inputs() {
        Dropout ofInputs = new Dropout(0, 0.5);
        ForwardPass pass = new ForwardPass(List.of(ofInputs), Matrix.zeros(2, 3));
        assertDoesNotThrow(() -> ofInputs.backward(NONE, pass, new BackwardPass(List.of(), 3), NONE));
    }

    @Test
    void should_refuse_to_run_before_there_are_masks() {
        Dropout ofInputs = new Dropout(0, 0.5);
        ForwardPass pass = new ForwardPass(List.of(ofInputs), Matrix.zeros(2, 3));
        assertEquals(
                "There are no masks before the first forward pass; run it first.",
                assertThrows(IllegalStateException.class, () -> ofInputs.forward(NONE, pass))
                        .getMessage());
    }

    /** A of activations G. */
    private static Matrix forward(Matrix D, double keepProbability, Matrix G) {
        Dropout dropout = new Dropout(0, keepProbability);
        ForwardPass pass = new ForwardPass(List.of(dropout), G);
        pass.useMasks(List.of(D));
        dropout.forward(NONE, pass);
        return pass.A(0);
    }

    /** dG of gradients dA. */
    private static Matrix backward(Matrix D, double keepProbability, Matrix dA) {
        Layer dense = new Dense(1, 1, dA.rows());
        Dropout dropout = new Dropout(1, keepProbability);
        ForwardPass pass = new ForwardPass(List.of(dense, dropout), Matrix.zeros(1, dA.columns()));
        pass.useMasks(List.of(D));
        BackwardPass back = new BackwardPass(List.of(dense), dA.columns());
        back.dZ(1).assign(dA);
        dropout.backward(NONE, pass, back, NONE);
        return back.dZ(1);
    }
}
