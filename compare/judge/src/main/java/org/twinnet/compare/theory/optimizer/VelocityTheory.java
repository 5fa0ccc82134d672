package org.twinnet.compare.theory.optimizer;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Elementwise;
import org.twinnet.compare.theory.Rounding;

/**
 * A step along a velocity of any two shares; one that keeps nothing starts anew each time.
 *
 * <pre>
 *   v'      k·v + c·g     (1 + 2γ₄)·(|k|·εv + |c|·εg) + γ₄·(|k·v| + |c·g|) + 3τ
 *                         + ε·(|v| + 3εv), and ε·(|g| + 3εg) where c is not 1, with ε of what k and c are made of:
 *                         a program may subtract a number from 1 that it has rounded
 *   update  α·v'          α·εv' + εα·(|v'| + 3εv') + u·α·(|v'| + 2εv') + 2τ
 * </pre>
 *
 * @param kept k
 * @param share c
 */
public record VelocityTheory(double kept, double share) implements OptimizerTheory {

    @Override
    public String formula() {
        return "v = k·v + c·dV, V = V − α·v";
    }

    @Override
    public int stateCount() {
        return kept == 0 ? 0 : 1;
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
        Bounded v = kept == 0 ? Bounded.zeros(g.rows(), g.columns()) : nextState.get(0);
        next(g, kept == 0 ? v.copy() : state.get(0), v, rounding);
        new GradientDescentTheory().step(V, v, List.of(), t, rate, rounding, update, List.of());
    }

    /** Writes the velocity that is carried out of a step. */
    void next(Bounded g, Bounded velocity, Bounded nextVelocity, Rounding rounding) {
        double gamma = rounding.gamma(4);
        double carried = 1 + 2 * gamma;
        double ofKept = Math.max(rounding.representation(kept), rounding.representation(share));
        double ofShare = share == 1 ? 0 : ofKept;
        double k0 = Math.abs(kept);
        double c0 = Math.abs(share);
        for (int i = 0; i < g.rows(); i++) {
            double[] d = g.values(i);
            double[] ed = g.errors(i);
            double[] v = velocity.values(i);
            double[] ev = velocity.errors(i);
            double[] next = nextVelocity.values(i);
            double[] error = nextVelocity.errors(i);
            for (int k = 0; k < d.length; k++) {
                next[k] = kept * v[k] + share * d[k];
                error[k] = carried * (k0 * ev[k] + c0 * ed[k])
                        + gamma * (k0 * Math.abs(v[k]) + c0 * Math.abs(d[k]))
                        + ofKept * (Math.abs(v[k]) + 3 * ev[k])
                        + ofShare * (Math.abs(d[k]) + 3 * ed[k])
                        + 3 * rounding.tiny();
            }
        }
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
