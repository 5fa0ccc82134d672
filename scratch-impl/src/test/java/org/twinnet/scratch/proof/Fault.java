package org.twinnet.scratch.proof;

/** Mistakes that people make in a backward pass, to be planted in {@link SchoolbookGradient}. */
public enum Fault {
    NONE,
    /** One gradient is larger by a thousandth. */
    OFF_BY_A_THOUSANDTH,
    /** dA = W·dZ; goes unnoticed by shapes where W is square. */
    W_TRANSPOSED,
    /** dW and db are sums instead of means. */
    MEAN_FORGOTTEN,
    /** dA is not masked. */
    MASK_FORGOTTEN,
    /** dA is not divided by keep_prob. */
    SCALING_FORGOTTEN,
    /** dW lacks λ/m·W. */
    PENALTY_FORGOTTEN,
    /** The penalty's gradient is λ/2m·W, with the cost's factor 2. */
    PENALTY_HALVED,
    /** db has a penalty as well. */
    BIAS_PENALIZED,
    /** dZᴸ = (A − Y) ∘ A ∘ (1 − A). */
    SIGMOID_DERIVATIVE_TWICE,
    /** dZ = dA in hidden layers. */
    RELU_DERIVATIVE_FORGOTTEN,
    /** dW takes the rows of Aˡ⁻¹ in reverse. */
    INPUTS_REVERSED,
    /** The last example does not count. */
    LAST_EXAMPLE_FORGOTTEN,
    /** One entry is NaN. */
    NOT_A_NUMBER
}
