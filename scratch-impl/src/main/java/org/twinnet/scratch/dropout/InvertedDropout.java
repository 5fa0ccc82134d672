package org.twinnet.scratch.dropout;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * Inverted dropout: drop units by a mask and scale the kept ones by 1/keep_prob, so that the expected activation is unchanged
 * and prediction needs no correction.
 *
 * <pre>
 *   forward   A  ← A  ∘ D / keep_prob
 *   backward  dA ← dA ∘ D / keep_prob     the same mask
 * </pre>
 *
 * <p>Source: the notebook's {@code forward_propagation_with_dropout} and {@code backward_propagation_with_dropout}; Srivastava
 * et al., JMLR 15, 2014.
 */
public final class InvertedDropout {

    private InvertedDropout() {}

    /**
     * Applies the mask to activations.
     *
     * @param D mask of 0 and 1, units × m, not modified
     * @param keepProbability probability to keep a unit, above 0 and at most 1
     * @param A activation, same shape, modified in place
     * @throws ShapeMismatchException if the shapes differ
     */
    public static void forward(Matrix D, double keepProbability, Matrix A) {
        mask("A = A ∘ D / keep_prob", D, keepProbability, "A", A);
    }

    /**
     * Applies the mask to the gradient at the same activations.
     *
     * @param D the mask of the forward pass, units × m, not modified
     * @param keepProbability probability to keep a unit, above 0 and at most 1
     * @param dA gradient, same shape, modified in place
     * @throws ShapeMismatchException if the shapes differ
     */
    public static void backward(Matrix D, double keepProbability, Matrix dA) {
        mask("dA = dA ∘ D / keep_prob", D, keepProbability, "dA", dA);
    }

    /**
     * Forward and backward are one linear map, so they are one loop. It multiplies by 1/keep_prob, which is several times faster than
     * to divide by keep_prob and differs by at most one more rounding.
     */
    private static void mask(String operation, Matrix D, double keepProbability, String name, Matrix V) {
        ShapeMismatchException.requireSameShape(operation, "D", D, name, V);
        // Finite, so that a dropped unit stays 0 even below keep_prob = 2⁻¹⁰²⁴, where the quotient overflows.
        double scale = Math.min(1 / keepProbability, Double.MAX_VALUE);
        for (int i = 0; i < V.rows(); i++) {
            double[] d = D.row(i);
            double[] v = V.row(i);
            for (int j = 0; j < v.length; j++) {
                v[j] *= d[j] * scale;
            }
        }
    }
}
