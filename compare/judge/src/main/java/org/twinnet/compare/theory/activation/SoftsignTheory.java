package org.twinnet.compare.theory.activation;

import java.util.List;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.mistake.Mistake;

/**
 * The softsign.
 *
 * <pre>
 *   A  = Z/(1 + |Z|)               εA  = (1 + 2u)·εZ/(1 + n)² + 4u·|a| + τ
 *   dZ = dA ∘ s, s = 1/(1 + |Z|)²  εs  = 2·(1 + 2u)·εZ/(1 + n)³ + 8u·s + 8u·√s + 16u² + τ
 *                                  εdZ = (1 + 2u)·(s·εdA + (|dA| + 3εdA)·εs) + u·|dA|·s + τ
 * </pre>
 *
 * <p>n = max(0, |z| − 2εZ) is the number nearest to 0 that Z may be, where value and slope change fastest. A program
 * may compute the slope as (1 − |A|)², where 1 − |A| is known to 4u.
 */
public record SoftsignTheory() implements ActivationTheory {

    @Override
    public String formula() {
        return "A = Z/(1 + |Z|)";
    }

    @Override
    public List<Mistake> mistakes() {
        return SlopeMistakes.ofSoftsign();
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
                double n = nearest(z[j], ez[j]);
                a[j] = z[j] / (1 + Math.abs(z[j]));
                ea[j] = (1 + 2 * u) * ez[j] * n * n + 4 * u * Math.abs(a[j]) + rounding.tiny();
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
                double n = nearest(z[j], ez[j]);
                double root = 1 / (1 + Math.abs(z[j]));
                double s = root * root;
                double es = 2 * (1 + 2 * u) * ez[j] * n * n * n + 8 * u * (s + root) + 16 * u * u + rounding.tiny();
                ed[j] = SlopeError.of(d[j], ed[j], s, es, rounding);
                d[j] *= s;
            }
        }
    }

    /** 1/(1 + n); 1 where nothing is known of z. */
    private static double nearest(double z, double ez) {
        double n = Math.abs(z) - 2 * ez;
        return n > 0 ? 1 / (1 + n) : 1;
    }
}
