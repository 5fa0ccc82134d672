package org.twinnet.compare.cli.options;

import org.twinnet.data.Targets;

/** What messages call the numbers beside the features. */
public final class TargetWords {

    private TargetWords() {}

    /**
     * What each example has.
     *
     * @param targets how its numbers are read
     * @return such as {@code one of 3 classes}
     */
    public static String of(Targets targets) {
        return switch (targets.kind()) {
            case BINARY -> targets.outputs() == 1 ? "a label, 0 or 1" : targets.outputs() + " labels, each 0 or 1";
            case CLASSES -> "one of " + targets.outputs() + " classes";
            case NUMBERS -> targets.outputs() == 1 ? "a number" : targets.outputs() + " numbers";
        };
    }
}
