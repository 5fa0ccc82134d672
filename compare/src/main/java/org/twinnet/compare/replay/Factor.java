package org.twinnet.compare.replay;

/**
 * A number by which a formula multiplies one of its parts. At its right value the formula is the notebook's. Those of a layer stand under the layer's
 * number, those of the cost under 0.
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
}
