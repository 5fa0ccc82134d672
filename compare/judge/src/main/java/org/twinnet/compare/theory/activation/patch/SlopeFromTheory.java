package org.twinnet.compare.theory.activation.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * The slope of the sigmoid with Z in the place of A, or of the exponential linear unit with A in the place of A + 1.
 *
 * <pre>
 *   dZ = dA·Z·(1 − Z)                      εs = εz·(|1 − 2z| + εz) + 3u·(|s| + |z|)
 *   dZ = dA where Z &gt; 0, dA·A elsewhere    εs = εa, and 1 more where rounding decides about Z
 *   εdZ = (|s| + εs)·εdA + |dA|·εs + u·|dZ| + τ
 * </pre>
 *
 * @param right the activation
 * @param ofZ whether it is the first
 */
public record SlopeFromTheory(ActivationTheory right, boolean ofZ) implements PatchedActivation {

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        double u = rounding.u();
        for (int i = 0; i < Z.rows(); i++) {
            double[] d = gradient.values(i);
            double[] ed = gradient.errors(i);
            for (int j = 0; j < d.length; j++) {
                double z = Z.values(i)[j];
                double ez = Z.errors(i)[j];
                double slope;
                double es;
                if (ofZ) {
                    slope = z * (1 - z);
                    es = ez * (Math.abs(1 - 2 * z) + ez) + 3 * u * (Math.abs(slope) + Math.abs(z));
                } else {
                    slope = z > 0 ? 1 : A.values(i)[j];
                    es = (z > 0 ? 0 : A.errors(i)[j]) + (ez > 0 && Math.abs(z) <= 2 * ez ? 1 : 0);
                }
                ed[j] = (Math.abs(slope) + es) * ed[j] + Math.abs(d[j]) * (es + u * Math.abs(slope)) + rounding.tiny();
                d[j] *= slope;
            }
        }
    }
}
