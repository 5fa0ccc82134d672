package org.twinnet.scratch.clipping;

import org.twinnet.scratch.layer.NamedTensor;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Products;

/**
 * The whole gradient is shortened to the limit where it is longer; its direction stays:
 *
 * <pre>
 *   n = √Σ dV²                  over all numbers of the gradient
 *   dV ← dV·limit/n             where n &gt; limit
 * </pre>
 *
 * <p>Source: Pascanu, Mikolov and Bengio, On the Difficulty of Training Recurrent Neural Networks, ICML (2013),
 * algorithm 1.
 *
 * @param limit the largest norm, above 0
 * @param afterPenalty whether the penalty's gradient is part of what is clipped
 */
public record Norm(double limit, boolean afterPenalty) implements Clipping {

    /**
     * Checks the limit.
     *
     * @param limit the largest norm, above 0
     * @param afterPenalty whether the penalty's gradient is part of what is clipped
     * @throws IllegalArgumentException if the limit is not a finite number above 0
     */
    public Norm {
        Ranges.requireLimit(limit);
    }

    @Override
    public void clip(Parameters gradients) {
        shorten(gradients, 1, gradients.depth(), limit);
    }

    /** Shortens the gradient of some layers as one. */
    static void shorten(Parameters gradients, int first, int last, double limit) {
        double squares = 0;
        for (int n = 0; n < gradients.tensors().size(); n++) {
            NamedTensor dV = gradients.tensors().get(n);
            if (dV.layer() >= first && dV.layer() <= last) {
                squares += Products.squaredNorm(dV.values());
            }
        }
        double norm = Math.sqrt(squares);
        if (!(norm > limit)) {
            return;
        }
        double factor = limit / norm;
        for (int n = 0; n < gradients.tensors().size(); n++) {
            NamedTensor dV = gradients.tensors().get(n);
            if (dV.layer() >= first && dV.layer() <= last) {
                multiply(dV.values(), factor);
            }
        }
    }

    private static void multiply(Matrix dV, double factor) {
        for (int i = 0; i < dV.rows(); i++) {
            double[] dv = dV.row(i);
            for (int k = 0; k < dv.length; k++) {
                dv[k] *= factor;
            }
        }
    }
}
