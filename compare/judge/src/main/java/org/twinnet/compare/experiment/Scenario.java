package org.twinnet.compare.experiment;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.twinnet.compare.experiment.choice.Penalty;

/** The published scenarios: what the notebook trains, and compares, on its way to regularization. */
public enum Scenario {
    /** No regularization. */
    NONE,
    /** L2 penalty with λ = 0.7. */
    L2,
    /** Inverted dropout with keep probability 0.86. */
    DROPOUT;

    /**
     * The name that users write.
     *
     * @return such as {@code l2}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * An experiment in this scenario.
     *
     * @param experiment what is trained, without regularization
     * @return the same under the scenario's name, with its regularization
     */
    public Experiment of(Experiment experiment) {
        Experiment regularized = switch (this) {
            case NONE -> experiment;
            case L2 -> experiment.with(Penalty.l2(0.7));
            case DROPOUT -> experiment.keepProbability(0.86);
        };
        return regularized.named(label());
    }

    /**
     * An experiment without what scenarios differ in.
     *
     * @param experiment what is trained
     * @return the same with the penalty and the dropout that {@link #NONE} has; any other regularization stays
     */
    public static Experiment plain(Experiment experiment) {
        return experiment.with(experiment.penalty().withL2(0)).keepProbability(1);
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
