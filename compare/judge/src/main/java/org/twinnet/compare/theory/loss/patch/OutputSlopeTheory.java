package org.twinnet.compare.theory.loss.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;

/**
 * Another slope between the loss and dZ of the output.
 *
 * <pre>
 *   dZ = dA                  MISSING
 *   dZ = dA·A·(1 − A)        OF_SIGMOID       (εd + 2u·|d|)·s + |d|·(|1 − 2a| + εa)·εa + 3u·|dZ| + τ,
 *                                             d = dA, s = a·(1 − a)
 *   dZ = (A − Y)·A·(1 − A)   SIGMOID_TOO      the same with d = dZ of the right loss
 * </pre>
 *
 * @param right the loss
 * @param form which
 */
public record OutputSlopeTheory(LossTheory right, Form form) implements PatchedLoss {

    /** Which slope. */
    public enum Form {
        /** None. */
        MISSING,
        /** That of the sigmoid, of each output alone. */
        OF_SIGMOID,
        /** That of the sigmoid beside the right one. */
        SIGMOID_TOO
    }

    @Override
    public void residual(ActivationTheory output, Bounded Z, Bounded A, double[][] Y, Bounded dZ, Rounding rounding) {
        if (form == Form.SIGMOID_TOO) {
            right.residual(output, Z, A, Y, dZ, rounding);
        } else {
            right.gradient(A, Y, dZ, rounding);
        }
        if (form == Form.MISSING) {
            return;
        }
        double u = rounding.u();
        for (int k = 0; k < A.rows(); k++) {
            double[] a = A.values(k);
            double[] ea = A.errors(k);
            double[] d = dZ.values(k);
            double[] ed = dZ.errors(k);
            for (int j = 0; j < d.length; j++) {
                double slope = a[j] * (1 - a[j]);
                double moved = (Math.abs(1 - 2 * a[j]) + ea[j]) * ea[j] + 3 * u * Math.abs(a[j]);
                ed[j] = ed[j] * (Math.abs(slope) + moved)
                        + Math.abs(d[j]) * (moved + 3 * u * Math.abs(slope))
                        + rounding.tiny();
                d[j] *= slope;
            }
        }
    }
}
