package org.twinnet.scratch.penalty;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The L1 penalty (lasso).
 *
 * <pre>
 *   cost      λ/m · Σᵢⱼ |Wᵢⱼ|
 *   gradient  dW += λ/m · sign(W), where sign(0) = 0
 * </pre>
 *
 * <p>|w| has a kink at 0. Of its slopes there, from −1 to 1, 0 is the one that leaves a weight of 0 where it is.
 *
 * <p>Source: Goodfellow, Bengio and Courville, Deep Learning (2016), eq. 7.18 and 7.20.
 *
 * @param lambda the strength λ, above 0
 */
public record L1Penalty(double lambda) implements Penalty {

    /**
     * Checks the strength.
     *
     * @param lambda the strength λ, above 0
     * @throws IllegalArgumentException if λ is not a finite number above 0
     */
    public L1Penalty {
        if (!(lambda > 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("The L1 penalty needs a finite λ above 0, not " + lambda + ".");
        }
    }

    @Override
    public double cost(Matrix W, int m) {
        return lambda * sumOfMagnitudes(W) / m;
    }

    @Override
    public double slope(double w, int m) {
        return lambda / m * Math.signum(w);
    }

    @Override
    public void addGradient(Matrix W, int m, Matrix dW) {
        ShapeMismatchException.requireSameShape("dW += λ/m·sign(W)", "W", W, "dW", dW);
        addSlopes(this, W, m, dW);
    }

    /** Σᵢⱼ |Wᵢⱼ|. */
    static double sumOfMagnitudes(Matrix W) {
        double sum = 0;
        for (int i = 0; i < W.rows(); i++) {
            for (double w : W.row(i)) {
                sum += Math.abs(w);
            }
        }
        return sum;
    }

    /** dW += slope(W), entry by entry. */
    static void addSlopes(Penalty penalty, Matrix W, int m, Matrix dW) {
        for (int i = 0; i < W.rows(); i++) {
            double[] w = W.row(i);
            double[] dw = dW.row(i);
            for (int k = 0; k < dw.length; k++) {
                dw[k] += penalty.slope(w[k], m);
            }
        }
    }
}
