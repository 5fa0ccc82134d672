package org.twinnet.compare.theory.activation.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * ReLU with its derivative the wrong way round.
 *
 * <pre>
 *   dZ = dA where Z ≤ 0, 0 elsewhere      εdZ as of {@code ReluTheory}
 * </pre>
 *
 * @param right ReLU
 */
public record InvertedGateTheory(ActivationTheory right) implements PatchedActivation {

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.values(i);
            double[] ez = Z.errors(i);
            double[] d = gradient.values(i);
            double[] ed = gradient.errors(i);
            for (int j = 0; j < d.length; j++) {
                double uncertain = 2 * ez[j];
                if (Double.isNaN(z[j])) {
                    d[j] = z[j];
                } else if (z[j] > uncertain) {
                    d[j] = 0;
                    ed[j] = 0;
                } else if (!(z[j] < -uncertain) && uncertain > 0) {
                    ed[j] = Math.abs(d[j]) + 2 * ed[j];
                    d[j] = z[j] > 0 ? 0 : d[j];
                }
            }
        }
    }
}
