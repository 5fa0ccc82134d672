package org.twinnet.compare.theory.penalty;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/** A penalty that is another one in part: what is not overridden is that of the right one. */
public interface PatchedPenalty extends PenaltyTheory {

    /**
     * What is patched.
     *
     * @return the right chapter
     */
    PenaltyTheory right();

    @Override
    default String formula() {
        return right().formula();
    }

    @Override
    default boolean penalizesBiases() {
        return right().penalizesBiases();
    }

    @Override
    default BoundedNumber cost(List<Bounded> penalized, int m, Rounding rounding) {
        return right().cost(penalized, m, rounding);
    }

    @Override
    default void gradient(Bounded V, int m, Bounded gradient, Rounding rounding) {
        right().gradient(V, m, gradient, rounding);
    }
}
