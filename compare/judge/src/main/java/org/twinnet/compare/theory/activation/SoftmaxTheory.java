package org.twinnet.compare.theory.activation;

import java.util.List;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * The softmax over the K units of a layer, for each example; M is the largest zᵢ, E the largest εzᵢ, D = Σ aᵢ·|zᵢ − M|.
 *
 * <pre>
 *   aₖ  = e^(zₖ − M) / Σᵢ e^(zᵢ − M)      εaₖ = moved + aₖ·(u·(|zₖ − M| + D + 8) + γ(K)) + τ
 *                                         moved = 1.009·aₖ·((1 − aₖ)·εzₖ + Σ_{i≠k} aᵢ·εzᵢ)
 *                                               = aₖ(zₖ + 2εₖ, zᵢ − 2εᵢ) − aₖ(zₖ − 2εₖ, zᵢ + 2εᵢ) + u, E &gt; 0.001
 *   dzₖ = aₖ·(daₖ − q), q = Σᵢ aᵢ·daᵢ     εq  = Σᵢ (aᵢ·εdaᵢ + (|daᵢ| + 3εdaᵢ)·εaᵢ) + γ(K + 1)·Σ aᵢ·|daᵢ|
 *                                         εr  = εdaₖ + εq + u·|r|, r = daₖ − q
 *                                         εdzₖ = (1 + 2u)·(aₖ·εr + (|r| + 3εr)·εaₖ) + u·aₖ·|r| + τ
 * </pre>
 *
 * <p>∂aₖ/∂zᵢ = aₖ·([i = k] − aᵢ). Along the way to a program's z, which lies within 2E of the one here, each a changes
 * by a factor of at most e^(4E) &lt; 1.0041, and so does 1 − aₖ. Farther out the second line holds, since aₖ grows with
 * zₖ and falls with all others. Whatever is subtracted from all z, exponents are differences that round to u relative.
 */
public record SoftmaxTheory() implements ActivationTheory {

    @Override
    public String formula() {
        return "A = eᶻ / Σ eᶻ";
    }

    @Override
    public List<Mistake> mistakes() {
        return SoftmaxMistakes.all();
    }

    @Override
    public void forward(Bounded Z, Bounded A, Rounding rounding) {
        int K = Z.rows();
        double u = rounding.u();
        double gamma = rounding.gamma(K);
        for (int j = 0; j < Z.columns(); j++) {
            double largest = Double.NEGATIVE_INFINITY;
            double unknown = 0;
            for (int k = 0; k < K; k++) {
                largest = Math.max(largest, Z.values(k)[j]);
                unknown = Math.max(unknown, Z.errors(k)[j]);
            }
            double sum = 0;
            for (int k = 0; k < K; k++) {
                A.values(k)[j] = Math.exp(Z.values(k)[j] - largest);
                sum += A.values(k)[j];
            }
            double distance = 0;
            double moved = 0;
            for (int k = 0; k < K; k++) {
                double a = A.values(k)[j] / sum;
                A.values(k)[j] = a;
                distance += a == 0 ? 0 : a * (largest - Z.values(k)[j]);
                moved += a * Z.errors(k)[j];
            }
            for (int k = 0; k < K; k++) {
                double a = A.values(k)[j];
                double error = Z.errors(k)[j];
                double near = a == 0 ? 0 : largest - Z.values(k)[j];
                double share = unknown <= Rounding.SMALL
                        ? 1.009 * a * (rest(a, K, u) * error + Math.max(0, moved - a * error) + 4 * u * K * moved)
                        : unknown < Double.POSITIVE_INFINITY
                                ? moved(Z, k, j, 2) - moved(Z, k, j, -2) + u
                                : Double.POSITIVE_INFINITY;
                A.errors(k)[j] = share + a * (u * (near + distance + 8) + gamma) + rounding.tiny();
            }
        }
    }

    /** 1 − a, and what its rounding may have taken from it. */
    private static double rest(double a, int K, double u) {
        return Math.max(0, 1 - a) + 4 * K * u;
    }

    /** aₖ with its own logit moved by so many of its errors, and all others by as many of theirs the other way. */
    private static double moved(Bounded Z, int k, int j, double errors) {
        double own = Z.values(k)[j] + errors * Z.errors(k)[j];
        double sum = 1;
        for (int i = 0; i < Z.rows(); i++) {
            if (i != k) {
                sum += Math.exp(Z.values(i)[j] - errors * Z.errors(i)[j] - own);
            }
        }
        return 1 / sum;
    }

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        int K = A.rows();
        double gamma = rounding.gamma(K + 1);
        for (int j = 0; j < A.columns(); j++) {
            double q = 0;
            double magnitude = 0;
            double eq = 0;
            for (int k = 0; k < K; k++) {
                double a = A.values(k)[j];
                double ea = A.errors(k)[j];
                double d = gradient.values(k)[j];
                double ed = gradient.errors(k)[j];
                q += a * d;
                magnitude += a * Math.abs(d);
                eq += a * ed + (Math.abs(d) + 3 * ed) * ea;
            }
            eq += gamma * magnitude + K * rounding.tiny();
            for (int k = 0; k < K; k++) {
                double r = gradient.values(k)[j] - q;
                double er = gradient.errors(k)[j] + eq + rounding.u() * Math.abs(r);
                gradient.errors(k)[j] = SlopeError.of(r, er, A.values(k)[j], A.errors(k)[j], rounding);
                gradient.values(k)[j] = A.values(k)[j] * r;
            }
        }
    }
}
