package org.twinnet.compare.theory.optimizer;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * Gradient descent with momentum; c is 1, or 1 − μ where the velocity is an average of gradients.
 *
 * <pre>
 *   v'      μ·v + c·g     (1 + 2γ₄)·(μ·εv + c·εg) + γ₄·(μ·|v| + c·|g|) + 3τ
 *   update  α·v'          α·εv' + εα·(|v'| + 3εv') + u·α·(|v'| + 2εv') + 2τ
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
        double share = average ? 1 - momentum : 1;
        double gamma = rounding.gamma(4);
        double carried = 1 + 2 * gamma;
        for (int i = 0; i < g.rows(); i++) {
            double[] d = g.values(i);
            double[] ed = g.errors(i);
            double[] v = state.get(0).values(i);
            double[] ev = state.get(0).errors(i);
            double[] next = nextState.get(0).values(i);
            double[] error = nextState.get(0).errors(i);
            for (int k = 0; k < d.length; k++) {
                next[k] = momentum * v[k] + share * d[k];
                error[k] = carried * (momentum * ev[k] + share * ed[k])
                        + gamma * (momentum * Math.abs(v[k]) + share * Math.abs(d[k]))
                        + 3 * rounding.tiny();
            }
        }
        new GradientDescentTheory().step(V, nextState.get(0), List.of(), t, rate, rounding, update, List.of());
    }

    /** v' = update/α. */
    @Override
    public Optional<List<Bounded>> stateBehind(Bounded update, BoundedNumber rate, Rounding rounding) {
        Bounded v = update.copy();
        Elementwise.scale(1 / rate.value(), v, rounding);
        Elementwise.widen(Math.abs(rate.error() / rate.value()), 0, v);
        return Optional.of(List.of(v));
    }
}
