package org.twinnet.compare.convention;

/**
 * A convention in which DL4J differs from the notebook, as this run shows it.
 *
 * @param id which one
 * @param expected what the translation between the two predicts
 * @param measured the number that deviates most from it
 * @param compared how many numbers were measured; 0 where the experiment has nothing to measure
 */
public record Convention(Id id, double expected, double measured, long compared) {

    /** The conventions, in the order of the report. */
    public enum Id {
        /** {@code l2(c)} adds c·W to the gradient, so c is the strength of the penalty over m: its gradient ÷ W. */
        L2_GRADIENT,
        /** {@code l2(c)} adds c/2·ΣW² to the score: penalty ÷ ΣW². */
        L2_SCORE,
        /**
         * {@code l2(c)} is one number for every batch: where the last batch of an epoch is short, λ over a batch's size
         * is not λ over its own. The penalty's gradient ÷ W there.
         */
        L2_BATCH,
        /**
         * Dropout takes the probability to keep, and scales what is kept by its inverse: A ÷ max(0, Z) of the kept
         * units.
         */
        DROPOUT_SCALE,
        /** Share of the units that are kept. */
        DROPOUT_SHARE,
        /**
         * The updater divides the summed gradient by the number of examples: update ÷ (learning rate × mean gradient by
         * hand).
         */
        GRADIENT_AVERAGED,
        /** The stock loss clips probabilities at 1e-5: relative change of the cross-entropy at the end of the run. */
        CLIP_COST,
        /** The same clip: largest relative change of the gradient. */
        CLIP_GRADIENT,
        /** Decoupled weight decay against an L2 penalty of the same coefficient: how far their parameters part. */
        DECAY_L2,
        /** What DL4J's {@code RmsProp} and {@code AdaGrad} remember begins at ε: how far parameters part from 0. */
        STOCK_STATE,
        /**
         * The velocity of DL4J's {@code Nesterovs} carries the learning rate: how far parameters part under a schedule.
         */
        STOCK_NESTEROV,
        /** DL4J's {@code Adam} and {@code AMSGrad} add ε before the correction: how far parameters part. */
        STOCK_EPSILON,
        /**
         * DL4J's {@code BatchNormalization} keeps the variance Σ(z − μ)²/B, PyTorch that of B − 1: how far predictions
         * part.
         */
        STOCK_VARIANCE
    }
}
