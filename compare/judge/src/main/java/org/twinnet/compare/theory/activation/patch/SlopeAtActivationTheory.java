package org.twinnet.compare.theory.activation.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * The slope taken at A in place of Z.
 *
 * <pre>
 *   dZ = dA·g′(A)
 * </pre>
 *
 * @param right the activation
 */
public record SlopeAtActivationTheory(ActivationTheory right) implements PatchedActivation {

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        Bounded again = Bounded.zeros(A.rows(), A.columns());
        right.forward(A, again, rounding);
        right.slope(A, again, gradient, rounding);
    }
}
