package org.twinnet.compare.theory.penalty;

import java.util.List;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;

/**
 * Absolute values where the L2 penalty has squares, with its λ.
 *
 * <pre>
 *   penalty   λ/(2m)·Σ |W|      γₖ₊₆·penalty + λ/(2m)·Σ εw + τ            k weights
 *   gradient  λ/m·sign(W)       γ₄·λ/m + τ, and 2λ/m where rounding decides about the sign
 * </pre>
 *
 * @param lambda λ
 */
public record AbsoluteValuesTheory(double lambda) implements PenaltyTheory {

    @Override
    public String formula() {
        return "penalty = λ/(2m) · Σ |W|";
    }

    @Override
    public BoundedNumber cost(List<Bounded> penalized, int m, Rounding rounding) {
        double sum = 0;
        double moved = 0;
        int count = 0;
        for (Bounded V : penalized) {
            count += V.rows() * V.columns();
            for (int i = 0; i < V.rows(); i++) {
                for (int k = 0; k < V.columns(); k++) {
                    sum += Math.abs(V.values(i)[k]);
                    moved += V.errors(i)[k];
                }
            }
        }
        double scale = lambda / (2.0 * m);
        double gamma = rounding.gamma(count + 6);
        return new BoundedNumber(scale * sum, gamma * scale * sum + scale * moved + rounding.tiny());
    }

    @Override
    public void gradient(Bounded V, int m, Bounded gradient, Rounding rounding) {
        double decay = lambda / m;
        for (int i = 0; i < V.rows(); i++) {
            for (int k = 0; k < V.columns(); k++) {
                double w = V.values(i)[k];
                boolean undecided = V.errors(i)[k] > 0 && Math.abs(w) <= 2 * V.errors(i)[k];
                gradient.values(i)[k] = decay * Math.signum(w);
                gradient.errors(i)[k] = rounding.gamma(4) * decay + (undecided ? 2 * decay : 0) + rounding.tiny();
            }
        }
    }
}
