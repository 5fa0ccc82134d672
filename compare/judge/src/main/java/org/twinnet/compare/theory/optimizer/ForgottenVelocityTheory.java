package org.twinnet.compare.theory.optimizer;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.Rounding;

/**
 * Gradient descent along a share of the gradient, which is what an averaging velocity that starts anew comes to.
 *
 * <pre>
 *   update  α·c·g     as of {@link GradientDescentTheory}, with the rounding of c·g
 * </pre>
 *
 * @param share c
 */
public record ForgottenVelocityTheory(double share) implements OptimizerTheory {

    @Override
    public String formula() {
        return "v = (1 − μ)·dV, V = V − α·v";
    }

    @Override
    public int stateCount() {
        return 0;
    }

    @Override
    public void step(
            Bounded V,
            Bounded g,
            List<Bounded> state,
            int t,
            BoundedNumber rate,
            Rounding rounding,
            Bounded update,
            List<Bounded> nextState) {
        Bounded v = g.copy();
        Elementwise.scale(share, v, rounding);
        new GradientDescentTheory().step(V, v, List.of(), t, rate, rounding, update, List.of());
    }
}
