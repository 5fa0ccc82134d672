package org.twinnet.compare.text;

/** Columns of a terminal, of which a Chinese character takes two. */
public final class Columns {

    private static final int FIRST_WIDE = 0x2E80;
    private static final int LAST_WIDE = 0xFF60;

    private Columns() {}

    /**
     * How many columns a text takes.
     *
     * @param text one line
     * @return one for each character, two for wide ones
     */
    public static int of(String text) {
        return text.codePoints()
                .map(point -> point >= FIRST_WIDE && point <= LAST_WIDE ? 2 : 1)
                .sum();
    }

    /**
     * A text at the left of so many columns.
     *
     * @param text one line
     * @param columns how many
     * @return the text with blanks behind it; itself where it is wider
     */
    public static String left(String text, int columns) {
        return text + blanks(text, columns);
    }

    /**
     * A text at the right of so many columns.
     *
     * @param text one line
     * @param columns how many
     * @return the text with blanks before it; itself where it is wider
     */
    public static String right(String text, int columns) {
        return blanks(text, columns) + text;
    }

    private static String blanks(String text, int columns) {
        return " ".repeat(Math.max(0, columns - of(text)));
    }
}
