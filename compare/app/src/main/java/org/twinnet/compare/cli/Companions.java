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
 * @param names names of those that go with it
 */
record Companions(String option, String says, Set<String> names) {

    /** Refuses the first option that does not. */
    void require(CommandSpec spec) {
        for (OptionSpec given : spec.commandLine().getParseResult().matchedOptions()) {
            if (!given.longestName().equals(option) && !names.contains(given.longestName())) {
                throw new UserException(
                        given.longestName() + " does not go with " + option + ", " + says + "; leave one of both out.");
            }
        }
    }
}
