package org.twinnet.compare.theory.penalty;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.Rounding;

/**
 * A penalty with a factor that it should not have, in the cost and in the gradient.
 *
 * @param right the penalty
 * @param factor the factor; 0 leaves the penalty out
 */
public record ScaledPenaltyTheory(PenaltyTheory right, double factor) implements PatchedPenalty {

    @Override
    public BoundedNumber cost(List<Bounded> penalized, int m, Rounding rounding) {
        return factor == 0
                ? BoundedNumber.exact(0)
                : right.cost(penalized, m, rounding).times(factor, rounding);
    }

    @Override
    public void gradient(Bounded V, int m, Bounded gradient, Rounding rounding) {
        if (factor == 0) {
            new NoPenaltyTheory().gradient(V, m, gradient, rounding);
            return;
        }
        right.gradient(V, m, gradient, rounding);
        Elementwise.scale(factor, gradient, rounding);
    }
}
