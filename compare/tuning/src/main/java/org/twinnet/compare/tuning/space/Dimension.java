package org.twinnet.compare.tuning.space;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The values that one hyper-parameter may take.
 *
 * @param <T> type of a value
 */
public sealed interface Dimension<T> {

    /**
     * One value, which is not searched.
     *
     * @param value the value
     * @param <T> its type
     */
    record Fixed<T>(T value) implements Dimension<T> {}

    /**
     * A few values without order.
     *
     * @param values at least two, all different
     * @param <T> their type
     */
    record Choice<T>(List<T> values) implements Dimension<T> {

        /**
         * Checks the values.
         *
         * @param values at least two, all different
         * @throws IllegalArgumentException if there are fewer, or one twice
         */
        public Choice {
            values = List.copyOf(values);
            if (values.size() < 2 || values.stream().distinct().count() < values.size()) {
                throw new IllegalArgumentException("a choice needs at least two values, all different");
            }
        }
    }

    /**
     * All numbers between two, or all whole ones.
     *
     * @param from the smallest
     * @param to the largest, above {@code from}
     * @param logarithmic whether decades count the same, and not differences; {@code from} is above 0 then
     * @param whole whether only whole numbers count
     */
    record Range(double from, double to, boolean logarithmic, boolean whole) implements Dimension<Number> {

        /**
         * Checks the ends.
         *
         * @param from the smallest
         * @param to the largest
         * @param logarithmic whether decades count the same
         * @param whole whether only whole numbers count
         * @throws IllegalArgumentException if the range is empty or has no logarithm, or its ends are not whole
         */
        public Range {
            if (!(from < to) || !Double.isFinite(from) || !Double.isFinite(to)) {
                throw new IllegalArgumentException("a range goes from a number to a larger one");
            }
            if (logarithmic && !(from > 0)) {
                throw new IllegalArgumentException("a logarithmic range begins above 0");
            }
            if (whole && (from != Math.rint(from) || to != Math.rint(to) || to - from > Integer.MAX_VALUE)) {
                throw new IllegalArgumentException("a range of whole numbers goes from one to another");
            }
        }

        /**
         * All numbers between two.
         *
         * @param from the smallest
         * @param to the largest
         * @param logarithmic whether decades count the same
         * @throws IllegalArgumentException if the range is empty or has no logarithm
         */
        public Range(double from, double to, boolean logarithmic) {
            this(from, to, logarithmic, false);
        }

        /**
         * Where its side of a cube begins. A whole number k stands for all from k − ½ to k + ½, so that the first and
         * the last are as likely as any other.
         *
         * @return {@code from}, or half below it
         */
        public double low() {
            return whole ? from - 0.5 : from;
        }

        /**
         * Where its side of a cube ends.
         *
         * @return {@code to}, or half above it
         */
        public double high() {
            return whole ? to + 0.5 : to;
        }

        /**
         * The share of the way at which a number lies, of logarithms where these count.
         *
         * @param number a number of the range
         * @return from 0 to 1
         */
        public double share(double number) {
            double share = logarithmic
                    ? StrictMath.log(number / low()) / StrictMath.log(high() / low())
                    : (number - low()) / (high() - low());
            return Math.max(0, Math.min(1, share));
        }

        /**
         * The number of the range that is nearest to another.
         *
         * @param number any number
         * @return a {@code Double}, or an {@code Integer} of a range of whole numbers
         */
        public Number nearest(double number) {
            double within = Math.max(from, Math.min(to, whole ? Math.rint(number) : number));
            if (whole) {
                return (int) within;
            }
            return within;
        }
    }

