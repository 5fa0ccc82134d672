package org.twinnet.compare.theory.activation;

import java.util.List;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.theory.ActivationTheory;

/** The chapters on activations, a line for each word of an experiment. */
public final class ActivationChapters {

    private ActivationChapters() {}

    /**
     * The chapters on what works entry by entry, which mistakes are made in.
     *
     * @return one of each kind
     */
    public static List<ActivationTheory> ofEntries() {
        return List.of(
                new ReluTheory(),
                new TanhTheory(),
                new SigmoidTheory(),
                new LeakyReluTheory(0.01),
                new EluTheory(),
                new SoftplusTheory(),
                new GeluTheory(),
                new SwishTheory(),
                new SoftsignTheory());
    }

    /**
     * The chapter of an experiment's word.
     *
     * @param activation what the experiment says
     * @return its chapter
     */
    public static ActivationTheory of(Activation activation) {
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
        if (activation instanceof Activation.Softsign) {
            return new SoftsignTheory();
        }
        if (activation instanceof Activation.Identity) {
            return new IdentityTheory();
        }
        if (activation instanceof Activation.Softmax) {
            return new SoftmaxTheory();
        }
        throw new IllegalStateException(activation.kind() + " has no chapter");
    }
}
