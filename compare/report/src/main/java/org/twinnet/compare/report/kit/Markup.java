package org.twinnet.compare.report.kit;

import java.util.regex.Pattern;
import org.twinnet.compare.text.Visible;

/** Text that stays text, whatever it says. */
final class Markup {

    /** A control character in JSON as an escape; an even number of backslashes before it are backslashes. */
    private static final Pattern ESCAPE = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*)\\\\(?:u00[01][0-9A-Fa-f]|[bfnrt])");

    private Markup() {}

    /**
     * JSON that cannot end the script element it stands in; the escape is JSON's own, so the data stay what they are.
     */
    static String inScript(String json) {
        return visible(json)
                .replace("<", "\\u003c")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    /**
     * JSON whose strings are shown by a page, as {@link Visible#of} shows them: escapes are what they stand for once
     * the page has read it.
     */
    static String visible(String json) {
        return ESCAPE.matcher(json).replaceAll("$1?");
    }
}
