package org.twinnet.scratch.penalty;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Products;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * L2 and L1 with coefficients that no number of examples divides, as libraries take them.
 *
 * <pre>
 *   cost      c₂/2 · Σᵢⱼ Wᵢⱼ² + c₁ · Σᵢⱼ |Wᵢⱼ|
 *   gradient  dW += c₂ · W + c₁ · sign(W), where sign(0) = 0
 * </pre>
 *
 * <p>With c₂ = λ/m it is {@link L2Penalty}, with c₁ = λ/m it is {@link L1Penalty}.
 *
 * <p>Source: Zou and Hastie, Journal of the Royal Statistical Society B 67 (2005), the naïve elastic net.
 *
 * @param l2 c₂, from 0
 * @param l1 c₁, from 0
 */
public record CoefficientPenalty(double l2, double l1) implements Penalty {

    /**
     * Checks the coefficients.
     *
     * @param l2 c₂, from 0
     * @param l1 c₁, from 0
     * @throws IllegalArgumentException if one of them is below 0 or not finite
     */
    public CoefficientPenalty {
        if (!(l2 >= 0 && l1 >= 0) || Double.isInfinite(l2) || Double.isInfinite(l1)) {
            throw new IllegalArgumentException(
                    "Penalties need finite coefficients of 0 or more, not " + l2 + " and " + l1 + ".");
        }
    }

    @Override
    public double cost(Matrix W, int m) {
        // 0·∞ is no number, and a coefficient of 0 adds nothing whatever the weights are
        double squares = l2 == 0 ? 0 : l2 * Products.squaredNorm(W) / 2;
        return l1 == 0 ? squares : squares + l1 * L1Penalty.sumOfMagnitudes(W);
    }

    @Override
    public double slope(double w, int m) {
        return (l2 == 0 ? 0 : l2 * w) + l1 * Math.signum(w);
    }

    @Override
    public void addGradient(Matrix W, int m, Matrix dW) {
        ShapeMismatchException.requireSameShape("dW += c₂·W + c₁·sign(W)", "W", W, "dW", dW);
        L1Penalty.addSlopes(this, W, m, dW);
    }
}
