package org.twinnet.compare.theory.activation.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * The logistic function as any program may compute it, 1/(1 + e⁻ᶻ) or ½·(1 + tanh z/2). The second rounds beside ½ and
 * not beside a.
 *
 * <pre>
 *   A  = 1 / (1 + e⁻ᶻ)        εA as of {@code SigmoidTheory}, and 4u·max(0, ½ − a) more
 * </pre>
 *
 * @param right the logistic function
 */
public record SigmoidInAnyFormTheory(ActivationTheory right) implements PatchedActivation {

    @Override
    public void forward(Bounded Z, Bounded A, Rounding rounding) {
        right.forward(Z, A, rounding);
        for (int i = 0; i < A.rows(); i++) {
            double[] a = A.values(i);
            double[] ea = A.errors(i);
            for (int j = 0; j < a.length; j++) {
                ea[j] += 4 * rounding.u() * Math.max(0, 0.5 - a[j]);
            }
        }
    }
}
