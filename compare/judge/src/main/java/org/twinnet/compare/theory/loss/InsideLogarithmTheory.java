package org.twinnet.compare.theory.loss;

import java.util.Arrays;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.LossCost;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.loss.patch.PatchedLoss;

/**
 * A small number inside the logarithm of a cross-entropy, p the probability of the true class.
 *
 * <pre>
 *   J = −1/m · Σ ln (min(max(p, clip), most) + offset)      most = 1 − clip, or 1 where p is clipped from below only
 * </pre>
 *
 * <p>A small number there bounds what rounding of p can do. It has no stable form.
 *
 * @param right the loss
 * @param clip what p is held to; 0 where it is not clipped
 * @param belowOnly whether p is not held below 1 − clip as well
 * @param offset what is added
 */
public record InsideLogarithmTheory(LossTheory right, double clip, boolean belowOnly, double offset)
        implements PatchedLoss {

    @Override
    public String formula() {
        return offset != 0 ? "J = −Σ ln (p + ε) / m" : belowOnly ? "J = −Σ ln max(ε, p) / m" : clipped();
    }

    private static String clipped() {
        return "J = −Σ ln min(max(ε, p), 1 − ε) / m";
    }

    /**
     * Each example as one of label 1 whose output is what the logarithm is taken of: 1 − (1 − p) would lose digits. A
     * softmax has one logarithm an example, of its class.
     */
    @Override
    public LossCost cost(Bounded Z, Bounded A, double[][] Y, Rounding rounding) {
        Bounded held = A.copy();
        double[][] ones = new double[A.rows()][A.columns()];
        for (int i = 0; i < A.rows(); i++) {
            double[] a = held.values(i);
            double[] ea = held.errors(i);
            Arrays.fill(ones[i], 1);
            for (int j = 0; j < a.length; j++) {
                boolean positive = Y[i][j] == 1;
                a[j] = inLogarithm(positive ? a[j] : 1 - a[j]);
                ea[j] += positive ? 0 : rounding.u();
            }
        }
        boolean ofClass = right instanceof SoftmaxCrossEntropyTheory;
        LossCost cost = right.cost(Z, held, ofClass ? Y : ones, rounding);
        return new LossCost(cost.asWritten(), cost.asWritten());
    }

    private double inLogarithm(double p) {
        double most = belowOnly ? 1 : 1 - clip;
        return (clip > 0 ? Math.min(Math.max(p, clip), most) : p) + offset;
    }
}
