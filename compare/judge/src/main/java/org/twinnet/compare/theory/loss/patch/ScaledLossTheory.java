package org.twinnet.compare.theory.loss.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.LossCost;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;

/**
 * A loss with a factor that it should not have, in the cost and in dZ of the output.
 *
 * @param right the loss
 * @param factor the factor
 */
public record ScaledLossTheory(LossTheory right, double factor) implements PatchedLoss {

    @Override
    public LossCost cost(Bounded Z, Bounded A, double[][] Y, Rounding rounding) {
        LossCost cost = right.cost(Z, A, Y, rounding);
        return new LossCost(
                cost.asWritten().times(factor, rounding), cost.stable().times(factor, rounding));
    }

    @Override
    public void residual(ActivationTheory output, Bounded Z, Bounded A, double[][] Y, Bounded dZ, Rounding rounding) {
        right.residual(output, Z, A, Y, dZ, rounding);
        Elementwise.scale(factor, dZ, rounding);
    }
}
