package org.twinnet.compare.cli;

import java.util.Set;
import org.twinnet.compare.cli.text.UserException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The options that go with another one, which says itself what all others say.
 *
 * @param option the other one
 * @param says what it says itself
 * @param names names of those that go with it alone
 */
record Companions(String option, String says, Set<String> names) {

    /** Where the result goes and how examples are read goes with every one. */
    private static final Set<String> ALWAYS = Set.of(
            "--out",
            "--force",
            "--quiet",
            "--data",
            "--examples-as",
            "--label-column",
            "--drop-column",
            "--delimiter",
            "--missing",
            "--positive");

    /** Refuses the first option that does not. */
    void require(CommandSpec spec) {
        for (OptionSpec given : spec.commandLine().getParseResult().matchedOptions()) {
            String name = given.longestName();
            if (!name.equals(option) && !names.contains(name) && !ALWAYS.contains(name)) {
                throw new UserException(
                        name + " does not go with " + option + ", " + says + "; leave one of both out.");
            }
        }
    }
}
