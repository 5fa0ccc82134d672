package org.twinnet.scratch.activation;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The softplus, A = ln(1 + eᶻ) and dZ = dA / (1 + e⁻ᶻ): a smooth ReLU.
 *
 * <p>Written as max(0, Z) + ln(1 + e^(−|Z|)), the same number, it neither overflows for a large Z nor is 0 for one far
 * below 0.
 *
 * <p>Source: Dugas, Bengio, Bélisle, Nadeau, Garcia, Incorporating Second-Order Functional Knowledge for Better Option
 * Pricing, NIPS 2000, §2.
 */
public record Softplus() implements Activation {

    @Override
    public void forward(Matrix Z, Matrix A) {
        ShapeMismatchException.requireSameShape("A = ln(1 + exp(Z))", "Z", Z, "A", A);
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.row(i);
            double[] a = A.row(i);
            for (int j = 0; j < a.length; j++) {
                a[j] = Math.max(0.0, z[j]) + Math.log1p(Math.exp(-Math.abs(z[j])));
            }
        }
    }

    @Override
    public void backward(Matrix Z, Matrix A, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dZ = dA / (1 + exp(-Z))", "Z", Z, "dA", dZ);
        ShapeMismatchException.requireSameShape("dZ = dA / (1 + exp(-Z))", "A", A, "dA", dZ);
        for (int i = 0; i < A.rows(); i++) {
            double[] z = Z.row(i);
            double[] dz = dZ.row(i);
            for (int j = 0; j < dz.length; j++) {
                dz[j] *= 1.0 / (1.0 + Math.exp(-z[j]));
            }
        }
    }
}
