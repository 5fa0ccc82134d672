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
}
