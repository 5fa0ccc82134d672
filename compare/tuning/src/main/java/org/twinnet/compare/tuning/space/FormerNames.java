package org.twinnet.compare.tuning.space;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What former versions called the four settings that they could tune: in {@code settings.json} and reports, as columns
 * of {@code study.db}, and as options. Everything of theirs is read through this one place.
 */
public final class FormerNames {

    private static final Map<String, String> KEYS = Map.ofEntries(
            Map.entry("lambda", "penalty.l2"),
            Map.entry("l2", "penalty.l2"),
            Map.entry("--l2", "penalty.l2"),
            Map.entry("keepProbability", "layers[].keep_prob"),
            Map.entry("keep_prob", "layers[].keep_prob"),
            Map.entry("--keep-prob", "layers[].keep_prob"),
            Map.entry("learningRate", "optimizer.learning_rate"),
            Map.entry("learning_rate", "optimizer.learning_rate"),
            Map.entry("--learning-rate", "optimizer.learning_rate"),
            Map.entry("layers", "layers[].units"),
            Map.entry("--layers", "layers[].units"));

    /** Former versions called the settings of a study by the options of the command line. */
    private static final String OPTION = "--";

    private FormerNames() {}

    /**
     * The key of a setting.
     *
     * @param name what a former version, or this one, calls it
     * @return its key; the name itself where it is none of a former version
     */
    public static String key(String name) {
        return KEYS.getOrDefault(name, name.startsWith(OPTION) ? name.substring(OPTION.length()) : name);
    }

    /**
     * Whether a former version wrote a name.
     *
     * @param name a name
     * @return true for names that no version writes any more
     */
    public static boolean contains(String name) {
        return KEYS.containsKey(name);
    }

    /**
     * The same values under keys.
     *
     * @param named values under names of any version
     * @param <T> type of a value
     * @return in the same order
     */
    public static <T> Map<String, T> keyed(Map<String, T> named) {
        Map<String, T> keyed = new LinkedHashMap<>();
        named.forEach((name, value) -> keyed.put(key(name), value));
        return keyed;
    }
}
