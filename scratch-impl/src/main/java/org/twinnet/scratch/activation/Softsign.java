package org.twinnet.scratch.activation;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The softsign, A = Z / (1 + |Z|) and dZ = dA / (1 + |Z|)²: between −1 and 1 like tanh, which it follows more slowly.
 *
 * <p>Source: Glorot, Bengio, Understanding the Difficulty of Training Deep Feedforward Neural Networks, AISTATS 2010,
 * §3.
 */
public record Softsign() implements Activation {

    @Override
    public void forward(Matrix Z, Matrix A) {
        ShapeMismatchException.requireSameShape("A = Z / (1 + |Z|)", "Z", Z, "A", A);
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.row(i);
            double[] a = A.row(i);
            for (int j = 0; j < a.length; j++) {
                a[j] = z[j] / (1.0 + Math.abs(z[j]));
            }
        }
    }

    @Override
    public void backward(Matrix Z, Matrix A, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dZ = dA / (1 + |Z|)²", "Z", Z, "dA", dZ);
        ShapeMismatchException.requireSameShape("dZ = dA / (1 + |Z|)²", "A", A, "dA", dZ);
        for (int i = 0; i < A.rows(); i++) {
            double[] z = Z.row(i);
            double[] dz = dZ.row(i);
            for (int j = 0; j < dz.length; j++) {
                double s = 1.0 / (1.0 + Math.abs(z[j]));
                dz[j] *= s * s;
            }
        }
    }
}
