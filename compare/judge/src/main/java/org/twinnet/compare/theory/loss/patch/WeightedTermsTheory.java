package org.twinnet.compare.theory.loss.patch;

import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.LossCost;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;

/**
 * Both terms of a cross-entropy with weights of their own.
 *
 * <pre>
 *   J = −1/m · Σ [p·y·ln a + n·(1 − y)·ln(1 − a)]
 * </pre>
 *
 * <p>It is the sum of both costs in which the other examples are sure of their labels, and has no stable form.
 *
 * @param right the loss
 * @param positive p
 * @param negative n
 */
public record WeightedTermsTheory(LossTheory right, double positive, double negative) implements PatchedLoss {

    @Override
    public LossCost cost(Bounded Z, Bounded A, double[][] Y, Rounding rounding) {
        BoundedNumber ofPositive = term(Z, A, Y, 1, positive, rounding);
        BoundedNumber ofNegative = term(Z, A, Y, 0, negative, rounding);
        BoundedNumber sum = ofPositive.plus(ofNegative, rounding);
        return new LossCost(sum, sum);
    }

    private BoundedNumber term(Bounded Z, Bounded A, double[][] Y, double label, double weight, Rounding rounding) {
        Bounded others = A.copy();
        for (int i = 0; i < A.rows(); i++) {
            for (int j = 0; j < A.columns(); j++) {
                if ((Y[i][j] == 1) != (label == 1)) {
                    others.values(i)[j] = Y[i][j] == 1 ? 1 : 0;
                    others.errors(i)[j] = 0;
                }
            }
        }
        return right.cost(Z, others, Y, rounding).asWritten().times(weight, rounding);
    }
}
