package org.twinnet.compare.theory.activation.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/** An activation that is another one in part: what is not overridden is that of the right one. */
public interface PatchedActivation extends ActivationTheory {

    /**
     * What is patched.
     *
     * @return the right chapter
     */
    ActivationTheory right();

    @Override
    default String formula() {
        return right().formula();
    }

    @Override
    default double[] kinks() {
        return right().kinks();
    }

    @Override
    default void forward(Bounded Z, Bounded A, Rounding rounding) {
        right().forward(Z, A, rounding);
    }

    @Override
    default void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        right().slope(Z, A, gradient, rounding);
    }
}
