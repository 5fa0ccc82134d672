package org.twinnet.scratch.clipping;

import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Every number of the gradient comes between the limits, dV ← max(−limit, min(limit, dV)). The direction of the
 * gradient may change. NaN stays NaN.
 *
 * <p>Source: Mikolov, Statistical Language Models Based on Neural Networks, PhD thesis, Brno (2012), section 3.2.2.
 *
 * @param limit the largest magnitude, above 0
 * @param afterPenalty whether the penalty's gradient is part of what is clipped
 */
public record Value(double limit, boolean afterPenalty) implements Clipping {

    /**
     * Checks the limit.
     *
     * @param limit the largest magnitude, above 0
     * @param afterPenalty whether the penalty's gradient is part of what is clipped
     * @throws IllegalArgumentException if the limit is not a finite number above 0
     */
    public Value {
        Ranges.requireLimit(limit);
    }

    @Override
    public void clip(Parameters gradients) {
        for (int n = 0; n < gradients.tensors().size(); n++) {
            Matrix dV = gradients.tensors().get(n).values();
            for (int i = 0; i < dV.rows(); i++) {
                double[] dv = dV.row(i);
                for (int k = 0; k < dv.length; k++) {
                    dv[k] = Math.max(-limit, Math.min(limit, dv[k]));
                }
            }
        }
    }
}
