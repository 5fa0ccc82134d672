package org.twinnet.compare.theory.activation;

import java.util.List;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * The softplus.
 *
 * <pre>
 *   A  = ln(1 + eᶻ)                     εA = 1.003·s·εZ + 4u·(1 + a)
 *                                          = g(z + 2εZ) − g(z − 2εZ) + 4u·(1 + a)     where εZ &gt; 0.001
 *   dZ = dA ∘ s, s = 1 / (1 + e⁻ᶻ)      εs = 1.003·s·(1 − s)·εZ + 5u·s + τ
 *                                          = s(z + 2εZ) − s(z − 2εZ) + 5u·s + τ       where εZ &gt; 0.001
 *                                       εdZ = (1 + 2u)·(s·εdA + (|dA| + 3εdA)·εs) + u·|dA|·s + τ
 * </pre>
 *
 * <p>|g″| ≤ g′ and |g‴| ≤ g″, so within 0.002 neither grows by more than 1.003. The 4u beside a are absolute: a program
 * may compute ln(1 + eᶻ) as it stands, where a small eᶻ is lost beside 1.
 */
public record SoftplusTheory() implements ActivationTheory {

    @Override
    public String formula() {
        return "A = ln(1 + eᶻ)";
    }

    @Override
    public List<Mistake> mistakes() {
        return SlopeMistakes.ofSoftplus();
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
                a[j] = value(z[j]);
                ea[j] = moved(z[j], ez[j]) + 4 * u * (1 + a[j]);
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
                double s = slope(z[j]);
                double es = turned(z[j], ez[j], s) + 5 * u * s + rounding.tiny();
                ed[j] = SlopeError.of(d[j], ed[j], s, es, rounding);
                d[j] *= s;
            }
        }
    }

    private static double value(double z) {
        return Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));
    }

    private static double slope(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    private static double moved(double z, double ez) {
        if (ez <= Rounding.SMALL) {
            return 1.003 * slope(z) * ez;
        }
        return Double.isFinite(ez) ? value(z + 2 * ez) - value(z - 2 * ez) : Double.POSITIVE_INFINITY;
    }

    private static double turned(double z, double ez, double s) {
        if (ez <= Rounding.SMALL) {
            // s·(1 − s), of which a difference from 1 would lose the digits
            return 1.003 * s * slope(-z) * ez;
        }
        return Double.isFinite(ez) ? slope(z + 2 * ez) - slope(z - 2 * ez) : Double.POSITIVE_INFINITY;
    }
}
