package org.twinnet.scratch.cost;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The mean cross-entropy of a sigmoid output, and its gradient.
 *
 * <pre>
 *   J  = −(1/m) · Σⱼ [ yⱼ · ln aⱼ + (1 − yⱼ) · ln(1 − aⱼ) ]
 *   dZ = A − Y
 * </pre>
 *
 * <p>dZ is the gradient of m·J, not of J: the notebook divides by m when it forms dW and db. It is also the place where
 * the sigmoid's derivative a·(1 − a) cancels against the one of the logarithms; multiplying by it again is a common mistake.
 *
 * <p>Source: the notebook's {@code compute_cost} and {@code backward_propagation}.
 */
public final class CrossEntropy {

    private CrossEntropy() {}

    /**
     * The mean cross-entropy.
     *
     * <p>A label is 0 or 1, so only one of the two logarithms counts. Where the output is saturated on the right side
     * (a = y exactly) the notebook meets 0 · ln 0 = NaN and drops it with {@code np.nansum}; the single logarithm is
     * ln 1 = 0 there, the same value. An output saturated on the wrong side costs +∞, in the notebook as well. Unlike
     * {@code nansum} it keeps a NaN activation: the cost is then NaN, never a smaller number.
     *
     * @param A output activation, 1 × m, not modified
     * @param Y labels 0 or 1, 1 × m, not modified
     * @return J, at least 0; infinite or NaN as said above
     * @throws ShapeMismatchException if the shapes differ
     */
    public static double mean(Matrix A, Matrix Y) {
        ShapeMismatchException.requireSameShape("cross-entropy", "A", A, "Y", Y);
        double sum = 0;
        for (int i = 0; i < A.rows(); i++) {
            double[] a = A.row(i);
            double[] y = Y.row(i);
            for (int j = 0; j < a.length; j++) {
                sum -= Math.log(y[j] == 1.0 ? a[j] : 1.0 - a[j]);
            }
        }
        return sum / A.columns();
    }

    /**
     * The gradient of m·J at the pre-activation of the output, dZ = A − Y.
     *
     * @param A output activation, 1 × m, not modified
     * @param Y labels, 1 × m, not modified
     * @param dZ result, 1 × m, overwritten
     * @throws ShapeMismatchException if the shapes differ
     */
    public static void backward(Matrix A, Matrix Y, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dZ = A - Y", "A", A, "Y", Y);
        ShapeMismatchException.requireSameShape("dZ = A - Y", "dZ", dZ, "A", A);
        for (int i = 0; i < A.rows(); i++) {
            double[] a = A.row(i);
            double[] y = Y.row(i);
            double[] dz = dZ.row(i);
            for (int j = 0; j < dz.length; j++) {
                dz[j] = a[j] - y[j];
            }
        }
    }
}
