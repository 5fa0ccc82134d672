package org.twinnet.compare.theory.activation;

import java.util.List;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * The exponential linear unit with α = 1.
 *
 * <pre>
 *   A  = Z where Z &gt; 0, eᶻ − 1 elsewhere   εA = εZ                                where z &gt; 2εZ
 *                                              = min(1, 1.003·eᶻ)·εZ + 4u           elsewhere
 *                                              = g(z + 2εZ) − g(z − 2εZ) + 4u       where εZ &gt; 0.001
 *   dZ = dA ∘ s, s = 1 or eᶻ = A + 1       εs = 0                                 where z &gt; 2εZ
 *                                              = 1.003·min(1, eᶻ)·εZ + 4u           elsewhere
 *                                              = s(z + 2εZ) − s(z − 2εZ) + 4u       where εZ &gt; 0.001
 *                                          εdZ = (1 + 2u)·(s·εdA + (|dA| + 3εdA)·εs) + u·|dA|·s + τ
 * </pre>
 *
 * <p>Within 0.002 eᶻ grows by less than 1.003. The 4u are absolute: a program may subtract 1 from eᶻ and add it again.
 */
public record EluTheory() implements ActivationTheory {

    @Override
    public String formula() {
        return "A = Z where Z > 0, eᶻ − 1 elsewhere";
    }

    @Override
    public List<Mistake> mistakes() {
        return SlopeMistakes.ofElu();
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
                ea[j] = z[j] > 2 * ez[j] ? ez[j] : moved(z[j], ez[j]) + 4 * u;
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
                double es = z[j] > 2 * ez[j] ? 0 : turned(z[j], ez[j]) + 4 * u;
                ed[j] = SlopeError.of(d[j], ed[j], s, es, rounding);
                d[j] *= s;
            }
        }
    }

    private static double value(double z) {
        return z > 0 ? z : Math.expm1(z);
    }

    /** A NaN stays one. */
    private static double slope(double z) {
        return z > 0 ? 1 : Math.exp(z);
    }

    private static double moved(double z, double ez) {
        if (ez <= Rounding.SMALL) {
            return Math.min(1, 1.003 * Math.exp(z)) * ez;
        }
        return Double.isFinite(ez) ? value(z + 2 * ez) - value(z - 2 * ez) : Double.POSITIVE_INFINITY;
    }

    private static double turned(double z, double ez) {
        if (ez <= Rounding.SMALL) {
            return 1.003 * Math.min(1, Math.exp(z)) * ez;
        }
        return Double.isFinite(ez) ? slope(z + 2 * ez) - slope(z - 2 * ez) : Double.POSITIVE_INFINITY;
    }
}
