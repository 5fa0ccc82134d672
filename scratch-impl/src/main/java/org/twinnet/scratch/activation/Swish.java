package org.twinnet.scratch.activation;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The swish, also called SiLU: A = Z ∘ σ(Z) and dZ = dA ∘ σ(Z) ∘ (1 + Z ∘ (1 − σ(Z))) with σ(Z) = 1 / (1 + e⁻ᶻ).
 *
 * <p>Far below 0, where σ(Z) is 0 exactly, both are 0. Its slope is negative for Z below −1.278.
 *
 * <p>Source: Ramachandran, Zoph, Le, Searching for Activation Functions, 2017, §4, with β = 1; Elfwing, Uchibe, Doya,
 * Sigmoid-Weighted Linear Units, Neural Networks 107, 2018, equations 9 and 10.
 */
public record Swish() implements Activation {

    @Override
    public void forward(Matrix Z, Matrix A) {
        ShapeMismatchException.requireSameShape("A = Z ∘ σ(Z)", "Z", Z, "A", A);
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.row(i);
            double[] a = A.row(i);
            for (int j = 0; j < a.length; j++) {
                a[j] = z[j] * sigmoid(z[j]);
            }
        }
    }

    @Override
    public void backward(Matrix Z, Matrix A, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dZ = dA ∘ σ(Z) ∘ (1 + Z ∘ (1 - σ(Z)))", "Z", Z, "dA", dZ);
        ShapeMismatchException.requireSameShape("dZ = dA ∘ σ(Z) ∘ (1 + Z ∘ (1 - σ(Z)))", "A", A, "dA", dZ);
        for (int i = 0; i < A.rows(); i++) {
            double[] z = Z.row(i);
            double[] dz = dZ.row(i);
            for (int j = 0; j < dz.length; j++) {
                double s = sigmoid(z[j]);
                dz[j] *= s * (1.0 + z[j] * (1.0 - s));
            }
        }
    }

    private static double sigmoid(double z) {
        return 1.0 / (1.0 + Math.exp(-z));
    }
}
