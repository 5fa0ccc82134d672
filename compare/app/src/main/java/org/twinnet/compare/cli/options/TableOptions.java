package org.twinnet.compare.cli.options;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.twinnet.data.table.CsvOptions;
import org.twinnet.data.table.MissingValues;
import picocli.CommandLine.Option;

/** The options that say how a CSV file is read. */
public final class TableOptions {

    @Option(
            names = "--label-column",
            paramLabel = "NAME",
            description = "The label's column in a .csv: its name in the header, or its number from 1. Default: the"
                    + " last column.")
    private String labelColumn;

    @Option(
            names = "--drop-column",
            paramLabel = "NAME",
            split = ",",
            description = "Columns of a .csv that are no features, by name or number.")
    private List<String> dropColumns;

    @Option(
            names = "--delimiter",
            paramLabel = "CHARACTER",
            converter = Delimiter.class,
            completionCandidates = Delimiter.class,
            description = "What stands between the fields of a .csv: ${COMPLETION-CANDIDATES}. Default: what its first"
                    + " lines tell.")
    private Character delimiter;

    @Option(
            names = "--missing",
            paramLabel = "refuse|mean|drop-rows",
            converter = Missing.class,
            completionCandidates = Missing.class,
            description = "What becomes of an example of a .csv that lacks a number (an empty field, NA, NaN, ?):"
                    + " refuse the file, take the mean of the column's other training examples, or leave the example"
                    + " out. Default: refuse.")
    private MissingValues missing;

    @Option(
            names = "--positive",
            paramLabel = "LABEL",
            description = "The label of a .csv that stands for 1. Default: the second that appears, where labels are"
                    + " not 0 and 1.")
    private String positive;

    /** For the parser of the command line. */
    public TableOptions() {}

    /**
     * How a table is read.
     *
     * @return what the options say
     */
    public CsvOptions csv() {
        return new CsvOptions(
                Optional.ofNullable(labelColumn),
                dropColumns == null ? List.of() : dropColumns,
                Optional.ofNullable(delimiter),
                missing == null ? MissingValues.REFUSE : missing,
                Optional.ofNullable(positive));
    }

    /**
     * How to read the table again.
     *
     * @return option names without dashes, and values; those that were not given are missing
     */
    Map<String, String> words() {
        Map<String, String> words = new LinkedHashMap<>();
        put(words, "label-column", labelColumn);
        put(words, "drop-column", dropColumns == null ? null : String.join(",", dropColumns));
        put(words, "delimiter", delimiter == null ? null : new Delimiter().word(delimiter));
        put(words, "missing", missing == null ? null : new Missing().word(missing));
        put(words, "positive", positive);
        return words;
    }

    private static void put(Map<String, String> words, String name, String value) {
        if (value != null) {
            words.put(name, value);
        }
    }

    /** Reads a table as another run did. */
    void readAgain(Map<String, String> words) {
        labelColumn = words.get("label-column");
        dropColumns = words.containsKey("drop-column")
                ? List.of(words.get("drop-column").split(",", -1))
                : null;
        delimiter = words.containsKey("delimiter") ? new Delimiter().convert(words.get("delimiter")) : null;
        missing = words.containsKey("missing") ? new Missing().convert(words.get("missing")) : null;
        positive = words.get("positive");
    }

    /** The words for what becomes of gaps. */
    static final class Missing extends Allowed.Choice<MissingValues> {
        Missing() {
            super(words());
        }

        private static Map<String, MissingValues> words() {
            Map<String, MissingValues> words = new LinkedHashMap<>();
            Arrays.stream(MissingValues.values())
                    .forEach(value ->
                            words.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value));
            return words;
        }
    }

    /** The name of a character, which a shell leaves alone, or the character itself. */
    static final class Delimiter extends Allowed.Choice<Character> {
        private static final String CHARACTERS = ",;\t|";

        Delimiter() {
            super(words());
        }

        private static Map<String, Character> words() {
            Map<String, Character> words = new LinkedHashMap<>();
            words.put("comma", ',');
            words.put("semicolon", ';');
            words.put("tab", '\t');
            words.put("bar", '|');
            return words;
        }

        @Override
        public Character convert(String value) {
            return value.length() == 1 && CHARACTERS.contains(value)
                    ? (Character) value.charAt(0)
                    : super.convert(value);
        }
    }
}
