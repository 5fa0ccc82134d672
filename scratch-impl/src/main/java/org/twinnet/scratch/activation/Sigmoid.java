package org.twinnet.scratch.activation;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The logistic function, A = 1 / (1 + e⁻ᶻ) and dZ = dA ∘ A ∘ (1 − A).
 *
 * <p>It saturates: A = 1 exactly from Z ≈ 36.74 on, and A = 0 exactly from Z ≈ −709.78 down, where e⁻ᶻ overflows.
 */
public record Sigmoid() implements Activation {

    @Override
    public void forward(Matrix Z, Matrix A) {
        ShapeMismatchException.requireSameShape("A = 1 / (1 + exp(-Z))", "Z", Z, "A", A);
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.row(i);
            double[] a = A.row(i);
            for (int j = 0; j < a.length; j++) {
                a[j] = 1.0 / (1.0 + Math.exp(-z[j]));
            }
        }
    }

    @Override
    public void backward(Matrix Z, Matrix A, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dZ = dA ∘ A ∘ (1 - A)", "Z", Z, "dA", dZ);
        ShapeMismatchException.requireSameShape("dZ = dA ∘ A ∘ (1 - A)", "A", A, "dA", dZ);
        for (int i = 0; i < A.rows(); i++) {
            double[] a = A.row(i);
            double[] dz = dZ.row(i);
            for (int j = 0; j < dz.length; j++) {
                dz[j] *= a[j] * (1.0 - a[j]);
            }
        }
    }
}
