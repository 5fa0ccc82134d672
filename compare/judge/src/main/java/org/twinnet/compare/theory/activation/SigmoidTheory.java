package org.twinnet.compare.theory.activation;

import java.util.List;
import java.util.stream.Stream;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * The logistic function.
 *
 * <pre>
 *   A  = 1 / (1 + e⁻ᶻ)        εA = 1.003·(a·(1 − a) + 4u·a)·εZ + 4u·a + τ
 *                                = σ(z + 2εZ) − σ(z − 2εZ) + 4u + τ     where εZ &gt; 0.001
 *   dZ = dA ∘ s, s = a·(1 − a)   εs = εA·(|1 − 2a| + 3εA) + γ₂·s
 *                                εdZ = (1 + 2u)·(s·εdA + (|dA| + 3εdA)·εs) + u·|dA|·s + τ
 * </pre>
 *
 * <p>εA is the slope's, and what exp, sum and quotient round. Where the logit is hardly known the second line, which
 * holds since the function is monotone, takes 2εZ, because a program's z may lie that far from the value here.
 */
public record SigmoidTheory() implements ActivationTheory {

    @Override
    public String formula() {
        return "A = 1 / (1 + e⁻ᶻ)";
    }

    @Override
    public List<Mistake> mistakes() {
        return Stream.concat(SigmoidMistakes.all().stream(), SlopeMistakes.ofSigmoid().stream())
                .toList();
    }

    @Override
    public void forward(Bounded Z, Bounded A, Rounding rounding) {
        double four = 4 * rounding.u();
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.values(i);
            double[] ez = Z.errors(i);
            double[] a = A.values(i);
            double[] ea = A.errors(i);
            for (int j = 0; j < a.length; j++) {
                a[j] = sigmoid(z[j]);
                double rounded = four * a[j];
                ea[j] = rounding.tiny()
                        + (ez[j] <= Rounding.SMALL
                                ? 1.003 * (a[j] * (1 - a[j]) + rounded) * ez[j] + rounded
                                : farFromLogit(z[j], ez[j]) + four);
            }
        }
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    /** The bound where the logit is hardly known; infinite where it is not known at all. */
    private static double farFromLogit(double z, double ez) {
        if (!Double.isFinite(ez)) {
            return Double.POSITIVE_INFINITY;
        }
        return sigmoid(z + 2 * ez) - sigmoid(z - 2 * ez);
    }

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        double gamma = rounding.gamma(2);
        double u = rounding.u();
        for (int i = 0; i < A.rows(); i++) {
            double[] a = A.values(i);
            double[] ea = A.errors(i);
            double[] d = gradient.values(i);
            double[] ed = gradient.errors(i);
            for (int j = 0; j < d.length; j++) {
                double s = a[j] * (1 - a[j]);
                double es = ea[j] * (Math.abs(1 - 2 * a[j]) + 3 * ea[j]) + gamma * s;
                double magnitude = Math.abs(d[j]);
                ed[j] = (1 + 2 * u) * (s * ed[j] + (magnitude + 3 * ed[j]) * es) + u * magnitude * s + rounding.tiny();
                d[j] *= s;
            }
        }
    }
}
