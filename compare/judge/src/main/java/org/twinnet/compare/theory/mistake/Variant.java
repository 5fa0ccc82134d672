package org.twinnet.compare.theory.mistake;

/**
 * Another number that goes into a right formula, or another order of the step. Those of a layer stand under the layer's
 * number, those of the whole step under 0.
 */
public enum Variant {
    /** Z = Wᵀ·A + b, of a square W. */
    WEIGHTS_TRANSPOSED_FORWARD,
    /** dA = W·dZ, of a square W. */
    WEIGHTS_TRANSPOSED_BACKWARD,
    /** Z = W·A. */
    BIAS_NOT_ADDED,
    /** The slope is taken from A behind the mask. */
    SLOPE_BEHIND_MASK,
    /** A without D. */
    MASK_IGNORED_FORWARD,
    /** dA without D. */
    MASK_IGNORED_BACKWARD,
    /** D filled column by column in place of row by row; of a square D its transpose. */
    MASK_TRANSPOSED,
    /** D's first column for all examples. */
    MASK_PER_UNIT,
    /** D's first row for all units. */
    MASK_PER_EXAMPLE,
    /** Another D in dA than in A, read off the trace's own dA or dZ. */
    MASK_REDRAWN_BACKWARD,
    /** A mask on X in Z, read off the trace's own Z of layer 1; under layer 0. */
    INPUT_DROPPED,
    /** That mask also on X in dW; under layer 0. */
    INPUT_DROPPED_BACKWARD,
    /** dA = Wᵀ·dZ with the weights after the update. */
    UPDATED_WEIGHTS,
    /** dW = dZ·Zᵀ/m with the Z of the layer before. */
    GRADIENT_OF_PRE_ACTIVATION,
    /** dW = dZ·g(Z)ᵀ/m with the layer before not dropped and not scaled. */
    GRADIENT_OF_UNDROPPED,
    /** db the same for all units of the layer, their mean. */
    BIAS_GRADIENT_MEAN_OF_UNITS,
    /** What the optimizer carries for the weights stays as it is, as the weights do. */
    WEIGHT_STATE_STILL,
    /** What the optimizer carries for the biases stays as it is, as the biases do. */
    BIAS_STATE_STILL,
    /** dW and db are added to those of the iteration before; under 0. */
    GRADIENTS_ACCUMULATED,
    /** The batch of the iteration before; under 0. */
    BATCH_STALE,
    /** The order of the first epoch in all; under 0. */
    BATCH_SHUFFLED_ONCE,
    /** The examples in their own order; under 0. */
    BATCH_UNSHUFFLED,
    /** A last batch of an epoch that is shorter is left out; under 0. */
    BATCH_SHORT_DROPPED,
    /** Running statistics in place of those of the batch, as they were before it. */
    RUNNING_STATISTICS_IN_TRAINING,
    /** Running statistics in place of those of the batch, which they hold already. */
    UPDATED_STATISTICS_IN_TRAINING,
    /** μ and σ² that are kept are the running ones, where those go in place of the batch's. */
    RUNNING_STATISTICS_SHOWN,
    /** dZ = (A − Y)/m of the output, and dW = dZ·Aᵀ, db = Σ dZ of all layers; a bookkeeping, under 0. */
    AVERAGED_EARLY,
    /** dA = (…)/m of the output, where that is averaged early; a bookkeeping, under 0. */
    OUTPUT_DA_AVERAGED,
    /** dA without D, which dZ gets; a bookkeeping. */
    DA_BEFORE_MASK,
    /** dA without 1/keep_prob, which dZ gets; a bookkeeping. */
    DA_BEFORE_SCALE,
    /** dW without λ/m·W, which the update gets: W − α·(dW + λ/m·W); a bookkeeping. */
    PENALTY_IN_UPDATE,
    /** Running statistics of an iteration as its batch leaves them; a bookkeeping. */
    RUNNING_KEPT_AFTER_BATCH,
    /** dW and db as the limit of the gradient leaves them; a bookkeeping, under 0. */
    GRADIENT_KEPT_CLIPPED,
    /** v = μ·v + α·dV, V − v; a bookkeeping, under 0. */
    VELOCITY_HOLDS_RATE,
    /** v = μ·v − α·dV, V + v; a bookkeeping, under 0. */
    VELOCITY_HOLDS_NEGATIVE_RATE,
    /** The penalty, which the update adds, is not in the cost; a bookkeeping, under 0. */
    PENALTY_NOT_IN_COST,
    /** The cost is the mean of the costs of an epoch's batches; a bookkeeping, under 0. */
    COST_OF_EPOCH,
    /** The same with each batch counted by its examples; a bookkeeping, under 0. */
    COST_OF_EPOCH_BY_EXAMPLES,
    /** The cost is that of all examples, whatever the batch; a bookkeeping, under 0. */
    COST_OF_ALL_EXAMPLES;

    /**
     * Whether the steps come out right under it.
     *
     * @return true if only numbers on the way stand elsewhere
     */
    public boolean isBookkeeping() {
        return switch (this) {
            case AVERAGED_EARLY,
                    OUTPUT_DA_AVERAGED,
                    DA_BEFORE_MASK,
                    DA_BEFORE_SCALE,
                    PENALTY_IN_UPDATE,
                    RUNNING_KEPT_AFTER_BATCH,
                    GRADIENT_KEPT_CLIPPED,
                    VELOCITY_HOLDS_RATE,
                    VELOCITY_HOLDS_NEGATIVE_RATE,
                    PENALTY_NOT_IN_COST,
                    COST_OF_EPOCH,
                    COST_OF_EPOCH_BY_EXAMPLES,
                    COST_OF_ALL_EXAMPLES -> true;
            default -> false;
        };
    }

    /** Whether a mask is read off the trace's own numbers. */
    boolean readsOff() {
        return this == MASK_REDRAWN_BACKWARD || this == INPUT_DROPPED;
    }
}
