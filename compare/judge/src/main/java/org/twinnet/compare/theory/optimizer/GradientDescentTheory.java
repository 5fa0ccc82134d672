package org.twinnet.compare.theory.optimizer;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * Gradient descent.
 *
 * <pre>
 *   update  α·g     α·εg + εα·(|g| + 3εg) + u·α·(|g| + 2εg) + 2τ
 * </pre>
 */
public record GradientDescentTheory() implements OptimizerTheory {

    @Override
    public String formula() {
        return "V = V − α·dV";
    }

    @Override
    public List<Mistake> mistakes() {
        return UpdateMistakes.all();
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
        double alpha = rate.value();
        double rounded = rounding.u() * alpha + rate.error();
        double moved = (1 + 2 * rounding.u()) * alpha + 3 * rate.error();
        for (int i = 0; i < g.rows(); i++) {
            double[] d = g.values(i);
            double[] ed = g.errors(i);
            double[] step = update.values(i);
            double[] error = update.errors(i);
            for (int k = 0; k < d.length; k++) {
                step[k] = alpha * d[k];
                error[k] = moved * ed[k] + rounded * Math.abs(d[k]) + 2 * rounding.tiny();
            }
        }
    }
}
