package org.twinnet.compare.theory.activation;

import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Chapter;
import org.twinnet.compare.theory.Rounding;

/**
 * An activation A = g(Z): its value, its slope, and how far rounding can carry each. One call a layer, units ×
 * examples.
 */
public interface ActivationTheory extends Chapter {

    /**
     * The chapter of an experiment's word.
     *
     * @param activation what the experiment says
     * @return its chapter
     */
    static ActivationTheory of(Activation activation) {
        if (activation instanceof Activation.Relu) {
            return new ReluTheory();
        }
        if (activation instanceof Activation.Sigmoid) {
            return new SigmoidTheory();
        }
        if (activation instanceof Activation.Tanh) {
            return new TanhTheory();
        }
        if (activation instanceof Activation.LeakyRelu leaky) {
            return new LeakyReluTheory(leaky.slope());
        }
        if (activation instanceof Activation.Elu) {
            return new EluTheory();
        }
        if (activation instanceof Activation.Softplus) {
            return new SoftplusTheory();
        }
        if (activation instanceof Activation.Gelu) {
            return new GeluTheory();
        }
        if (activation instanceof Activation.Swish) {
            return new SwishTheory();
        }
        if (activation instanceof Activation.Identity) {
            return new IdentityTheory();
        }
        if (activation instanceof Activation.Softmax) {
            return new SoftmaxTheory();
        }
        throw new IllegalStateException(activation.kind() + " has no chapter");
    }

    /**
     * A = g(Z).
     *
     * @param Z what goes in, not modified; with normalization the normalized numbers
     * @param A overwritten with g(Z) and its error
     * @param rounding the format that programs compute in
     */
    void forward(Bounded Z, Bounded A, Rounding rounding);

    /**
     * dZ = dA ∘ g′(Z), or Jᵀ·dA where an output depends on several inputs.
     *
     * @param Z what went in, not modified
     * @param A what {@link #forward} made of it, before any mask; not modified
     * @param gradient dA and its error on entry, dZ and its error on return
     * @param rounding the format that programs compute in
     */
    void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding);

    /**
     * Where the slope jumps, so that rounding of Z may take it from either side.
     *
     * @return the places on the axis of z; none for a smooth function
     */
    default double[] kinks() {
        return new double[0];
    }
}
