package org.twinnet.compare.cli.options;

import java.util.List;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.SearchSpace;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Reads what a study shall try of a setting: one value, several between bars, or a range of numbers.
 *
 * @param option the setting's option
 */
record TriedValues(SettingOption option) implements ITypeConverter<Object> {

    /** What was read; picocli takes no value of a type that has parameters. */
    record Tried(Dimension<?> dimension) {}

    @Override
    public Object convert(String value) {
        return new Tried(SearchSpace.isQuantity(option.key()) ? numbers(value) : values(value));
    }

    private Dimension<Number> numbers(String value) {
        try {
            return Dimension.ofNumbers(value, this::number);
        } catch (IllegalArgumentException | TypeConversionException e) {
            boolean whole = option.key().type() == int.class;
            String several = whole ? "10|20|40" : "0|0.1|0.7";
            String range =
                    option.text("tried.range").orElse(whole ? "10..40 or 10..1000:log" : "0.01..1 or 0.01..1:log");
            throw Allowed.refused(
                    value,
                    option.key().allowed() + "; several between bars, such as " + several + "; or a range, such as "
                            + range);
        }
    }

    /** A network whose layers differ in a number takes a list of them, which no axis has room for. */
    private Number number(String text) {
        Object value = option.value().convert(text);
        if (value instanceof Long whole) {
            return Math.toIntExact(whole);
        }
        if (value instanceof Double number) {
            return number;
        }
        throw new IllegalArgumentException("'" + text + "' is more than one number");
    }

    /** A kind alone: what belongs to it is a dimension of its own. */
    private Object single(String text) {
        Object value = option.value().convert(text);
        if (value instanceof KindValue) {
            throw Allowed.refused(
                    text, String.join(", ", option.key().words()) + "; its settings by options of their own");
        }
        return value;
    }

    private Dimension<Object> values(String value) {
        try {
            return Dimension.ofValues(value, this::single);
        } catch (IllegalArgumentException e) {
            List<String> words = option.key().words();
            throw Allowed.refused(
                    value,
                    option.text("tried.differ")
                            .orElse("values that differ, with bars between them"
                                    + (words.isEmpty() ? "" : ", such as " + String.join("|", words))));
        }
    }
}
