package org.twinnet.compare.text;

import java.util.regex.Pattern;

/**
 * Text that shows what it says. Names of files, data sets and columns come from anywhere; in what people read, a
 * question mark stands for each character that moves a terminal's cursor, breaks a line or turns the order of reading:
 * Unicode's control characters, its separators of lines and paragraphs, and its marks of direction. Everything that is
 * written for people, or stands in a page, goes through here.
 */
public final class Visible {

    private static final String ELSE = "\\u2028\\u2029\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069";
    private static final Pattern IN_A_LINE = Pattern.compile("[\\p{Cc}" + ELSE + "]");
    private static final Pattern IN_LINES = Pattern.compile("[\\p{Cc}" + ELSE + "&&[^\\n\\r\\t]]");

    private Visible() {}

    /**
     * A word or a sentence.
     *
     * @param text any text
     * @return the same on one line
     */
    public static String of(String text) {
        return IN_A_LINE.matcher(text).replaceAll("?");
    }

    /**
     * A whole document, whose words and sentences went through {@link #of} where lines matter.
     *
     * @param text any text
     * @return the same with its lines and tabulators
     */
    public static String lines(String text) {
        return IN_LINES.matcher(text).replaceAll("?");
    }
}
