package org.twinnet.compare.tuning.space;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

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
     * All numbers between two.
     *
     * @param from the smallest
     * @param to the largest, above {@code from}
     * @param logarithmic whether decades count the same, and not differences; {@code from} is above 0 then
     */
    record Range(double from, double to, boolean logarithmic) implements Dimension<Double> {

        /**
         * Checks the ends.
         *
         * @param from the smallest
         * @param to the largest
         * @param logarithmic whether decades count the same
         * @throws IllegalArgumentException if the range is empty or has no logarithm
         */
        public Range {
            if (!(from < to) || !Double.isFinite(from) || !Double.isFinite(to)) {
                throw new IllegalArgumentException("a range goes from a number to a larger one");
            }
            if (logarithmic && !(from > 0)) {
                throw new IllegalArgumentException("a logarithmic range begins above 0");
            }
        }
    }

    /**
     * Reads what a user wrote: {@code 0.7}, {@code 0|0.1|0.7}, {@code 0.5..1} or {@code 1e-4..10:log}.
     *
     * @param text what was written
     * @param number reads one value; its exceptions pass through
     * @return the dimension
     * @throws IllegalArgumentException if the text is none of these
     */
    static Dimension<Double> ofNumbers(String text, Function<String, Double> number) {
        boolean logarithmic = text.endsWith(":log");
        String range = logarithmic ? text.substring(0, text.length() - ":log".length()) : text;
        int dots = range.indexOf("..");
        if (dots >= 0) {
            return new Range(
                    number.apply(range.substring(0, dots)), number.apply(range.substring(dots + 2)), logarithmic);
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
            return range.from() + ".." + range.to() + (range.logarithmic() ? ":log" : "");
        }
        return values().stream().map(SettingText::of).collect(Collectors.joining("|"));
    }

    /**
     * The values, where they can be counted.
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
