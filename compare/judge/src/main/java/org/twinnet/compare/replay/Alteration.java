package org.twinnet.compare.replay;

/**
 * One way in which a formula can be another one than the notebook's. Those of a layer stand under the layer's number,
 * those of the cost under 0.
 */
public enum Alteration {
    /** Z = Wᵀ·A + b, of a square W. */
    WEIGHTS_TRANSPOSED_FORWARD,
    /** dA = W·dZ, of a square W. */
    WEIGHTS_TRANSPOSED_BACKWARD,
    /** Z = W·A. */
    BIAS_NOT_ADDED,
    /** A = Z in place of the activation function. */
    IDENTITY,
    /** A = 1/(1 + e⁻ᶻ) on a hidden layer. */
    SIGMOID,
    /** A = tanh Z on a hidden layer. */
    TANH,
    /** A = max(0, Z) on the output. */
    RECTIFIED_OUTPUT,
    /** dZ = dA on a hidden layer. */
    GATE_MISSING,
    /** dZ = dA where Z is not positive. */
    GATE_INVERTED,
    /** dZ = dA·a·(1 − a) with a = 1/(1 + e⁻ᶻ). */
    GATE_SIGMOID,
    /** dZ = dA·(1 − tanh² Z). */
    GATE_TANH,
    /** dZ = dA where Z is positive, although A has a slope left of 0. */
    GATE_WITHOUT_LEAK,
    /** dZ = dA where A, after the mask, is positive. */
    GATE_BY_ACTIVATION,
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
    /** dZ = (A − Y)·A·(1 − A) on the output. */
    SIGMOID_DERIVATIVE_TWICE,
    /** dZ = A − (1 − Y) on the output. */
    LABELS_FLIPPED_GRADIENT,
    /** 1 − Y in the cost. */
    LABELS_FLIPPED_COST,
    /** Only outputs of exactly 0 and 1 are held to ε and 1 − ε. */
    CLIP_SATURATED_ONLY,
    /** v = μ·v + (1 − μ)·dV; under 0. */
    MOMENTUM_AVERAGED,
    /** V − α·m̂/(√ŝ + ε) with m̂ = m/(1 − β₁ᵗ) and ŝ = s/(1 − β₂ᵗ); under 0. */
    ADAM,
    /** Adam without the corrections of its first steps; under 0. */
    ADAM_UNCORRECTED,
    /** The iterations that a falling rate goes by are counted from 1; under 0. */
    RATE_FROM_ONE,
    /** Probabilities clipped to at least ε, and not also to at most 1 − ε; of the cost. */
    CLIP_BELOW_ONLY,
    /** dA = Wᵀ·dZ with the weights after the update. */
    UPDATED_WEIGHTS,
    /** dW = dZ·Zᵀ/m with the Z of the layer before. */
    GRADIENT_OF_PRE_ACTIVATION,
    /** dW = dZ·ReLU(Z)ᵀ/m with the layer before not dropped and not scaled. */
    GRADIENT_OF_UNDROPPED,
    /** λ/m·sign(W) in dW. */
    PENALTY_GRADIENT_OF_SIGN,
    /** db the same for all units of the layer, their mean. */
    BIAS_GRADIENT_MEAN_OF_UNITS,
    /** λ/2m·‖W‖ of the layer in place of the norm's square. */
    NORM_NOT_SQUARED,
    /** λ/2m·√ΣW² over all layers together; of the cost. */
    NORM_OF_ALL_NOT_SQUARED,
    /** λ/2m·Σ|W| of the layer. */
    PENALTY_OF_ABSOLUTE_VALUES,
    /** λ/2m·Σb² of the layer added to the penalty. */
    PENALTY_WITH_BIASES,
    /** dZ = (A − Y)/m of the output, and dW = dZ·Aᵀ, db = Σ dZ of all layers; a bookkeeping, under 0. */
    AVERAGED_EARLY,
    /** dA = (…)/m of the output, where that is averaged early; under 0. */
    OUTPUT_DA_AVERAGED,
    /** dA without D, which dZ gets; a bookkeeping. */
    DA_BEFORE_MASK,
    /** dA without 1/keep_prob, which dZ gets; a bookkeeping. */
    DA_BEFORE_SCALE,
    /** dW without λ/m·W, which the update gets: W − α·(dW + λ/m·W); a bookkeeping. */
    PENALTY_IN_UPDATE;

    /**
     * Whether it is of the cost and of nothing else.
     *
     * @return true if training does not depend on it
     */
    public boolean isOfCost() {
        return switch (this) {
            case LABELS_FLIPPED_COST,
                    CLIP_BELOW_ONLY,
                    NORM_NOT_SQUARED,
                    NORM_OF_ALL_NOT_SQUARED,
                    PENALTY_OF_ABSOLUTE_VALUES,
                    PENALTY_WITH_BIASES -> true;
            default -> false;
        };
    }

    /**
     * Whether the steps come out right under it.
     *
     * @return true if only numbers on the way stand elsewhere
     */
    public boolean isBookkeeping() {
        return switch (this) {
            case AVERAGED_EARLY, OUTPUT_DA_AVERAGED, DA_BEFORE_MASK, DA_BEFORE_SCALE, PENALTY_IN_UPDATE -> true;
            default -> false;
        };
    }

    /**
     * Whether it is of the update and of nothing else.
     *
     * @return true if no gradient depends on it
     */
    public boolean isOfUpdate() {
        return switch (this) {
            case MOMENTUM_AVERAGED, ADAM, ADAM_UNCORRECTED, RATE_FROM_ONE -> true;
            default -> false;
        };
    }
}
