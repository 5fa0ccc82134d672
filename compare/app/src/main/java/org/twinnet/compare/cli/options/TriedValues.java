package org.twinnet.compare.cli.options;

import java.util.List;
import org.twinnet.compare.tuning.space.Dimension;
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
        return new Tried(option.key().type() == double.class ? numbers(value) : values(value));
    }

    private Dimension<Double> numbers(String value) {
        try {
            return Dimension.ofNumbers(value, this::number);
        } catch (IllegalArgumentException | TypeConversionException e) {
            String range = option.text("tried.range").orElse("0.01..1 or 0.01..1:log");
            throw Allowed.refused(
                    value,
                    option.key().allowed() + "; several between bars, such as 0|0.1|0.7; or a range, such as " + range);
        }
    }

    /** A network whose layers differ in a number takes a list of them, which no axis has room for. */
    private double number(String text) {
        if (option.value().convert(text) instanceof Double number) {
            return number;
        }
        throw new IllegalArgumentException("'" + text + "' is more than one number");
    }

    private Dimension<Object> values(String value) {
        try {
            return Dimension.ofValues(value, option.value()::convert);
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
