package org.twinnet.compare.theory.penalty;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * The L1 penalty.
 *
 * <pre>
 *   penalty   λ/m·Σ |W| + c·Σ |W|           γₖ₊₆·penalty + (1 + γₖ₊₆)·(λ/m + c)·Σ εw + τ     k weights
 *   gradient  λ/m·sign(W) + c·sign(W)       γ₆·(λ/m + c) + τ
 * </pre>
 *
 * <p>sign(0) = 0. A weight that is only known to lie around 0, |w| ≤ εw, may have either sign or none: its gradient is
 * off by up to (1 + |sign(w)|)·(1 + γ₆)·(λ/m + c). A weight that is exactly 0 has a gradient of exactly 0.
 *
 * <p>The penalty is infinitely uncertain where a program may leave the range of the format on its way.
 *
 * @param lambda λ, at least 0
 * @param coefficient c, which nothing divides, at least 0
 */
public record L1Theory(double lambda, double coefficient) implements PenaltyTheory {

    @Override
    public String formula() {
        return coefficient == 0
                ? "penalty = λ/m · Σ |W|"
                : lambda == 0 ? "penalty = c · Σ |W|" : "penalty = (λ/m + c) · Σ |W|";
    }

    @Override
    public List<Mistake> mistakes() {
        return L1Mistakes.all();
    }

    @Override
    public BoundedNumber cost(List<Bounded> penalized, int m, Rounding rounding) {
        double magnitudes = 0;
        double moved = 0;
        int count = 0;
        for (Bounded V : penalized) {
            count += V.rows() * V.columns();
            for (int i = 0; i < V.rows(); i++) {
                double[] v = V.values(i);
                double[] e = V.errors(i);
                for (int k = 0; k < v.length; k++) {
                    magnitudes += Math.abs(v[k]);
                    moved += e[k];
                }
            }
        }
        double gamma = rounding.gamma(count + 6);
        double scale = lambda / m + coefficient;
        double value = scale * magnitudes;
        boolean known = Math.max(1, lambda + coefficient) * magnitudes < rounding.largest();
        double error = gamma * value + (1 + gamma) * scale * moved + rounding.tiny();
        return new BoundedNumber(value, known ? error : Double.POSITIVE_INFINITY);
    }

    @Override
    public void gradient(Bounded V, int m, Bounded gradient, Rounding rounding) {
        double gamma = rounding.gamma(6);
        double decay = lambda / m + coefficient;
        for (int i = 0; i < V.rows(); i++) {
            double[] v = V.values(i);
            double[] ev = V.errors(i);
            double[] d = gradient.values(i);
            double[] ed = gradient.errors(i);
            for (int k = 0; k < v.length; k++) {
                double sign = Math.signum(v[k]);
                d[k] = decay * sign;
                if (v[k] == 0 && ev[k] == 0) {
                    ed[k] = 0;
                } else if (Math.abs(v[k]) > ev[k]) {
                    ed[k] = gamma * decay + rounding.tiny();
                } else {
                    // a NaN comes here too, and stays one in d
                    ed[k] = (1 + Math.abs(sign)) * (1 + gamma) * decay + rounding.tiny();
                }
            }
        }
    }
}
