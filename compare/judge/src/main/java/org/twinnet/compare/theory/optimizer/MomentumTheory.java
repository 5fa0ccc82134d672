package org.twinnet.compare.theory.optimizer;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * Gradient descent with momentum; c is 1, or 1 − μ where the velocity is an average of gradients.
 *
 * <pre>
 *   v'      μ·v + c·g     both as {@link VelocityTheory}
 *   update  α·v'
 * </pre>
 *
 * @param momentum μ
 * @param average whether c is 1 − μ
 */
public record MomentumTheory(double momentum, boolean average) implements OptimizerTheory {

    @Override
    public String formula() {
        return average ? "v = μ·v + (1 − μ)·dV, V = V − α·v" : "v = μ·v + dV, V = V − α·v";
    }

    @Override
    public List<Mistake> mistakes() {
        return MomentumMistakes.all();
    }

    @Override
    public int stateCount() {
        return 1;
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
        velocity().next(g, state.get(0), nextState.get(0), rounding);
        new GradientDescentTheory().step(V, nextState.get(0), List.of(), t, rate, rounding, update, List.of());
    }

    private VelocityTheory velocity() {
        return new VelocityTheory(momentum, average ? 1 - momentum : 1);
    }

    @Override
    public Optional<List<Bounded>> stateBehind(Bounded update, BoundedNumber rate, Rounding rounding) {
        return velocity().stateBehind(update, rate, rounding);
    }
}
