package org.twinnet.compare.theory.activation.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.Rounding;

/**
 * An activation whose slope has a factor that it should not have.
 *
 * @param right the activation
 * @param factor the factor
 */
public record ScaledSlopeTheory(ActivationTheory right, double factor) implements PatchedActivation {

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        right.slope(Z, A, gradient, rounding);
        Elementwise.scale(factor, gradient, rounding);
    }
}
