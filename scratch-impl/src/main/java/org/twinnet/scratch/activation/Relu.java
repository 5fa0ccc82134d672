package org.twinnet.scratch.activation;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The rectified linear unit, A = max(0, Z) and dZ = dA ∘ [A &gt; 0].
 *
 * <p>The derivative at exactly 0 is 0, the notebook's choice {@code np.int64(A > 0)}. max(0, NaN) is NaN.
 */
public record Relu() implements Activation {

    @Override
    public void forward(Matrix Z, Matrix A) {
        ShapeMismatchException.requireSameShape("A = max(0, Z)", "Z", Z, "A", A);
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.row(i);
            double[] a = A.row(i);
            for (int j = 0; j < a.length; j++) {
                a[j] = Math.max(0.0, z[j]);
            }
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>For every a ≥ 0, [a &gt; 0] = ⌈min(1, a)⌉ exactly. Written so, the loop has no branch to mispredict, and a NaN
     * in A stays one in dZ.
     */
    @Override
    public void backward(Matrix Z, Matrix A, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dZ = dA ∘ [A > 0]", "Z", Z, "dA", dZ);
        ShapeMismatchException.requireSameShape("dZ = dA ∘ [A > 0]", "A", A, "dA", dZ);
        for (int i = 0; i < A.rows(); i++) {
            double[] a = A.row(i);
            double[] dz = dZ.row(i);
            for (int j = 0; j < dz.length; j++) {
                dz[j] *= Math.ceil(Math.min(1.0, a[j]));
            }
        }
    }
}
