package org.twinnet.compare.report.tune;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinnet.compare.report.kit.Numbers;
import org.twinnet.compare.report.kit.SettingWords;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.space.SettingText;

/**
 * Scores and settings as people read them.
 *
 * @param metric label of what is scored, such as {@code cross-entropy}
 */
record TuneNumbers(String metric) {

    boolean accuracy() {
        return metric.equals(Metric.ACCURACY.label());
    }

    /** Whether it has the unit of the targets, squared, so that its size says nothing. */
    private boolean ofAnySize() {
        return metric.equals(Metric.MEAN_SQUARED_ERROR.label());
    }

    /** A score as a loss, so that the smaller is always the better; and a loss as a score. */
    double loss(double score) {
        return Metric.of(metric).loss(score);
    }

    /** How much better a score is than another, from how much larger it is. */
    double advantage(double difference) {
        return loss(difference);
    }

    Object score(Double score) {
        return accuracy() && score != null
                ? String.format(Locale.ROOT, "%.1f %%", 100 * score)
                : ofAnySize() && score != null ? number(score) : Numbers.of(score, "%.4f");
    }

    /** A distance between two scores. */
    Object distance(Double distance) {
        return accuracy() && distance != null
                ? Phrase.of("points", String.format(Locale.ROOT, "%.2f", 100 * distance))
                : score(distance);
    }

    /** A distance with its sign. */
    Object signed(Double distance) {
        return accuracy() && distance != null
                ? Phrase.of("points", String.format(Locale.ROOT, "%+.2f", 100 * distance))
                : ofAnySize() && distance != null
                        ? (distance < 0 ? "" : "+") + number(distance)
                        : Numbers.of(distance, "%+.4f");
    }

    /** Such as {@code 95} for 0.95. */
    static String level(double level) {
        return number(100 * level);
    }

    /** Four significant digits, without zeros at the end. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        double magnitude = Math.abs(value);
        if (magnitude < 1e-4 || magnitude >= 1e5) {
            return String.format(Locale.ROOT, "%.3e", value).replaceAll("\\.?0*e\\+?(-?)0*", "e$1");
        }
        int decimals = Math.max(0, 3 - (int) Math.floor(Math.log10(magnitude)));
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
    }

    /** In percent with one decimal place. */
    static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** The range or the values of a hyper-parameter. */
    static Object tried(TuneReport.Parameter parameter) {
        if (parameter.from() == null) {
            return parameter.values().stream()
                    .map(value -> parameter.numeric() ? number(Double.parseDouble(value)) : value)
                    .collect(Collectors.joining(" | "));
        }
        return Phrase.of(
                parameter.logarithmic() ? "tune.range.log" : "tune.range",
                number(parameter.from()),
                number(parameter.to()));
    }

    /** The value of a setting. */
    static String value(Object value) {
        return value == null
                ? "–"
                : value instanceof Number number ? number(number.doubleValue()) : SettingText.of(value);
    }

    /** All of a setting. */
    static Phrase setting(Map<String, Object> setting) {
        return SettingWords.all(setting.entrySet().stream()
                .map(entry -> SettingWords.value(entry.getKey(), value(entry.getValue())))
                .toList());
    }
}
