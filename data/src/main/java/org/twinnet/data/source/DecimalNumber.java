package org.twinnet.data.source;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * A number written in decimal, such as {@code -0.25}, {@code .5} or {@code 1e-3}: what {@link Double#parseDouble} reads
 * without its other notations.
 *
 * <p>Java's parser also takes {@code NaN}, {@code Infinity}, {@code 1d} and {@code 0x1p3}. In a file of decimal numbers
 * each of them is a mistake, and it must not become a number silently.
 */
final class DecimalNumber {

    /** Possessive, so that a long run of digits costs linear time and no stack. */
    private static final Pattern GRAMMAR =
            Pattern.compile("[+-]?+(?:[0-9]++\\.?+[0-9]*+|\\.[0-9]++)(?:[eE][+-]?+[0-9]++)?+");

    private DecimalNumber() {}

    /** The double nearest to the text, infinite if it is too large for one; empty if the text is not in decimal. */
    static OptionalDouble parse(String text) {
        return GRAMMAR.matcher(text).matches() ? OptionalDouble.of(Double.parseDouble(text)) : OptionalDouble.empty();
    }
}
