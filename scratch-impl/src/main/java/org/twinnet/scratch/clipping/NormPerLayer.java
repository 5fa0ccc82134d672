package org.twinnet.scratch.clipping;

import org.twinnet.scratch.layer.Parameters;

/**
 * The gradient of each layer is shortened to the limit where it is longer, all its tensors by one factor:
 *
 * <pre>
 *   nₗ = √Σ dV²                 over all numbers of the layer's gradient
 *   dV ← dV·limit/nₗ            where nₗ &gt; limit
 * </pre>
 *
 * <p>Source: Pascanu, Mikolov and Bengio, On the Difficulty of Training Recurrent Neural Networks, ICML (2013),
 * algorithm 1, a layer at a time.
 *
 * @param limit the largest norm, above 0
 * @param afterPenalty whether the penalty's gradient is part of what is clipped
 */
public record NormPerLayer(double limit, boolean afterPenalty) implements Clipping {

    /**
     * Checks the limit.
     *
     * @param limit the largest norm, above 0
     * @param afterPenalty whether the penalty's gradient is part of what is clipped
     * @throws IllegalArgumentException if the limit is not a finite number above 0
     */
    public NormPerLayer {
        Ranges.requireLimit(limit);
    }

    @Override
    public void clip(Parameters gradients) {
        for (int l = 1; l <= gradients.depth(); l++) {
            Norm.shorten(gradients, l, l, limit);
        }
    }
}
