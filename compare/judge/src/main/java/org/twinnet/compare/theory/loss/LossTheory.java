package org.twinnet.compare.theory.loss;

import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Chapter;
import org.twinnet.compare.theory.Rounding;

/** A loss: its mean over the examples, its gradient, and how far rounding can carry each. Outputs × examples. */
public interface LossTheory extends Chapter {

    /**
     * The chapter of an experiment's word.
     *
     * @param loss what the experiment says
     * @return its chapter
     */
    static LossTheory of(Loss loss) {
        if (loss instanceof Loss.BinaryCrossEntropy) {
            return new BinaryCrossEntropyTheory();
        }
        if (loss instanceof Loss.SoftmaxCrossEntropy) {
            return new SoftmaxCrossEntropyTheory();
        }
        if (loss instanceof Loss.MeanSquaredError || loss instanceof Loss.Quadratic) {
            return new SquaredErrorTheory(loss instanceof Loss.MeanSquaredError);
        }
        throw new IllegalStateException(loss.kind() + " has no chapter");
    }

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
