package org.twinnet.compare.theory.activation;

import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * One activation forward, the slope of another one backward, each at the same Z.
 *
 * @param right what goes forward
 * @param slope whose slope is taken
 */
public record SlopeOfAnotherTheory(ActivationTheory right, ActivationTheory slope) implements PatchedActivation {

    @Override
    public double[] kinks() {
        return slope.kinks();
    }

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        Bounded own = Bounded.zeros(Z.rows(), Z.columns());
        slope.forward(Z, own, rounding);
        slope.slope(Z, own, gradient, rounding);
    }
}
