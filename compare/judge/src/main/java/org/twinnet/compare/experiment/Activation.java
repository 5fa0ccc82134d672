package org.twinnet.compare.experiment;

/** The function that turns a layer's pre-activation Z into its activation A, entry by entry. */
public sealed interface Activation extends Choice {

    /** The rectified linear unit, A = max(0, Z), with slope 0 at 0. */
    record Relu() implements Activation {}

    /** The logistic function, A = 1/(1 + e⁻ᶻ). */
    record Sigmoid() implements Activation {}

    /** The hyperbolic tangent, A = tanh(z). */
    record Tanh() implements Activation {}
}
