package org.twinnet.scratch.activation;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/** The hyperbolic tangent, A = tanh(Z) and dZ = dA ∘ (1 − A²). It saturates: A = ±1 exactly from |Z| ≈ 19.06 on. */
public record Tanh() implements Activation {

    @Override
    public void forward(Matrix Z, Matrix A) {
        ShapeMismatchException.requireSameShape("A = tanh(Z)", "Z", Z, "A", A);
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.row(i);
            double[] a = A.row(i);
            for (int j = 0; j < a.length; j++) {
                a[j] = Math.tanh(z[j]);
            }
        }
    }

    @Override
    public void backward(Matrix Z, Matrix A, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dZ = dA ∘ (1 - A²)", "Z", Z, "dA", dZ);
        ShapeMismatchException.requireSameShape("dZ = dA ∘ (1 - A²)", "A", A, "dA", dZ);
        for (int i = 0; i < A.rows(); i++) {
            double[] a = A.row(i);
            double[] dz = dZ.row(i);
            for (int j = 0; j < dz.length; j++) {
                dz[j] *= 1.0 - a[j] * a[j];
            }
        }
    }
}
