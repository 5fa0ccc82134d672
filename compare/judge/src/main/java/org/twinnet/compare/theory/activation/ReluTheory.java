package org.twinnet.compare.theory.activation;

import java.util.List;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.activation.patch.ActivationParts;
import org.twinnet.compare.theory.activation.patch.GateByActivationTheory;
import org.twinnet.compare.theory.mistake.Change;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Variant;

/**
 * The rectified linear unit.
 *
 * <pre>
 *   A  = max(0, Z)           εA = min(εZ, max(0, z + 2εZ))
 *   dZ = dA where Z &gt; 0   εdZ = εdA                          where z &gt; 2εZ
 *      = 0 elsewhere             = 0                            where z &lt; −2εZ
 *                                = |dA| + 2εdA                  between
 * </pre>
 *
 * <p>The value is exact and its slope at most 1; a unit that no program can activate is 0 in all. z lies within εZ of
 * the exact number, and so does that of any program: it lies within 2εZ of z, and between −2εZ and 2εZ rounding decides
 * whether a unit is active.
 */
public record ReluTheory() implements ActivationTheory {

    @Override
    public String formula() {
        return "A = max(0, Z)";
    }

    @Override
    public List<Mistake> mistakes() {
        return SlopeMistakes.only(Activation.Relu.class, ReluMistakes.all());
    }

    /**
     * The gate of a hidden layer taken from A behind the mask, which other mistakes bring along.
     *
     * @return the change
     */
    public static Change gateByActivation() {
        return Change.<ActivationTheory>inPlace(ActivationParts.SLOPE, new GateByActivationTheory(new ReluTheory()))
                .and(Change.vary(Variant.SLOPE_BEHIND_MASK));
    }

    @Override
    public double[] kinks() {
        return new double[] {0};
    }

    @Override
    public void forward(Bounded Z, Bounded A, Rounding rounding) {
        for (int i = 0; i < Z.rows(); i++) {
            rectify(Z.values(i), Z.errors(i), A.values(i), A.errors(i));
        }
    }

    private static void rectify(double[] z, double[] ez, double[] a, double[] ea) {
        for (int j = 0; j < a.length; j++) {
            a[j] = Math.max(0, z[j]);
            ea[j] = Math.min(ez[j], Math.max(0, z[j] + 2 * ez[j]));
        }
    }

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        for (int i = 0; i < Z.rows(); i++) {
            gate(Z.values(i), Z.errors(i), gradient.values(i), gradient.errors(i));
        }
    }

    private static void gate(double[] z, double[] ez, double[] d, double[] ed) {
        for (int j = 0; j < d.length; j++) {
            double uncertain = 2 * ez[j];
            if (z[j] < -uncertain) {
                // a program may multiply by 0, and 0·∞ is no number
                d[j] *= 0;
                ed[j] *= 0;
            } else if (!(z[j] > uncertain)) {
                ed[j] = uncertain < Double.POSITIVE_INFINITY ? Math.abs(d[j]) + 2 * ed[j] : Double.POSITIVE_INFINITY;
                // a NaN stays one
                d[j] = z[j] > 0 ? d[j] : z[j] <= 0 ? 0 * d[j] : z[j];
            }
        }
    }
}
