package org.twinnet.compare.theory.activation;

import java.util.List;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * The swish, σ being the logistic function.
 *
 * <pre>
 *   A  = Z ∘ σ(Z)                                  εA = min(1.1, |s| + εZ)·εZ + 6u·|a| + (1 + |z|)·τ
 *   dZ = dA ∘ s, s = σ(Z)·(1 + Z·(1 − σ(Z)))       εs = min(½, |g″| + εZ)·εZ + 8u·σ·(1 + |z|) + (1 + |z|)·τ
 *                g″ = σ·(1 − σ)·(2 + z·(1 − 2σ))   εdZ = (1 + 2u)·(|s|·εdA + (|dA| + 3εdA)·εs) + u·|dA·s| + τ
 * </pre>
 *
 * <p>|g′| &lt; 1.1, |g″| ≤ ½ and |g‴| ≤ ½, and a program's z lies within 2εZ of the value here. Below −1.3 g is
 * monotone, and beyond ±2.4 so is its slope: where all of that range lies there, the differences of their values at its
 * ends hold as well. The slope's rounding grows with |z|, because a program may compute it as A + σ·(1 − A).
 */
public record SwishTheory() implements ActivationTheory {

    @Override
    public String formula() {
        return "A = Z ∘ σ(Z)";
    }

    @Override
    public List<Mistake> mistakes() {
        return SlopeMistakes.ofSwish();
    }

    @Override
    public void forward(Bounded Z, Bounded A, Rounding rounding) {
        double u = rounding.u();
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.values(i);
            double[] ez = Z.errors(i);
            double[] a = A.values(i);
            double[] ea = A.errors(i);
            for (int j = 0; j < a.length; j++) {
                double p = sigmoid(z[j]);
                a[j] = z[j] * p;
                double steepest = Math.min(1.1, Math.abs(slope(z[j], p)) + ez[j]) * ez[j];
                ea[j] = (z[j] + 2 * ez[j] < -1.3 ? Math.min(steepest, fallen(z[j], ez[j])) : steepest)
                        + 6 * u * Math.abs(a[j])
                        + (1 + Math.abs(z[j])) * rounding.tiny();
            }
        }
    }

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        double u = rounding.u();
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.values(i);
            double[] ez = Z.errors(i);
            double[] d = gradient.values(i);
            double[] ed = gradient.errors(i);
            for (int j = 0; j < d.length; j++) {
                double p = sigmoid(z[j]);
                double s = slope(z[j], p);
                double size = 1 + Math.abs(z[j]);
                double turned = Math.min(0.5, bend(z[j], p) + ez[j]) * ez[j];
                double es = (Math.abs(z[j]) - 2 * ez[j] > 2.4 ? Math.min(turned, swung(z[j], ez[j])) : turned)
                        + 8 * u * p * size
                        + size * rounding.tiny();
                ed[j] = SlopeError.of(d[j], ed[j], s, es, rounding);
                d[j] *= s;
            }
        }
    }

    private static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double slope(double z, double p) {
        return p * (1 + z * (1 - p));
    }

    private static double fallen(double z, double ez) {
        double near = z + 2 * ez;
        double far = z - 2 * ez;
        return Math.abs(near * sigmoid(near) - far * sigmoid(far));
    }

    private static double swung(double z, double ez) {
        double right = z + 2 * ez;
        double left = z - 2 * ez;
        return Math.abs(slope(right, sigmoid(right)) - slope(left, sigmoid(left)));
    }

    private static double bend(double z, double p) {
        return Math.abs(p * sigmoid(-z) * (2 + z * (1 - 2 * p)));
    }
}
