package org.twinnet.compare.theory.loss;

import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.activation.ActivationTheory;
import org.twinnet.compare.theory.Elementwise;

/**
 * A loss with factors that it should not have: in the cost, and in the gradient at the output.
 *
 * @param right the loss
 * @param ofCost factor of the cost
 * @param ofGradient factor of dZ
 */
public record ScaledLossTheory(LossTheory right, double ofCost, double ofGradient) implements PatchedLoss {

    @Override
    public LossCost cost(Bounded Z, Bounded A, double[][] Y, Rounding rounding) {
        LossCost cost = right.cost(Z, A, Y, rounding);
        return new LossCost(
                cost.asWritten().times(ofCost, rounding), cost.stable().times(ofCost, rounding));
    }

    @Override
    public void residual(ActivationTheory output, Bounded Z, Bounded A, double[][] Y, Bounded dZ, Rounding rounding) {
        right.residual(output, Z, A, Y, dZ, rounding);
        if (ofGradient != 1) {
            Elementwise.scale(ofGradient, dZ, rounding);
        }
    }
}
