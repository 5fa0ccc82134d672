package org.twinnet.compare.tuning.space;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.data.DecimalNumber;

/** Values of an experiment's settings as the texts that options, files and databases hold, and back. */
public final class SettingText {

    private SettingText() {}

    /**
     * Writes a value.
     *
     * @param value a number, a word, or a list of them with one entry a layer
     * @return such as {@code 0.7} or {@code 20,3,1}; equal values have equal texts
     */
    public static String of(Object value) {
        return value instanceof List<?> layers
                ? layers.stream().map(String::valueOf).collect(Collectors.joining(","))
                : String.valueOf(value);
    }

    /**
     * Reads what {@link #of} wrote.
     *
     * @param key the setting
     * @param text its value
     * @return a value of the setting's type; for units of layers, and with commas between values, a list
     * @throws IllegalArgumentException if there is no such setting, or the text is no value that it may have
     */
    public static Object read(String key, String text) {
        ExperimentKeys.Key known = key(key);
        boolean list = known.perLayer() && (known.type() == int.class || text.contains(","));
        return list
                ? Arrays.stream(text.split(",", -1))
                        .map(part -> one(known, part))
                        .toList()
                : one(known, text);
    }

    /** What is known of a setting. */
    static ExperimentKeys.Key key(String key) {
        return ExperimentKeys.find(key)
                .orElseThrow(() -> new IllegalArgumentException("'" + key + "' is no setting of an experiment"));
    }

    private static Object one(ExperimentKeys.Key key, String text) {
        Class<?> type = key.type();
        if (type == String.class && (key.words().isEmpty() || key.words().contains(text))) {
            return text;
        }
        if (type == boolean.class && List.of("true", "false").contains(text)) {
            return Boolean.valueOf(text);
        }
        if (type == double.class) {
            double number = DecimalNumber.parse(text)
                    .map(DecimalNumber::value)
                    .filter(key.range()::contains)
                    .orElseThrow(() -> refused(key, text));
            return number;
        }
        OptionalLong whole =
                type == int.class || type == long.class ? DecimalNumber.parseWhole(text) : OptionalLong.empty();
        if (whole.isEmpty() || !key.range().contains((double) whole.getAsLong())) {
            throw refused(key, text);
        }
        if (type == int.class) {
            return Math.toIntExact(whole.getAsLong());
        }
        return whole.getAsLong();
    }

    private static IllegalArgumentException refused(ExperimentKeys.Key key, String text) {
        return new IllegalArgumentException(
                String.format(Locale.ROOT, "%s is '%s'; allowed: %s", key.key(), text, key.allowed()));
    }
}
