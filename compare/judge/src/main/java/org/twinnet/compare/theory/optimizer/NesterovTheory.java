package org.twinnet.compare.theory.optimizer;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * Gradient descent with Nesterov's momentum.
 *
 * <pre>
 *   v'      μ·v + g           as {@link MomentumTheory}
 *   update  α·(g + μ·v')      (1 + 2γ₅)·(α + εα)·(εg + μ·εv' + εμ·(|v'| + 3εv'))
 *                             + (γ₅·α + 2εα)·(|g| + μ·|v'|) + 4τ
 * </pre>
 *
 * @param momentum μ
 */
public record NesterovTheory(double momentum) implements OptimizerTheory {

    @Override
    public String formula() {
        return "v = μ·v + dV, V = V − α·(dV + μ·v)";
    }

    @Override
    public List<Mistake> mistakes() {
        return MomentumMistakes.ofNesterov();
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
        new MomentumTheory(momentum, false).step(V, g, state, t, rate, rounding, update, nextState);
        double alpha = rate.value();
        double gamma = rounding.gamma(5);
        double moved = (1 + 2 * gamma) * (alpha + rate.error());
        double rounded = gamma * alpha + 2 * rate.error();
        double ofMomentum = rounding.representation(momentum);
        for (int i = 0; i < g.rows(); i++) {
            double[] d = g.values(i);
            double[] ed = g.errors(i);
            double[] v = nextState.get(0).values(i);
            double[] ev = nextState.get(0).errors(i);
            double[] step = update.values(i);
            double[] error = update.errors(i);
            for (int k = 0; k < d.length; k++) {
                step[k] = alpha * (d[k] + momentum * v[k]);
                double ofVelocity = momentum * ev[k] + ofMomentum * (Math.abs(v[k]) + 3 * ev[k]);
                error[k] = moved * (ed[k] + ofVelocity)
                        + rounded * (Math.abs(d[k]) + momentum * Math.abs(v[k]))
                        + 4 * (1 + alpha) * rounding.tiny();
            }
        }
    }
}
