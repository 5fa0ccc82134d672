package org.twinnet.compare.move.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.move.model.Part;

/** DL4J's classes for each activation of an experiment. */
public final class ActivationTypes {

    /** The class to choose first stands first. */
    private static final Map<String, List<String>> TYPES = Map.ofEntries(
            Map.entry("relu", List.of("ActivationReLU")),
            Map.entry("sigmoid", List.of("ActivationSigmoid")),
            Map.entry("tanh", List.of("ActivationTanH")),
            Map.entry("leaky-relu", List.of("LeakyReluActivation", "ActivationLReLU")),
            Map.entry("elu", List.of("ActivationELU")),
            Map.entry("softplus", List.of("SoftplusActivation", "ActivationSoftPlus")),
            Map.entry("gelu", List.of("ExactGeluActivation", "ActivationGELU")),
            Map.entry("swish", List.of("SwishActivation", "ActivationSwish")),
            Map.entry("softsign", List.of("ActivationSoftSign")),
            Map.entry("identity", List.of("ActivationIdentity")),
            Map.entry("softmax", List.of("SoftmaxActivation", "ActivationSoftmax")));

    private ActivationTypes() {}

    /** The classes of an activation, the one to choose first. */
    static List<String> of(Activation activation) {
        return TYPES.get(activation.kind());
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
        if (leaks(part) || part.is("LeakyReluActivation", "ActivationLReLU")) {
            return Optional.of(new Activation.LeakyRelu(slope(part)));
        }
        return Optional.ofNullable(
                switch (part.type()) {
                    case "ActivationReLU" -> new Activation.Relu();
                    case "ActivationSigmoid" -> new Activation.Sigmoid();
                    case "ActivationTanH" -> new Activation.Tanh();
                    case "ActivationELU" -> new Activation.Elu();
                    case "SoftplusActivation", "ActivationSoftPlus" -> new Activation.Softplus();
                    case "ExactGeluActivation", "ActivationGELU" -> new Activation.Gelu();
                    case "SwishActivation", "ActivationSwish" -> new Activation.Swish();
                    case "ActivationSoftSign" -> new Activation.Softsign();
                    case "ActivationIdentity" -> new Activation.Identity();
                    case "SoftmaxActivation", "ActivationSoftmax" -> new Activation.Softmax();
                    default -> null;
                });
    }
}
