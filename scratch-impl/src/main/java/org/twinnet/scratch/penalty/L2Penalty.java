package org.twinnet.scratch.penalty;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Products;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The L2 penalty (weight decay).
 *
 * <pre>
 *   cost      λ/(2m) · Σᵢⱼ Wᵢⱼ²
 *   gradient  dW += λ/m · W
 * </pre>
 *
 * <p>Source: the notebook's {@code compute_cost_with_regularization} and
 * {@code backward_propagation_with_regularization}.
 *
 * @param lambda the strength λ, above 0
 */
public record L2Penalty(double lambda) implements Penalty {

    /**
     * Checks the strength.
     *
     * @param lambda the strength λ, above 0
     * @throws IllegalArgumentException if λ is not a finite number above 0
     */
    public L2Penalty {
        if (!(lambda > 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("The L2 penalty needs a finite λ above 0, not " + lambda + ".");
        }
    }

    @Override
    public double cost(Matrix W, int m) {
        return lambda * Products.squaredNorm(W) / (2.0 * m);
    }

    @Override
    public double slope(double w, int m) {
        return lambda / m * w;
    }

    @Override
    public void addGradient(Matrix W, int m, Matrix dW) {
        ShapeMismatchException.requireSameShape("dW += λ/m·W", "W", W, "dW", dW);
        double factor = lambda / m;
        for (int i = 0; i < W.rows(); i++) {
            double[] w = W.row(i);
            double[] dw = dW.row(i);
            for (int k = 0; k < dw.length; k++) {
                dw[k] += factor * w[k];
            }
        }
    }
}
