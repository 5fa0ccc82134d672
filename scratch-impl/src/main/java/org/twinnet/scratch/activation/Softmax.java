package org.twinnet.scratch.activation;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The softmax over the units of a layer, for each example: aₖ = e^(zₖ) / Σᵢ e^(zᵢ), probabilities of classes that
 * exclude each other.
 *
 * <pre>
 *   aₖ  = e^(zₖ − M) / Σᵢ e^(zᵢ − M)        M = maxᵢ zᵢ
 *   dzₖ = aₖ · (daₖ − Σᵢ aᵢ·daᵢ)
 * </pre>
 *
 * <p>Subtracting M changes nothing but the overflow: the largest exponential is 1. Each unit's activation depends on
 * all units, so the derivative is a matrix, diag(a) − a·aᵀ for each example; dzₖ is its product with da.
 *
 * <p>Source: Bridle, Probabilistic Interpretation of Feedforward Classification Network Outputs, 1990, equation 6;
 * Goodfellow, Bengio, Courville, Deep Learning, §4.1 and §6.2.2.3.
 */
public record Softmax() implements Activation {

    @Override
    public void forward(Matrix Z, Matrix A) {
        ShapeMismatchException.requireSameShape("A = softmax(Z)", "Z", Z, "A", A);
        double[] largest = largest(Z);
        double[] sums = new double[Z.columns()];
        for (int k = 0; k < Z.rows(); k++) {
            double[] z = Z.row(k);
            double[] a = A.row(k);
            for (int j = 0; j < a.length; j++) {
                a[j] = Math.exp(z[j] - largest[j]);
                sums[j] += a[j];
            }
        }
        for (int k = 0; k < A.rows(); k++) {
            double[] a = A.row(k);
            for (int j = 0; j < a.length; j++) {
                a[j] /= sums[j];
            }
        }
    }

    /** maxᵢ zᵢ of each example; NaN where there is one. */
    private static double[] largest(Matrix Z) {
        double[] largest = Z.row(0).clone();
        for (int k = 1; k < Z.rows(); k++) {
            double[] z = Z.row(k);
            for (int j = 0; j < z.length; j++) {
                largest[j] = Math.max(largest[j], z[j]);
            }
        }
        return largest;
    }

    @Override
    public void backward(Matrix Z, Matrix A, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dZ = A ∘ (dA - Σ A ∘ dA)", "Z", Z, "dA", dZ);
        ShapeMismatchException.requireSameShape("dZ = A ∘ (dA - Σ A ∘ dA)", "A", A, "dA", dZ);
        double[] sums = new double[A.columns()];
        for (int k = 0; k < A.rows(); k++) {
            double[] a = A.row(k);
            double[] dz = dZ.row(k);
            for (int j = 0; j < dz.length; j++) {
                sums[j] += a[j] * dz[j];
            }
        }
        for (int k = 0; k < A.rows(); k++) {
            double[] a = A.row(k);
            double[] dz = dZ.row(k);
            for (int j = 0; j < dz.length; j++) {
                dz[j] = a[j] * (dz[j] - sums[j]);
            }
        }
    }
}
