package org.twinnet.compare.theory.clipping;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * Every number of the gradient comes between the limits.
 *
 * <pre>
 *   c(g) = max(−limit, min(limit, g))     min(ε, c(g + 2ε) − c(g − 2ε)): two programs' gradients lie there, and c
 *                                         takes no two of them farther apart; u·limit more where one of them
 *                                         reaches a limit, which not every format has
 * </pre>
 *
 * <p>Where the gradient is beyond the limit by more than 2ε, all programs have the limit itself. Nothing is known where
 * a program's gradient may be no number.
 *
 * @param limit the largest magnitude
 * @param afterPenalty whether the penalty's gradient is part of what is clipped
 */
public record ValueTheory(double limit, boolean afterPenalty) implements ClippingTheory {

    @Override
    public String formula() {
        return "dV = max(−limit, min(limit, dV))";
    }

    @Override
    public void clip(List<List<Bounded>> layers, Rounding rounding) {
        double reaches = limit * (1 - rounding.u());
        for (List<Bounded> tensors : layers) {
            for (Bounded g : tensors) {
                for (int i = 0; i < g.rows(); i++) {
                    clip(g.values(i), g.errors(i), reaches, rounding);
                }
            }
        }
    }

    private void clip(double[] g, double[] e, double reaches, Rounding rounding) {
        for (int k = 0; k < g.length; k++) {
            double farthest = Math.abs(g[k]) + 2 * e[k];
            if (!(farthest < reaches)) {
                double moved = Math.min(e[k], clipped(g[k] + 2 * e[k]) - clipped(g[k] - 2 * e[k]));
                e[k] = Double.isFinite(farthest) ? moved + rounding.u() * limit : Double.POSITIVE_INFINITY;
                g[k] = clipped(g[k]);
            }
        }
    }

    private double clipped(double g) {
        return Math.max(-limit, Math.min(limit, g));
    }
}
