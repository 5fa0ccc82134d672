package org.twinnet.scratch.activation;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The exponential linear unit, A = Z where Z &gt; 0 and eᶻ − 1 elsewhere; dZ = dA ∘ (1 where Z &gt; 0, A + 1
 * elsewhere).
 *
 * <p>eᶻ − 1 is {@code expm1}, which keeps the digits of a small Z. Both the value and the slope are continuous at 0.
 *
 * <p>Source: Clevert, Unterthiner, Hochreiter, Fast and Accurate Deep Network Learning by Exponential Linear Units,
 * ICLR 2016, equation 15, with α = 1.
 */
public record Elu() implements Activation {

    @Override
    public void forward(Matrix Z, Matrix A) {
        ShapeMismatchException.requireSameShape("A = Z or exp(Z) - 1", "Z", Z, "A", A);
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.row(i);
            double[] a = A.row(i);
            for (int j = 0; j < a.length; j++) {
                a[j] = z[j] > 0 ? z[j] : Math.expm1(z[j]);
            }
        }
    }

    @Override
    public void backward(Matrix Z, Matrix A, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dZ = dA ∘ (1 or A + 1)", "Z", Z, "dA", dZ);
        ShapeMismatchException.requireSameShape("dZ = dA ∘ (1 or A + 1)", "A", A, "dA", dZ);
        for (int i = 0; i < A.rows(); i++) {
            double[] a = A.row(i);
            double[] dz = dZ.row(i);
            for (int j = 0; j < dz.length; j++) {
                dz[j] *= a[j] > 0 ? 1.0 : a[j] + 1.0;
            }
        }
    }
}
