package org.twinnet.data;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * A number written in plain decimal: a sign, ASCII digits, a point and an exponent, such as {@code -0.25}, {@code .5}
 * or {@code 1e-3}.
 *
 * <p>Java's parsers take more: {@code NaN}, {@code Infinity}, {@code 1d}, {@code 0x1p3}, blanks around the number, and
 * the digits of every script. Where people write decimal numbers each of these is a mistake, and it must not become a
 * number silently.
 *
 * @param text what was written
 * @param value the double nearest to it, infinite if {@link #isTooLarge()} and zero if {@link #isTooSmall()}
 */
public record DecimalNumber(String text, double value) {

    /** Possessive, so that a long run of digits costs linear time and no stack. */
    private static final Pattern GRAMMAR =
            Pattern.compile("[+-]?+(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");

    private static final Pattern WHOLE = Pattern.compile("[+-]?+[0-9]++");

    private static final Pattern ZERO = Pattern.compile("[+-]?+[0.]++(?:[eE].*+)?+");

    /**
     * Reads a number.
     *
     * @param text what was written, nothing around it
     * @return the number, or empty if the text is not in plain decimal
     */
    public static Optional<DecimalNumber> parse(String text) {
        return GRAMMAR.matcher(text).matches()
                ? Optional.of(new DecimalNumber(text, Double.parseDouble(text)))
                : Optional.empty();
    }

    /**
     * Reads a whole number.
     *
     * @param text what was written, nothing around it
     * @return the number, or empty if the text is not a sign and ASCII digits, or is beyond the range of a long
     */
    public static OptionalLong parseWhole(String text) {
        if (!WHOLE.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * Whether what was written is beyond the largest double, 1.7976931348623157e308.
     *
     * @return true for {@code 1e400}
     */
    public boolean isTooLarge() {
        return Double.isInfinite(value);
    }

    /**
     * Whether what was written is not zero but nearer to zero than to the smallest double, 4.9e-324.
     *
     * @return true for {@code 1e-400}
     */
    public boolean isTooSmall() {
        return value == 0 && !ZERO.matcher(text).matches();
    }
}
