package org.twinnet.compare.move.port;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.move.model.Part;

/** DL4J's classes for each activation of an experiment. */
public final class ActivationTypes {

    /**
     * An activation and DL4J's classes for it.
     *
     * @param activation the activation; a slope is another one's as well
     * @param names the classes, the one to choose first before others
     */
    private record Types(Activation activation, List<String> names) {
        static Types of(Activation activation, String... names) {
            return new Types(activation, List.of(names));
        }
    }

    private static final List<Types> ALL = List.of(
            Types.of(new Activation.Relu(), "ActivationReLU"),
            Types.of(new Activation.Sigmoid(), "ActivationSigmoid"),
            Types.of(new Activation.Tanh(), "ActivationTanH"),
            Types.of(new Activation.LeakyRelu(0.01), "LeakyReluActivation", "ActivationLReLU"),
            Types.of(new Activation.Elu(), "ActivationELU"),
            Types.of(new Activation.Softplus(), "SoftplusActivation", "ActivationSoftPlus"),
            Types.of(new Activation.Gelu(), "ExactGeluActivation", "ActivationGELU"),
            Types.of(new Activation.Swish(), "SwishActivation", "ActivationSwish"),
            Types.of(new Activation.Softsign(), "ActivationSoftSign"),
            Types.of(new Activation.Identity(), "ActivationIdentity"),
            Types.of(new Activation.Softmax(), "SoftmaxActivation", "ActivationSoftmax"));

    private ActivationTypes() {}

    /** The classes of an activation, the one to choose first. */
    static List<String> of(Activation activation) {
        return ALL.stream()
                .filter(types -> types.activation().kind().equals(activation.kind()))
                .findFirst()
                .orElseThrow()
                .names();
    }

    /** The slope below 0 of a leaky ReLU, whichever class it is of. */
    static double slope(Part leaky) {
        return leaky.is("ActivationReLU")
                ? leaky.number("negativeSlope", 0)
                : leaky.number("slope", leaky.number("alpha", 0.01));
    }

    /** Whether it is DL4J's ReLU with a slope below 0. */
    static boolean leaks(Part part) {
        return part.is("ActivationReLU") && part.number("negativeSlope", 0) != 0;
    }

    /**
     * The activation that a class of DL4J is.
     *
     * @param part DL4J's activation
     * @return the activation; empty where an experiment has none of that class
     */
    public static Optional<Activation> activation(Part part) {
        Optional<Activation> found = ALL.stream()
                .filter(types -> types.names().contains(part.type()))
                .map(Types::activation)
                .findFirst();
        return leaks(part)
                        || found.filter(Activation.LeakyRelu.class::isInstance).isPresent()
                ? Optional.of(new Activation.LeakyRelu(slope(part)))
                : found;
    }
}
