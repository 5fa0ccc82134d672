package org.twinnet.compare.theory.optimizer;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/**
 * Momentum whose step takes the velocity before it has the gradient.
 *
 * <pre>
 *   update  α·v     with v as it was carried into the step
 * </pre>
 *
 * @param right the momentum
 */
public record LateVelocityTheory(MomentumTheory right) implements OptimizerTheory {

    @Override
    public String formula() {
        return "V = V − α·v, v = μ·v + dV";
    }

    @Override
    public int stateCount() {
        return right.stateCount();
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
        right.step(V, g, state, t, rate, rounding, update, nextState);
        new GradientDescentTheory().step(V, state.get(0), List.of(), t, rate, rounding, update, List.of());
    }
}
