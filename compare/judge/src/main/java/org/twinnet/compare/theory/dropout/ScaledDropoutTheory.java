package org.twinnet.compare.theory.dropout;

import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.Rounding;

/**
 * Dropout with a factor that it should not have.
 *
 * @param right what drops
 * @param factor the factor behind it
 */
public record ScaledDropoutTheory(DropoutTheory right, double factor) implements DropoutTheory {

    @Override
    public String formula() {
        return right.formula() + " · c";
    }

    @Override
    public void apply(double[][] D, Bounded from, Bounded to, Rounding rounding) {
        right.apply(D, from, to, rounding);
        Elementwise.scale(factor, to, rounding);
    }
}
