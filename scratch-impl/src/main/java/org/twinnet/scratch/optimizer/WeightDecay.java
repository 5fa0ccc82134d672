package org.twinnet.scratch.optimizer;

import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Decoupled weight decay: beside the step that an optimizer takes, every weight shrinks by a share of itself, W ← W −
 * α·decay·W with the W before the step. Biases do not shrink, and the cost has no part of it. With {@link Adam} it is
 * AdamW.
 *
 * <p>Under gradient descent an L2 penalty with c₂ = decay does the same; under an optimizer that divides by gradients
 * it does not, because the penalty's gradient is divided too.
 *
 * <p>Source: Loshchilov and Hutter, Decoupled Weight Decay Regularization, ICLR (2019), algorithm 2.
 *
 * @param decay from 0, which is none
 */
public record WeightDecay(double decay) {

    /** No weight shrinks. */
    public static final WeightDecay NONE = new WeightDecay(0);

    /**
     * Checks the number.
     *
     * @param decay from 0
     * @throws IllegalArgumentException if it is below 0 or not finite
     */
    public WeightDecay {
        if (!(decay >= 0) || Double.isInfinite(decay)) {
            throw new IllegalArgumentException("Weight decay is a finite number of 0 or more, not " + decay + ".");
        }
    }

    /**
     * Adds the decay to an update, update of W += α·decay·W.
     *
     * @param parameters the parameters before the step, not modified
     * @param learningRate α of this iteration
     * @param update what is to be subtracted from the parameters, modified
     */
    public void addTo(Parameters parameters, double learningRate, Parameters update) {
        // 0·∞ is no number, and what does not decay has no part in the update
        for (int l = 1; decay > 0 && l <= update.depth(); l++) {
            Matrix W = parameters.W(l);
            Matrix U = update.W(l);
            for (int i = 0; i < W.rows(); i++) {
                double[] w = W.row(i);
                double[] u = U.row(i);
                for (int k = 0; k < u.length; k++) {
                    u[k] += learningRate * decay * w[k];
                }
            }
        }
    }
}
