package org.twinnet.compare.theory.activation.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * The slope of the softsign without its square.
 *
 * <pre>
 *   dZ = dA·s, s = 1/(1 + |Z|)    εs = εz + 3u·s, since no slope of s is steeper than 1
 *   εdZ = (s + εs)·εdA + |dA|·(εs + u·s) + τ
 * </pre>
 *
 * @param right the softsign
 */
public record SoftsignRootTheory(ActivationTheory right) implements PatchedActivation {

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        double u = rounding.u();
        for (int i = 0; i < Z.rows(); i++) {
            double[] d = gradient.values(i);
            double[] ed = gradient.errors(i);
            for (int j = 0; j < d.length; j++) {
                double s = 1 / (1 + Math.abs(Z.values(i)[j]));
                double es = Z.errors(i)[j] + 3 * u * s;
                ed[j] = (s + es) * ed[j] + Math.abs(d[j]) * (es + u * s) + rounding.tiny();
                d[j] *= s;
            }
        }
    }
}
