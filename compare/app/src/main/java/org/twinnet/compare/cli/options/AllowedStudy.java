package org.twinnet.compare.cli.options;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.TwinKind;
import picocli.CommandLine.ITypeConverter;

/** Converters of the values that a study's options take. */
public final class AllowedStudy {

    private AllowedStudy() {}

    static final class Twins extends Allowed.Choice<TwinKind> {
        Twins() {
            super(byLabel(TwinKind.values(), TwinKind::label));
        }
    }

    static final class Searches extends Allowed.Choice<SearchKind> {
        Searches() {
            super(byLabel(SearchKind.values(), SearchKind::label));
        }
    }

    static final class Metrics extends Allowed.Choice<Metric> {
        Metrics() {
            super(byLabel(Metric.values(), Metric::label));
        }
    }

    private static <T> Map<String, T> byLabel(T[] values, Function<T, String> label) {
        Map<String, T> choices = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> choices.put(label.apply(value), value));
        return choices;
    }

    /** A number of candidates. */
    public static final class Candidates implements ITypeConverter<Integer> {
        /** For the parser of the command line. */
        public Candidates() {}

        @Override
        public Integer convert(String value) {
            return (int) Allowed.integer(value, "a whole number from 1 to 100000", v -> v >= 1 && v <= 100_000);
        }
    }

    static final class Folds implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return (int) Allowed.integer(value, "a whole number from 2 to 1000", v -> v >= 2 && v <= 1000);
        }
    }

    /** How often something is repeated. */
    public static final class Repeats implements ITypeConverter<Integer> {
        /** For the parser of the command line. */
        public Repeats() {}

        @Override
        public Integer convert(String value) {
            return (int) Allowed.integer(value, "a whole number from 1 to 1000", v -> v >= 1 && v <= 1000);
        }
    }

    static final class Halving implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String value) {
            return (int)
                    Allowed.integer(value, "a whole number from 1 to 10, 1 to give up nothing", v -> v >= 1 && v <= 10);
        }
    }

    /**
     * A time.
     *
     * @param seconds so long
     */
    public record Time(double seconds) {}

    /** A time such as 90s, 10m or 1.5h. */
    public static final class Times implements ITypeConverter<Time> {
        private static final Pattern TIME = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(s|m|h)?");
        private static final Map<String, Integer> UNITS = Map.of("s", 1, "m", 60, "h", 3600);

        /** For the parser of the command line. */
        public Times() {}

        @Override
        public Time convert(String value) {
            Matcher time = TIME.matcher(value);
            double seconds = time.matches()
                    ? Double.parseDouble(time.group(1)) * UNITS.get(time.group(2) == null ? "s" : time.group(2))
                    : 0;
            if (!(seconds > 0)) {
                throw Allowed.refused(value, "a time above 0 such as 90s, 10m or 1.5h");
            }
            return new Time(seconds);
        }
    }
}
