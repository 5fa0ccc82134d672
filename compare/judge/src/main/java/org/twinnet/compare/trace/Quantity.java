package org.twinnet.compare.trace;

/** The quantities of a training step that a trace can hold, in the order in which a step computes them. */
public enum Quantity {
    /** Weights before the update, (units, inputs). */
    W,
    /** Biases before the update, (units, 1). */
    b,
    /** Pre-activations, (units, m). */
    Z,
    /** Dropout masks of hidden layers, (units, m). */
    D,
    /** Activations, after mask and scaling where there is dropout, (units, m). */
    A,
    /** Gradients of the activations, after mask and scaling, (units, m). */
    dA,
    /** Gradients of the pre-activations, (units, m). */
    dZ,
    /** Gradients of the weights, penalty included, (units, inputs). */
    dW,
    /** Gradients of the biases, (units, 1). */
    db,
    /** Velocity or first moment of the weights before the update, (units, inputs). */
    vW,
    /** Second moment of the weights before the update, (units, inputs). */
    sW,
    /** Velocity or first moment of the biases before the update, (units, 1). */
    vb,
    /** Second moment of the biases before the update, (units, 1). */
    sb;

    /**
     * Whether the quantity has the shape of the weights.
     *
     * @return true for W, dW and what an optimizer keeps of them
     */
    public boolean isLikeWeights() {
        return this == W || this == dW || this == vW || this == sW;
    }

    /**
     * Whether it is what an optimizer carries from step to step.
     *
     * @return true for velocities and moments
     */
    public boolean isState() {
        return this == vW || this == sW || this == vb || this == sb;
    }

    /**
     * Whether the quantity has one number for each unit and example.
     *
     * @return true for Z, D, A, dA and dZ
     */
    public boolean isPerExample() {
        return !isLikeWeights() && !isLikeBiases();
    }

    /**
     * Whether the quantity has the shape of the biases.
     *
     * @return true for b, db and what an optimizer keeps of them
     */
    public boolean isLikeBiases() {
        return this == b || this == db || this == vb || this == sb;
    }
}
