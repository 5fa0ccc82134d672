package org.twinnet.compare.theory.loss.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.LossCost;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;

/**
 * 0 and 1 of the labels exchanged: 1 − Y in place of Y.
 *
 * @param right the loss
 */
public record FlippedLabelsTheory(LossTheory right) implements PatchedLoss {

    @Override
    public LossCost cost(Bounded Z, Bounded A, double[][] Y, Rounding rounding) {
        return right.cost(Z, A, exchanged(Y), rounding);
    }

    @Override
    public void residual(ActivationTheory output, Bounded Z, Bounded A, double[][] Y, Bounded dZ, Rounding rounding) {
        right.residual(output, Z, A, exchanged(Y), dZ, rounding);
    }

    private static double[][] exchanged(double[][] Y) {
        double[][] others = new double[Y.length][Y[0].length];
        for (int i = 0; i < Y.length; i++) {
            for (int j = 0; j < Y[i].length; j++) {
                others[i][j] = 1 - Y[i][j];
            }
        }
        return others;
    }
}
