package org.twinnet.compare.theory.activation.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * An output that is held to [ε, 1 − ε], or of which only exactly 0 or 1 is held to ε or 1 − ε.
 *
 * <p>With q = e^(−|z|), an output is 1 where q is below u/2 and not where it is above 4u; it is 0 where q is below the
 * smallest number and not where it is a normal one. Between, either may be, and 1/(1 + e⁻ᶻ) is taken.
 *
 * @param right the output's activation
 * @param epsilon ε
 * @param saturatedOnly whether nothing but 0 and 1 is held
 */
public record ClippedOutputTheory(ActivationTheory right, double epsilon, boolean saturatedOnly)
        implements PatchedActivation {

    @Override
    public String formula() {
        return saturatedOnly ? "A = ε where A is 0, 1 − ε where A is 1" : "A = min(max(A, ε), 1 − ε)";
    }

    @Override
    public void forward(Bounded Z, Bounded A, Rounding rounding) {
        right.forward(Z, A, rounding);
        for (int i = 0; i < A.rows(); i++) {
            double[] z = Z.values(i);
            double[] a = A.values(i);
            double[] ea = A.errors(i);
            for (int j = 0; j < a.length; j++) {
                double held = Math.min(Math.max(a[j], epsilon), 1 - epsilon);
                if (!saturatedOnly) {
                    a[j] = held;
                    continue;
                }
                double q = Math.exp(-Math.abs(z[j]));
                boolean high = z[j] > 0;
                double sure = high ? rounding.u() / 2 : rounding.tiny() * rounding.u();
                double never = high ? 4 * rounding.u() : rounding.tiny();
                a[j] = (high ? q <= rounding.u() : q < rounding.tiny() / 4) ? held : a[j];
                ea[j] += q > sure && q < never ? epsilon : 0;
            }
        }
    }
}
