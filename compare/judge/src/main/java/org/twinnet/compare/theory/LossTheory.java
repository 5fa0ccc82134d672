package org.twinnet.compare.theory;

/** A loss: its mean over the examples, its gradient, and how far rounding can carry each. Outputs × examples. */
public interface LossTheory extends Chapter {

    /**
     * The mean over the examples.
     *
     * @param Z pre-activation of the output, not modified
     * @param A activation of the output, not modified
     * @param Y targets, not modified
     * @param rounding the format that programs compute in
     * @return the mean in both forms
     */
    LossCost cost(Bounded Z, Bounded A, double[][] Y, Rounding rounding);

    /**
     * The gradient of the examples' sum of losses at the output's activation, not divided by their number.
     *
     * @param A activation of the output, not modified
     * @param Y targets, not modified
     * @param dA overwritten
     * @param rounding the format that programs compute in
     */
    void gradient(Bounded A, double[][] Y, Bounded dA, Rounding rounding);

    /**
     * The gradient at the output's pre-activation: the gradient at the activation times its slope, or what is left
     * where both cancel.
     *
     * @param output the output's activation function
     * @param Z pre-activation of the output, not modified
     * @param A activation of the output, not modified
     * @param Y targets, not modified
     * @param dZ overwritten
     * @param rounding the format that programs compute in
     */
    default void residual(ActivationTheory output, Bounded Z, Bounded A, double[][] Y, Bounded dZ, Rounding rounding) {
        gradient(A, Y, dZ, rounding);
        output.slope(Z, A, dZ, rounding);
    }
}
