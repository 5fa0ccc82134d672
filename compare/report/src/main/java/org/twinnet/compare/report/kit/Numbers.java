package org.twinnet.compare.report.kit;

import java.util.Locale;
import org.twinnet.compare.text.Phrase;

/** Numbers as reports write them, alike in every language; null stands for NaN and infinity. */
public final class Numbers {

    private static final double LARGE = 1e7;

    private Numbers() {}

    /**
     * A difference, a floor or a multiple.
     *
     * @param value the number, null if it is not finite
     * @return two significant digits
     */
    public static Object small(Double value) {
        if (value == null || !Double.isFinite(value)) {
            return Phrase.of("not.finite");
        }
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
    }

    /**
     * A multiple of a noise floor.
     *
     * @param value the number, null if it is not finite
     * @return two significant digits, without an exponent where that is short
     */
    public static Object multiple(Double value) {
        return value != null && value >= 0.001 && value < 1000
                ? String.format(Locale.ROOT, "%.2g", value)
                : small(value);
    }

    /**
     * A measured number.
     *
     * @param value the number, null if it is not finite
     * @param pattern a format such as {@code %.6f}
     * @return the number in that format; from 10⁷ on four significant digits and a power of ten
     */
    public static Object of(Double value, String pattern) {
        return value == null || !Double.isFinite(value) ? Phrase.of("not.finite") : finite(value, pattern);
    }

    /**
     * A measured number that is known to be finite.
     *
     * @param value the number
     * @param pattern a format such as {@code %.6f}
     * @return as {@link #of} writes it
     */
    public static String finite(double value, String pattern) {
        return Math.abs(value) < LARGE
                ? String.format(Locale.ROOT, pattern, value)
                : String.format(Locale.ROOT, "%.3e", value).replace("e+", "e");
    }

    /**
     * A number to its last digit.
     *
     * @param value the number, null if it is not finite
     * @return as many digits as it takes to read it back
     */
    public static Object exact(Double value) {
        return value == null || !Double.isFinite(value) ? Phrase.of("not.finite") : Double.toString(value);
    }

    /**
     * A whole number.
     *
     * @param value the number
     * @return with separators of thousands
     */
    public static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /**
     * A share.
     *
     * @param fraction 0 to 1
     * @return in percent; an exact zero is {@code 0 %}
     */
    public static String percent(double fraction) {
        return fraction == 0 ? "0 %" : String.format(Locale.ROOT, "%.3g %%", 100 * fraction);
    }
}
