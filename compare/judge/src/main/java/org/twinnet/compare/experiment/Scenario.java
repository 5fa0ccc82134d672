package org.twinnet.compare.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The published scenarios: what the notebook trains, and compares, on its way to regularization. */
public enum Scenario {
    /** No regularization. */
    NONE(0, 1),
    /** L2 penalty with λ = 0.7. */
    L2(0.7, 1),
    /** Inverted dropout with keep probability 0.86. */
    DROPOUT(0, 0.86);

    private final double lambda;
    private final double keepProbability;

    Scenario(double lambda, double keepProbability) {
        this.lambda = lambda;
        this.keepProbability = keepProbability;
    }

    /**
     * The name that users write.
     *
     * @return such as {@code l2}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The notebook's λ in this scenario.
     *
     * @return 0 without L2
     */
    public double lambda() {
        return lambda;
    }

    /**
     * The probability to keep a hidden unit in this scenario.
     *
     * @return 1 without dropout
     */
    public double keepProbability() {
        return keepProbability;
    }

    /**
     * Finds a scenario by its label.
     *
     * @param label what a user wrote, in any case
     * @return the scenario
     * @throws IllegalArgumentException if there is none of that name; the message lists them
     */
    public static Scenario of(String label) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.label().equalsIgnoreCase(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "'" + label + "' is no scenario; allowed: " + String.join(", ", labels()) + "."));
    }

    /**
     * All names that users may write.
     *
     * @return the labels in order
     */
    public static List<String> labels() {
        return Arrays.stream(values()).map(Scenario::label).collect(Collectors.toUnmodifiableList());
    }
}
