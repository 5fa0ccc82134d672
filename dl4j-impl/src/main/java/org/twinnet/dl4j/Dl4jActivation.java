package org.twinnet.dl4j;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.Activation;

/** Activations of hidden layers, one row each: DL4J's own, and SameDiff's operation for the witness. */
public enum HiddenActivation {
    /** max(0, z), with slope 0 at 0. */
    RELU(Activation.RELU) {
        @Override
        SDVariable of(SameDiff graph, SDVariable z) {
            return graph.nn.relu(z, 0);
        }
    },
    /** 1/(1 + e⁻ᶻ). */
    SIGMOID(Activation.SIGMOID) {
        @Override
        SDVariable of(SameDiff graph, SDVariable z) {
            return graph.nn.sigmoid(z);
        }
    },
    /** tanh(z). */
    TANH(Activation.TANH) {
        @Override
        SDVariable of(SameDiff graph, SDVariable z) {
            return graph.nn.tanh(z);
        }
    };

    private final Activation activation;

    HiddenActivation(Activation activation) {
        this.activation = activation;
    }

    /** DL4J's. */
    Activation activation() {
        return activation;
    }

    /** The same as a node of a graph. */
    abstract SDVariable of(SameDiff graph, SDVariable z);

    /**
     * The row of a word.
     *
     * @param word such as {@code leaky-relu}
     * @return the row
     * @throws IllegalArgumentException if there is none; the message lists all
     */
    public static HiddenActivation of(String word) {
        return Arrays.stream(values())
                .filter(row -> row.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word
                        + "' is no hidden activation of the DL4J network;"
                        + " there are "
                        + Arrays.stream(values()).map(HiddenActivation::word).collect(Collectors.joining(", "))
                        + "."));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
