package org.twinnet.compare.theory.loss.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.LossCost;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;

/** A loss that is another one in part: what is not overridden is that of the right one. */
public interface PatchedLoss extends LossTheory {

    /**
     * What is patched.
     *
     * @return the right chapter
     */
    LossTheory right();

    @Override
    default String formula() {
        return right().formula();
    }

    @Override
    default LossCost cost(Bounded Z, Bounded A, double[][] Y, Rounding rounding) {
        return right().cost(Z, A, Y, rounding);
    }

    @Override
    default void gradient(Bounded A, double[][] Y, Bounded dA, Rounding rounding) {
        right().gradient(A, Y, dA, rounding);
    }

    @Override
    default void residual(ActivationTheory output, Bounded Z, Bounded A, double[][] Y, Bounded dZ, Rounding rounding) {
        right().residual(output, Z, A, Y, dZ, rounding);
    }
}
