package org.twinnet.compare.theory.penalty;

import java.util.List;
import java.util.stream.Stream;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * The L2 penalty.
 *
 * <pre>
 *   penalty   λ/(2m)·Σ W²       γₖ₊₆·penalty + (1 + γₖ₊₆)·λ/(2m)·Σ (2|w| + 3εw)·εw + τ     k weights
 *   gradient  λ/m·W             γ₄·|λ/m·w| + (1 + 2γ₄)·λ/m·εw + τ
 * </pre>
 *
 * <p>Both are infinite where a program may leave the range of the format on its way, since the order of the factors is
 * its own.
 *
 * @param lambda the notebook's λ, at least 0
 */
public record L2Theory(double lambda) implements PenaltyTheory {

    @Override
    public String formula() {
        return "penalty = λ/(2m) · Σ W²";
    }

    @Override
    public List<Mistake> mistakes() {
        return Stream.concat(L2Mistakes.all().stream(), DecayMistakes.all().stream())
                .toList();
    }

    @Override
    public BoundedNumber cost(List<Bounded> penalized, int m, Rounding rounding) {
        double squares = 0;
        double moved = 0;
        int count = 0;
        for (Bounded V : penalized) {
            count += V.rows() * V.columns();
            for (int i = 0; i < V.rows(); i++) {
                double[] v = V.values(i);
                double[] e = V.errors(i);
                for (int k = 0; k < v.length; k++) {
                    squares += v[k] * v[k];
                    moved += (2 * Math.abs(v[k]) + 3 * e[k]) * e[k];
                }
            }
        }
        double gamma = rounding.gamma(count + 6);
        double scale = lambda / (2.0 * m);
        double value = scale * squares;
        // some multiply by λ first, some divide by m first
        boolean known = Math.max(1, Math.max(lambda, scale)) * squares < rounding.largest();
        double error = gamma * value + (1 + gamma) * scale * moved + rounding.tiny();
        return new BoundedNumber(value, known ? error : Double.POSITIVE_INFINITY);
    }

    @Override
    public void gradient(Bounded V, int m, Bounded gradient, Rounding rounding) {
        double gamma = rounding.gamma(4);
        double decay = lambda / m;
        for (int i = 0; i < V.rows(); i++) {
            double[] v = V.values(i);
            double[] ev = V.errors(i);
            double[] d = gradient.values(i);
            double[] ed = gradient.errors(i);
            for (int k = 0; k < v.length; k++) {
                d[k] = decay * v[k];
                double error = gamma * Math.abs(d[k]) + (1 + 2 * gamma) * decay * ev[k] + rounding.tiny();
                ed[k] = lambda * Math.abs(v[k]) < rounding.largest() ? error : Double.POSITIVE_INFINITY;
            }
        }
    }
}
