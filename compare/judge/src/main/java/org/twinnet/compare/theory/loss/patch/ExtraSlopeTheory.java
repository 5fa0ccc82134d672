package org.twinnet.compare.theory.loss.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;

/**
 * The slope of the output's activation multiplied in, although the loss cancels it.
 *
 * <pre>
 *   dZ = (A − Y)·A·(1 − A)
 * </pre>
 *
 * @param right the loss
 */
public record ExtraSlopeTheory(LossTheory right) implements PatchedLoss {

    @Override
    public void residual(ActivationTheory output, Bounded Z, Bounded A, double[][] Y, Bounded dZ, Rounding rounding) {
        right.residual(output, Z, A, Y, dZ, rounding);
        output.slope(Z, A, dZ, rounding);
    }
}
