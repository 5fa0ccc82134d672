package org.twinnet.compare.cli.options;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import org.twinnet.compare.agreement.TwinFactories;
import org.twinnet.compare.experiment.file.Presets;
import org.twinnet.compare.move.PenaltyConvention;
import org.twinnet.compare.move.WeightsAs;
import org.twinnet.compare.report.comparison.Format;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.data.DecimalNumber;
import org.twinnet.data.source.NpzOrientation;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Converters of option values: each says the value and what is allowed; picocli puts the option's name before it.
 * Numbers are plain decimal, nothing around them.
 */
public final class Allowed {

    private Allowed() {}

    /** A number of things, at least one. */
    public static final class Count implements ITypeConverter<Integer> {
        /** For the parser of the command line. */
        public Count() {}

        @Override
        public Integer convert(String value) {
            return (int) integer(value, "a whole number from 1 to 1000000000", v -> v >= 1 && v <= 1_000_000_000);
        }
    }

    /** A number of threads. */
    public static final class Threads implements ITypeConverter<Integer> {
        /** For the parser of the command line. */
        public Threads() {}

        @Override
        public Integer convert(String value) {
            return (int) integer(value, "a whole number from 1 to 1024", v -> v >= 1 && v <= 1024);
        }
    }

    /** A number of seeds, of which one test needs several. */
    public static final class SeedCount implements ITypeConverter<Integer> {
        /** For the parser of the command line. */
        public SeedCount() {}

        @Override
        public Integer convert(String value) {
            return (int) integer(value, "a whole number from 2 to 10000", v -> v >= 2 && v <= 10_000);
        }
    }

    /** A seed of random numbers. */
    public static final class Seed implements ITypeConverter<Long> {
        /** For the parser of the command line. */
        public Seed() {}

        @Override
        public Long convert(String value) {
            return integer(value, "a whole number from 0 to 4294967295", v -> v >= 0 && v <= 0xFFFF_FFFFL);
        }
    }

    /** A seed of a study. */
    public static final class Seeds implements ITypeConverter<Integer> {
        /** For the parser of the command line. */
        public Seeds() {}

        @Override
        public Integer convert(String value) {
            return (int) integer(value, "a whole number from 1 to 10000", v -> v >= 1 && v <= 10_000);
        }
    }

    /** A path that names something: the empty one would silently mean the working folder. */
    public static final class NamedPath implements ITypeConverter<Path> {
        /** For the parser of the command line. */
        public NamedPath() {}

        @Override
        public Path convert(String value) {
            try {
                if (!value.isBlank()) {
                    return Path.of(value);
                }
            } catch (InvalidPathException e) {
                // Refused below, like any other value.
            }
            throw refused(value, "the path of a file or folder");
        }
    }

    /**
     * A choice between words, which are also what the shell's completion offers.
     *
     * @param <T> what is chosen
     */
    public abstract static class Choice<T> implements ITypeConverter<T>, Iterable<String> {
        private final Map<String, T> choices;

        /**
         * A choice.
         *
         * @param choices what each word means, in the order in which the words are offered
         */
        protected Choice(Map<String, T> choices) {
            this.choices = choices;
        }

        @Override
        public T convert(String value) {
            T choice = choices.get(value.strip().toLowerCase(Locale.ROOT));
            if (choice == null) {
                throw refused(value, String.join(", ", choices.keySet()));
            }
            return choice;
        }

        /** The word of a choice. */
        String word(T choice) {
            return choices.entrySet().stream()
                    .filter(entry -> entry.getValue().equals(choice))
                    .findFirst()
                    .orElseThrow()
                    .getKey();
        }

        @Override
        public Iterator<String> iterator() {
            return choices.keySet().iterator();
        }
    }

    static final class Orientation extends Choice<NpzOrientation> {
        Orientation() {
            super(inOrder("columns", NpzOrientation.EXAMPLES_AS_COLUMNS, "rows", NpzOrientation.EXAMPLES_AS_ROWS));
        }
    }

    /** A loss of the DL4J twin. */
    public static final class Loss extends Choice<TwinFactories.Loss> {
        /** For the parser of the command line. */
        public Loss() {
            super(inOrder("stable", TwinFactories.Loss.LOGIT, "stock", TwinFactories.Loss.STOCK));
        }
    }

    static final class PresetNames extends Choice<String> {
        PresetNames() {
            super(Presets.names().stream()
                    .collect(Collectors.toMap(
                            name -> name, name -> name, (a, b) -> a, LinkedHashMap<String, String>::new)));
        }
    }

    static final class Formats extends Choice<Format> {
        Formats() {
            super(Arrays.stream(Format.values())
                    .collect(Collectors.toMap(
                            Format::label, format -> format, (a, b) -> a, LinkedHashMap<String, Format>::new)));
        }
    }

    static final class Layouts extends Choice<WeightsAs> {
        Layouts() {
            super(inOrder("units-by-inputs", WeightsAs.UNITS_BY_INPUTS, "inputs-by-units", WeightsAs.INPUTS_BY_UNITS));
        }
    }

    /** Whose the numbers of a penalty are. */
    public static final class Penalties extends Choice<PenaltyConvention> {
        /** For the parser of the command line. */
        public Penalties() {
            super(Arrays.stream(PenaltyConvention.values())
                    .collect(Collectors.toMap(
                            PenaltyConvention::word,
                            convention -> convention,
                            (a, b) -> a,
                            LinkedHashMap<String, PenaltyConvention>::new)));
        }
    }

    /** A language. */
    public static final class Languages extends Choice<Language> {
        /** For the parser of the command line. */
        public Languages() {
            super(inOrder("en", Language.EN, "zh", Language.ZH));
        }
    }

    private static <T> Map<String, T> inOrder(String word, T choice, String otherWord, T otherChoice) {
        Map<String, T> choices = new LinkedHashMap<>();
        choices.put(word, choice);
        choices.put(otherWord, otherChoice);
        return choices;
    }

    /**
     * Reads a whole number.
     *
     * @param value what was given
     * @param allowed what is allowed, for the message of a refusal
     * @param valid whether a number is allowed
     * @return the number
     * @throws TypeConversionException if it is none, or not allowed
     */
    public static long integer(String value, String allowed, LongPredicate valid) {
        OptionalLong number = DecimalNumber.parseWhole(value);
        if (number.isEmpty() || !valid.test(number.getAsLong())) {
            throw refused(value, allowed);
        }
        return number.getAsLong();
    }

    static TypeConversionException refused(String value, String allowed) {
        return new TypeConversionException("'" + value + "' is not allowed; allowed: " + allowed);
    }
}
