package org.twinnet.compare.theory.loss.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;

/**
 * A loss whose gradient has a factor that it should not have, in dA of the output and in dZ.
 *
 * @param right the loss
 * @param factor the factor
 */
public record ScaledGradientTheory(LossTheory right, double factor) implements PatchedLoss {

    @Override
    public void gradient(Bounded A, double[][] Y, Bounded dA, Rounding rounding) {
        right.gradient(A, Y, dA, rounding);
        Elementwise.scale(factor, dA, rounding);
    }

    @Override
    public void residual(ActivationTheory output, Bounded Z, Bounded A, double[][] Y, Bounded dZ, Rounding rounding) {
        right.residual(output, Z, A, Y, dZ, rounding);
        Elementwise.scale(factor, dZ, rounding);
    }
}
