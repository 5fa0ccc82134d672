package org.twinnet.compare.theory.activation.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * The gate of ReLU taken from A in place of Z. Where A is that behind the mask, a dropped unit is closed too.
 *
 * <pre>
 *   dZ = dA where A &gt; 0, 0 elsewhere      εdZ = |dA| + 2εdA where rounding decides about A &gt; 0
 * </pre>
 *
 * @param right what goes forward
 */
public record GateByActivationTheory(ActivationTheory right) implements PatchedActivation {

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        for (int i = 0; i < A.rows(); i++) {
            double[] a = A.values(i);
            double[] ea = A.errors(i);
            double[] d = gradient.values(i);
            double[] ed = gradient.errors(i);
            for (int j = 0; j < d.length; j++) {
                boolean open = a[j] > 0;
                if (ea[j] > 0 && Math.abs(a[j]) <= 2 * ea[j]) {
                    ed[j] = Math.abs(d[j]) + 2 * ed[j];
                } else if (!open) {
                    ed[j] = 0;
                }
                // a NaN stays one
                d[j] = open ? d[j] : a[j] <= 0 ? 0 : a[j];
            }
        }
    }
}
