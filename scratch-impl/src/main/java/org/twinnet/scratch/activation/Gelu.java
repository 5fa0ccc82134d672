package org.twinnet.scratch.activation;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The Gaussian error linear unit, exactly: A = Z ∘ Φ(Z) and dZ = dA ∘ (Φ(Z) + Z ∘ φ(Z)), with the normal distribution
 * Φ(z) = ½·erfc(−z/√2) and its density φ(z) = e^(−z²/2)/√(2π).
 *
 * <p>Many libraries compute an approximation by tanh or by z·σ(1.702z) in its place, which differs from the third digit
 * on.
 *
 * <p>Source: Hendrycks, Gimpel, Gaussian Error Linear Units, 2016, §2.
 */
public record Gelu() implements Activation {

    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);

    @Override
    public void forward(Matrix Z, Matrix A) {
        ShapeMismatchException.requireSameShape("A = Z ∘ Φ(Z)", "Z", Z, "A", A);
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.row(i);
            double[] a = A.row(i);
            for (int j = 0; j < a.length; j++) {
                a[j] = z[j] * distribution(z[j]);
            }
        }
    }

    @Override
    public void backward(Matrix Z, Matrix A, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dZ = dA ∘ (Φ(Z) + Z ∘ φ(Z))", "Z", Z, "dA", dZ);
        ShapeMismatchException.requireSameShape("dZ = dA ∘ (Φ(Z) + Z ∘ φ(Z))", "A", A, "dA", dZ);
        for (int i = 0; i < A.rows(); i++) {
            double[] z = Z.row(i);
            double[] dz = dZ.row(i);
            for (int j = 0; j < dz.length; j++) {
                dz[j] *= distribution(z[j]) + z[j] * density(z[j]);
            }
        }
    }

    /** Φ(z). */
    private static double distribution(double z) {
        return 0.5 * ErrorFunction.complement(-z * ROOT_HALF);
    }

    /** φ(z). */
    private static double density(double z) {
        return DENSITY_AT_0 * Math.exp(-0.5 * z * z);
    }
}
