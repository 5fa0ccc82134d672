package org.twinnet.compare.theory.penalty;

import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * The L1 penalty with another gradient.
 *
 * <pre>
 *   gradient  λ/m + c, or (λ/m + c)·|W|      γ₆·|d| + (λ/m + c)·εw + τ
 * </pre>
 *
 * @param right the penalty
 * @param ofMagnitude whether it is the second
 */
record OtherMagnitudesTheory(L1Theory right, boolean ofMagnitude) implements PatchedPenalty {

    @Override
    public void gradient(Bounded V, int m, Bounded gradient, Rounding rounding) {
        double share = right.lambda() / m + right.coefficient();
        for (int i = 0; i < V.rows(); i++) {
            double[] v = V.values(i);
            double[] ev = V.errors(i);
            for (int k = 0; k < v.length; k++) {
                double d = ofMagnitude ? share * Math.abs(v[k]) : share;
                gradient.values(i)[k] = d;
                gradient.errors(i)[k] = rounding.gamma(6) * d + (ofMagnitude ? share * ev[k] : 0) + rounding.tiny();
            }
        }
    }
}
