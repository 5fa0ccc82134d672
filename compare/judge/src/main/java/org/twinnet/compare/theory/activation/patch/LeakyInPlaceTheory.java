package org.twinnet.compare.theory.activation.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * A leaky ReLU where a ReLU belongs.
 *
 * <pre>
 *   A  = Z where Z &gt; 0      εZ              dZ = dA        εdA
 *      = c·Z elsewhere         |c|·εZ + u·|c·z| + τ     = c·dA   |c|·εdA + u·|c·dA| + τ
 * </pre>
 *
 * <p>Between −2εZ and 2εZ rounding decides: max(1, |c|)·εZ, and |1 − c|·|dA| more.
 *
 * @param leak c, the slope left of 0
 */
public record LeakyInPlaceTheory(double leak) implements ActivationTheory {

    @Override
    public String formula() {
        return "A = max(c·Z, Z)";
    }

    @Override
    public double[] kinks() {
        return new double[] {0};
    }

    @Override
    public void forward(Bounded Z, Bounded A, Rounding rounding) {
        double steepest = Math.max(1, Math.abs(leak));
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.values(i);
            double[] ez = Z.errors(i);
            double[] a = A.values(i);
            double[] ea = A.errors(i);
            for (int j = 0; j < a.length; j++) {
                a[j] = z[j] > 0 ? z[j] : leak * z[j];
                double rounded = z[j] > 2 * ez[j] ? 0 : rounding.u() * Math.abs(a[j]) + rounding.tiny();
                ea[j] = (z[j] < -2 * ez[j] ? Math.abs(leak) : steepest) * ez[j] + rounded;
            }
        }
    }

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.values(i);
            double[] ez = Z.errors(i);
            double[] d = gradient.values(i);
            double[] ed = gradient.errors(i);
            for (int j = 0; j < d.length; j++) {
                double uncertain = 2 * ez[j];
                boolean open = z[j] > 0;
                double undecided = uncertain > 0 && Math.abs(z[j]) <= uncertain ? Math.abs(1 - leak) : 0;
                double more = undecided * (Math.abs(d[j]) + 2 * ed[j]);
                // a NaN stays one
                d[j] = open ? d[j] : z[j] <= 0 ? leak * d[j] : z[j];
                ed[j] = more
                        + (open ? ed[j] : Math.abs(leak) * ed[j] + rounding.u() * Math.abs(d[j]) + rounding.tiny());
            }
        }
    }
}
