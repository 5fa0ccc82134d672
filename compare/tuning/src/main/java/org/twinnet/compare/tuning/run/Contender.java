package org.twinnet.compare.tuning.run;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.Setting;

/**
 * What a winner is held against: the settings that people would take without a search, with everything else of the
 * winner.
 */
public enum Contender {
    /** The winner itself. */
    WINNER(Map.of()),
    /** No regularization. */
    NONE(regularization(0, 1)),
    /** The published setting, penalty and dropout together. */
    PUBLISHED(regularization(0.7, 0.86)),
    /** The middle of the usual advice, λ from 0.01 to 0.1 and keep probability from 0.7 to 0.9. */
    ADVICE(regularization(Math.sqrt(0.01 * 0.1), 0.8));

    private static final String L2 = "penalty.l2";
    private static final String KEEP_PROBABILITY = "layers[].keep_prob";

    /** What else regularizes, and what each of these is where it does not. */
    private static final Map<String, Double> OTHER_REGULARIZATION = Map.of(
            "penalty.l1", 0.0,
            "penalty.l1_coefficient", 0.0,
            "penalty.l2_coefficient", 0.0,
            "weight_decay", 0.0,
            "input_keep_prob", 1.0);

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable map of numbers
    private final Map<String, Double> changes;

    Contender(Map<String, Double> changes) {
        this.changes = changes;
    }

    private static Map<String, Double> regularization(double l2, double keepProbability) {
        return Map.of(L2, l2, KEEP_PROBABILITY, keepProbability);
    }

    /**
     * The ranges that are usually advised.
     *
     * @return smallest and largest value under each key
     */
    public static Map<String, Dimension.Range> advised() {
        return Map.of(L2, new Dimension.Range(0.01, 0.1, true), KEEP_PROBABILITY, new Dimension.Range(0.7, 0.9, false));
    }

    /**
     * What sets this contender apart from a winner.
     *
     * @return values under keys; none for the winner
     */
    public Map<String, Double> changes() {
        return changes;
    }

    /**
     * This contender against a winner.
     *
     * @param winner the winner's setting
     * @return a setting with the same values but those that set it apart; but for the winner itself with no other
     *     regularization than these
     */
    public Setting beside(Setting winner) {
        if (changes.isEmpty()) {
            return winner;
        }
        Map<String, Double> apart = new HashMap<>(OTHER_REGULARIZATION);
        apart.keySet().retainAll(winner.values().keySet());
        return winner.withEverywhere(changes).with(apart);
    }

    /**
     * The name in reports.
     *
     * @return lower case
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * All of them.
     *
     * @return the winner first
     */
    static List<Contender> all() {
        return List.of(values());
    }
}