    /**
     * Reads what a user wrote: {@code 0.7}, {@code 0|0.1|0.7}, {@code 0.5..1} or {@code 1e-4..10:log}.
     *
     * @param text what was written
     * @param number reads one value, as a {@code Double}, or as an {@code Integer} where only whole numbers count; its
     *     exceptions pass through
     * @return the dimension
     * @throws IllegalArgumentException if the text is none of these
     */
    static Dimension<Number> ofNumbers(String text, Function<String, Number> number) {
        boolean logarithmic = text.endsWith(":log");
        String range = logarithmic ? text.substring(0, text.length() - ":log".length()) : text;
        int dots = range.indexOf("..");
        if (dots >= 0) {
            Number from = number.apply(range.substring(0, dots));
            Number to = number.apply(range.substring(dots + 2));
            return new Range(from.doubleValue(), to.doubleValue(), logarithmic, from instanceof Integer);
        }
        if (logarithmic) {
            throw new IllegalArgumentException("only a range, such as 0.001..1:log, can be logarithmic");
        }
        return ofValues(text, number);
    }

    /**
     * Reads what a user wrote: one value, or several between bars, which may have blanks around them.
     *
     * @param text what was written
     * @param value reads one value; its exceptions pass through
     * @param <T> type of a value
     * @return the dimension
     * @throws IllegalArgumentException if a value occurs twice
     */
    static <T> Dimension<T> ofValues(String text, Function<String, T> value) {
        List<T> values = Arrays.stream(text.split(" *\\| *", -1)).map(value).toList();
        return values.size() == 1 ? new Fixed<>(values.get(0)) : new Choice<>(values);
    }

    /**
     * How a user would write it; equal dimensions have equal texts.
     *
     * @return the text
     */
    default String text() {
        if (this instanceof Range range) {
            return range.nearest(range.from()) + ".." + range.nearest(range.to()) + (range.logarithmic() ? ":log" : "");
        }
        return values().stream().map(SettingText::of).collect(Collectors.joining("|"));
    }

    /**
     * The values, where they are listed.
     *
     * @return all values; none for a range
     */
    default List<T> values() {
        if (this instanceof Fixed<T> fixed) {
            return List.of(fixed.value());
        }
        return this instanceof Choice<T> choice ? choice.values() : List.of();
    }

    /**
     * The values, of a range its two ends.
     *
     * @return at least one
     */
    default List<?> ends() {
        return this instanceof Range range ? List.of(range.nearest(range.from()), range.nearest(range.to())) : values();
    }

    /**
     * How many values there are.
     *
     * @return their number, ∞ for a range but of whole numbers
     */
    default double count() {
        if (this instanceof Range range) {
            return range.whole() ? range.to() - range.from() + 1 : Double.POSITIVE_INFINITY;
        }
        return values().size();
    }

    /**
     * All values, one by one.
     *
     * @return in order
     * @throws IllegalStateException if they cannot be counted
     */
    default List<?> all() {
        if (!(this instanceof Range range)) {
            return values();
        }
        if (!range.whole()) {
            throw new IllegalStateException("nobody can count the numbers from " + text());
        }
        return IntStream.rangeClosed((int) range.from(), (int) range.to())
                .boxed()
                .toList();
    }

    /**
     * Where a value lies on the side of a cube: a range by its share of the way; the k-th of n values in the middle of
     * the k-th of n equal parts.
     *
     * @param value one of the values; null in the middle, where the dimension has no place in a setting
     * @return from 0 to 1
     * @throws IllegalArgumentException if it is none of them
     */
    default double share(Object value) {
        if (value == null) {
            return 0.5;
        }
        if (this instanceof Range range) {
            return range.share(((Number) value).doubleValue());
        }
        int index = values().indexOf(value);
        if (index < 0) {
            throw new IllegalArgumentException(SettingText.of(value) + " is none of " + text());
        }
        return (index + 0.5) / values().size();
    }

    /**
     * Whether its values are numbers that can be put on an axis.
     *
     * @return true for a range, and for values of which each is a number with a decimal point
     */
    default boolean isNumeric() {
        return this instanceof Range || values().stream().allMatch(Double.class::isInstance);
    }

    /**
     * Whether there is anything to search.
     *
     * @return false for a single value
     */
    default boolean searched() {
        return !(this instanceof Fixed);
    }
}
