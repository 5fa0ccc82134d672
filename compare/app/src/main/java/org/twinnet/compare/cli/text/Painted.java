package org.twinnet.compare.cli.text;

import org.twinnet.compare.ladder.Status;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;

/** Verdicts in color on a terminal; as they are where nobody watches, or where {@code NO_COLOR} is set. */
public final class Painted {

    private Painted() {}

    /**
     * A sentence in the color of a verdict.
     *
     * @param sentence one line
     * @param verdict green where all agrees, red where something disagrees, yellow between
     * @return the same where there is no color
     */
    public static String of(String sentence, Status verdict) {
        return of(sentence, verdict, Ansi.AUTO);
    }

    static String of(String sentence, Status verdict, Ansi terminal) {
        Style style = switch (verdict) {
            case AGREE -> Style.fg_green;
            case DISAGREE -> Style.fg_red;
            case INCONCLUSIVE -> Style.fg_yellow;
        };
        return terminal.enabled() ? style.on() + sentence + Style.reset.on() : sentence;
    }
}
