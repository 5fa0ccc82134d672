package org.twinnet.compare.theory.activation;

import java.util.List;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * The exact Gaussian error linear unit, with the normal distribution Φ and its density φ.
 *
 * <pre>
 *   A  = Z ∘ Φ(Z)                       εA = min(1.13, |s| + 2εZ)·εZ + |z|·εΦ + 2u·|a| + |z|·τ
 *   dZ = dA ∘ s, s = Φ(Z) + Z ∘ φ(Z)    εs = min(0.8, |g″| + 2εZ)·εZ + εΦ + u·(|zφ|·(z² + 6) + 2|s|) + τ
 *                g″ = φ·(2 − z²)        εdZ = (1 + 2u)·(|s|·εdA + (|dA| + 3εdA)·εs) + u·|dA·s| + τ
 *                                       εΦ = 4u where z &gt; −10, 2Φ elsewhere
 * </pre>
 *
 * <p>|g′| &lt; 1.13, |g″| &lt; 0.8 and |g‴| &lt; 0.8, and a program's z lies within 2εZ of the value here. Below −0.8 g
 * is monotone, and beyond ±1.5 so is its slope: where all of that range lies there, the differences of their values at
 * its ends hold as well. εΦ is absolute: a program may compute ½·(1 + erf(z/√2)), which is 0 far on the left. z² in an
 * exponent brings its own rounding.
 */
public record GeluTheory() implements ActivationTheory {

    @Override
    public String formula() {
        return "A = Z ∘ Φ(Z)";
    }

    @Override
    public List<Mistake> mistakes() {
        return SlopeMistakes.ofGelu();
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
                double distribution = Normal.distribution(z[j]);
                double size = Math.abs(z[j]);
                double steep = Math.abs(distribution + z[j] * Normal.density(z[j]));
                a[j] = z[j] * distribution;
                double steepest = Math.min(1.13, steep + 2 * ez[j]) * ez[j];
                ea[j] = (z[j] + 2 * ez[j] < -0.8 ? Math.min(steepest, fallen(z[j], ez[j])) : steepest)
                        + size * (lost(z[j], distribution, u) + rounding.tiny())
                        + 2 * u * Math.abs(a[j]);
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
                double distribution = Normal.distribution(z[j]);
                double density = Normal.density(z[j]);
                double share = z[j] * density;
                double s = distribution + share;
                double turned = Math.min(0.8, bend(z[j], density) + 2 * ez[j]) * ez[j];
                double es = (Math.abs(z[j]) - 2 * ez[j] > 1.5 ? Math.min(turned, swung(z[j], ez[j])) : turned)
                        + lost(z[j], distribution, u)
                        + u * (Math.abs(share) * Math.min(z[j] * z[j] + 6, 2 / u) + 2 * Math.abs(s))
                        + rounding.tiny();
                ed[j] = SlopeError.of(d[j], ed[j], s, es, rounding);
                d[j] *= s;
            }
        }
    }

    private static double fallen(double z, double ez) {
        double near = z + 2 * ez;
        double far = z - 2 * ez;
        return Math.abs(near * Normal.distribution(near) - far * Normal.distribution(far));
    }

    private static double swung(double z, double ez) {
        return Math.abs(slope(z + 2 * ez) - slope(z - 2 * ez));
    }

    private static double slope(double z) {
        return Normal.distribution(z) + z * Normal.density(z);
    }

    private static double lost(double z, double distribution, double u) {
        return z > -10 ? 4 * u : 2 * distribution;
    }

    /** |g″|, which is 0 where the density is. */
    private static double bend(double z, double density) {
        return density == 0 ? 0 : density * Math.abs(2 - z * z);
    }
}
