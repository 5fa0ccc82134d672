package org.twinnet.compare.cli.options;

import java.util.Set;

/** What the command line calls the settings that other rooms name. */
public final class OptionNames {

    /** Settings of a study, and ways out that a command has. */
    private static final Set<String> OPTIONS = Set.of(
            "twin",
            "search",
            "candidates",
            "folds",
            "repeats",
            "metric",
            "iterations",
            "halving",
            "lag",
            "candidate-time",
            "seed",
            "study",
            "resume",
            "force");

    private OptionNames() {}

    /**
     * The option of a setting.
     *
     * @param name a setting of a study or a key of an experiment
     * @return its option; the name itself where there is none
     */
    public static String of(String name) {
        return OPTIONS.contains(name) ? "--" + name : SettingOption.nameOf(name);
    }

    /**
     * A message that names settings by their keys.
     *
     * @param message such as {@code penalty.l1 is no number of pytorch}
     * @return the same with the options of these settings
     */
    public static String in(String message) {
        return SettingOption.named(message);
    }
}
