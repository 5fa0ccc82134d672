package org.twinnet.data.table;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * Tells a number in a notation that is not read from a name: {@code 0x1p-3}, {@code 1_000}, {@code 1d}, {@code １},
 * {@code −1} with a minus sign in place of a hyphen, {@code 1,5}, {@code 1×10⁻³}, {@code ∞}.
 *
 * <p>A line of such fields only is no header. If it were taken for one, an example would be dropped without a word.
 */
public final class NumberNotation {

    private static final String HEXADECIMAL =
            "0[xX](?=[.]?[0-9a-fA-F])[0-9a-fA-F_]*+[.]?+[0-9a-fA-F_]*+(?:[pP][+-]?+[0-9]++)?+[lLuU]*+";
    private static final String OCTAL_OR_BINARY = "0[oO][0-7_]++|0[bB][01_]++";
    private static final String DIGITS = "[.,]?+[0-9]++(?:[._,'][0-9]++)*+[.,]?+";
    private static final String EXPONENT = "[eEdDqQ][+-]?+[0-9]++|[*xX]10(?:\\^|\\*\\*)?+[+-]?+[0-9]++";
    private static final String SUFFIX = "(?:[dDfFiIjJ]|[lLuU]{1,3}|%|/[0-9]++)?+";
    private static final String NOT_FINITE = "(?:1[.]?#)?+(?i:[qs]?nan|inf|infinity|ind|∞)(?:\\([a-z0-9]*\\))?+";

    private static final Pattern NUMBER = Pattern.compile("[+-]*+(?:" + HEXADECIMAL + "|" + OCTAL_OR_BINARY + "|"
            + DIGITS + "(?:" + EXPONENT + ")?+" + SUFFIX + "|" + NOT_FINITE + ")");

    private NumberNotation() {}

    /**
     * Whether people or programs write numbers so, plain decimal included.
     *
     * @param field any text
     * @return true for {@code 0x1p-3} and {@code 1,5} as well
     */
    public static boolean isNumber(String field) {
        StringBuilder ascii = new StringBuilder();
        // Full-width and raised forms become the plain ones.
        Normalizer.normalize(field, Normalizer.Form.NFKC).codePoints().forEach(c -> append(ascii, c));
        return NUMBER.matcher(ascii).matches();
    }

    private static void append(StringBuilder ascii, int c) {
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            ascii.append((char) ('0' + digit));
            return;
        }
        switch (Character.getType(c)) {
            case Character.DASH_PUNCTUATION -> ascii.append('-');
            case Character.SPACE_SEPARATOR, Character.CONTROL, Character.FORMAT -> {
                // Blanks between digits, and what nobody sees.
            }
            default -> {
                switch (c) {
                    case '\u2212' -> ascii.append('-');
                    case '\u066B' -> ascii.append('.'); // Arabic decimal separator
                    case '\u066C' -> ascii.append(','); // Arabic thousands separator
                    case '\u2018', '\u2019', '`' -> ascii.append('\'');
                    case '\u00D7', '\u00B7', '\u22C5' -> ascii.append('*');
                    case '\u2044' -> ascii.append('/'); // ½ in parts
                    default -> ascii.appendCodePoint(c);
                }
            }
        }
    }
}
