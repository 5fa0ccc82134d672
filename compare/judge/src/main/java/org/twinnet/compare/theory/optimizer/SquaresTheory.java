package org.twinnet.compare.theory.optimizer;

import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * The memory of squared gradients.
 *
 * <pre>
 *   s'   ρ·s + c·g²     (1 + 2γ₅)·(ρ·εs + c·(2|g| + 3εg)·εg) + γ₅·(ρ·s + c·g²) + 4τ
 *                       + (1 + 2γ₅)·ερ·(s + 3εs + (|g| + 3εg)²)
 * </pre>
 *
 * <p>c is 1 − ρ, or both are 1; a program may subtract a ρ that it has rounded. Nothing is known where g² leaves the
 * range of the format: some programs multiply by c first.
 *
 * @param kept ρ
 * @param share c
 */
record SquaresTheory(double kept, double share) {

    /** Writes what is remembered next; where squares may overflow its error is infinite. */
    void next(Bounded g, Bounded state, Bounded nextState, Rounding rounding) {
        double gamma = rounding.gamma(5);
        double carried = 1 + 2 * gamma;
        double ofKept = rounding.representation(kept);
        for (int i = 0; i < g.rows(); i++) {
            double[] d = g.values(i);
            double[] ed = g.errors(i);
            double[] s = state.values(i);
            double[] es = state.errors(i);
            double[] next = nextState.values(i);
            double[] error = nextState.errors(i);
            for (int k = 0; k < d.length; k++) {
                double square = d[k] * d[k];
                double farthest = Math.abs(d[k]) + ed[k];
                next[k] = kept * s[k] + share * square;
                double longest = Math.abs(d[k]) + 3 * ed[k];
                double moved = kept * es[k]
                        + share * ((2 * Math.abs(d[k]) + 3 * ed[k]) * ed[k])
                        + ofKept * (s[k] + 3 * es[k] + longest * longest);
                double bound = carried * moved + gamma * next[k] + 4 * rounding.tiny();
                error[k] = farthest * farthest < rounding.largest() ? bound : Double.POSITIVE_INFINITY;
            }
        }
    }
}
