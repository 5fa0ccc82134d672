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
 *   penalty   λ/(2m)·Σ W² + c/2·Σ W²     γₖ₊₆·penalty + (1 + γₖ₊₆)·(λ/m + c)/2·Σ (2|w| + 3εw)·εw + τ     k weights
 *   gradient  λ/m·W + c·W                γ₄·|(λ/m + c)·w| + (1 + 2γ₄)·(λ/m + c)·εw + τ
 * </pre>
 *
 * <p>Nothing is subtracted, so that a program that adds a coefficient adds one relative error: γₖ₊₈ and γ₆ with both.
 *
 * <p>Both are infinite where a program may leave the range of the format on its way, since the order of the factors is
 * its own.
 *
 * @param lambda the notebook's λ, at least 0
 * @param coefficient c, which nothing divides, at least 0
 */
public record L2Theory(double lambda, double coefficient) implements PenaltyTheory {

    @Override
    public String formula() {
        return coefficient == 0
                ? "penalty = λ/(2m) · Σ W²"
                : lambda == 0 ? "penalty = c/2 · Σ W²" : "penalty = (λ/m + c)/2 · Σ W²";
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
        double gamma = rounding.gamma(count + 6 + more());
        double scale = lambda / (2.0 * m) + coefficient / 2;
        double value = scale * squares;
        // some multiply by λ first, some divide by m first
        boolean known = Math.max(1, Math.max(lambda + coefficient, scale)) * squares < rounding.largest();
        double error = gamma * value + (1 + gamma) * scale * moved + rounding.tiny();
        return new BoundedNumber(value, known ? error : Double.POSITIVE_INFINITY);
    }

    /** Operations of a program that adds the coefficient, where there are both. */
    private int more() {
        return lambda > 0 && coefficient > 0 ? 2 : 0;
    }

    @Override
    public void gradient(Bounded V, int m, Bounded gradient, Rounding rounding) {
        double gamma = rounding.gamma(4 + more());
        double decay = lambda / m + coefficient;
        for (int i = 0; i < V.rows(); i++) {
            double[] v = V.values(i);
            double[] ev = V.errors(i);
            double[] d = gradient.values(i);
            double[] ed = gradient.errors(i);
            for (int k = 0; k < v.length; k++) {
                d[k] = decay * v[k];
                double error = gamma * Math.abs(d[k]) + (1 + 2 * gamma) * decay * ev[k] + rounding.tiny();
                ed[k] = (lambda + coefficient) * Math.abs(v[k]) < rounding.largest() ? error : Double.POSITIVE_INFINITY;
            }
        }
    }
}
