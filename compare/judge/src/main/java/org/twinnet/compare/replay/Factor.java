package org.twinnet.compare.replay;

/**
 * A number by which a formula multiplies one of its parts. At its right value the formula is the notebook's. Those of a
 * layer stand under the layer's number, those of the cost under 0.
 */
public enum Factor {
    /** c in A = ReLU(Z)·D·c/keep_prob; of the input under 0. */
    FORWARD_SCALE(1),
    /** c in dA = Wᵀ·dZ·D·c/keep_prob. */
    BACKWARD_SCALE(1),
    /** c in max(c·z, z), the slope of ReLU and of its derivative left of 0. */
    LEAK(0),
    /** c in dZ = c·(A − Y) of the output. */
    OUTPUT_GRADIENT(1),
    /** c in dZ = c·dA where Z &gt; 0, of a hidden layer. */
    HIDDEN_GRADIENT(1),
    /** c in dW = c·dZ·Aᵀ/m + λ/m·W. */
    WEIGHT_GRADIENT(1),
    /** c in dW = dZ·Aᵀ/m + c·λ/m·W. */
    PENALTY_GRADIENT(1),
    /** c in db = c·Σ dZ/m. */
    BIAS_GRADIENT(1),
    /** c in db = Σ dZ/m + c·λ/m·b. */
    BIAS_PENALTY_GRADIENT(0),
    /** c in W − c·α·dW. */
    WEIGHT_STEP(1),
    /** c in b − c·α·db. */
    BIAS_STEP(1),
    /** c in W − α·dW − c·α·λ/m·W. */
    DECAY_IN_UPDATE(0),
    /** μ in v = μ·v + dV, V − α·v; under 0, as all that an optimizer carries from step to step. */
    MOMENTUM(0),
    /** β₁ in Adam's m = β₁·m + (1 − β₁)·dV; under 0. */
    ADAM_BETA_1(0.9),
    /** β₂ in Adam's s = β₂·s + (1 − β₂)·dV²; under 0. */
    ADAM_BETA_2(0.999),
    /** ε in Adam's V − α·m/(√s + ε); under 0. */
    ADAM_EPSILON(1e-8),
    /** d in α/(1 + d·t) of iteration t; under 0. */
    RATE_DECAY(0),
    /** γ in α·γᵗ; under 0. */
    RATE_BASE(1),
    /** d in α·(1 − d·t), not below 0; under 0. */
    RATE_SLOPE(0),
    /** ε of an output that is held to at least ε and at most 1 − ε. */
    OUTPUT_CLIP(0),
    /** c in Σ −c·y·ln a − (1 − y)·ln(1 − a); of the cost. */
    POSITIVE_TERM(1),
    /** c in Σ −y·ln a − c·(1 − y)·ln(1 − a); of the cost. */
    NEGATIVE_TERM(1),
    /** c in c·Σ −ln p / m; of the cost. */
    CROSS_ENTROPY(1),
    /** c in c·λ/2m·Σ W². */
    PENALTY(1),
    /** ε in −ln max(ε, p); of the cost. */
    CLIP(0),
    /** ε in −ln(p + ε); of the cost. */
    OFFSET(0);

    private final double right;

    Factor(double right) {
        this.right = right;
    }

    /**
     * The value in the notebook's formula.
     *
     * @return 1 for what is multiplied, 0 for what is not there
     */
    public double right() {
        return right;
    }

    /**
     * Whether it stands in the cost and nowhere else.
     *
     * @return true if training does not depend on it
     */
    public boolean isOfCost() {
        return switch (this) {
            case POSITIVE_TERM, NEGATIVE_TERM, CROSS_ENTROPY, PENALTY, CLIP, OFFSET -> true;
            default -> false;
        };
    }

    /**
     * Whether it stands in the update and nowhere else.
     *
     * @return true if no gradient depends on it
     */
    public boolean isOfUpdate() {
        return switch (this) {
            case WEIGHT_STEP,
                    BIAS_STEP,
                    DECAY_IN_UPDATE,
                    MOMENTUM,
                    ADAM_BETA_1,
                    ADAM_BETA_2,
                    ADAM_EPSILON,
                    RATE_DECAY,
                    RATE_BASE,
                    RATE_SLOPE -> true;
            default -> false;
        };
    }
}
