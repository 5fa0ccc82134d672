package org.twinnet.compare.cli.options;

import java.util.LinkedHashMap;
import java.util.List;
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
            converter = AllowedTable.Delimiter.class,
            completionCandidates = AllowedTable.Delimiter.class,
            description = "What stands between the fields of a .csv: ${COMPLETION-CANDIDATES}. Default: what its first"
                    + " lines tell.")
    private Character delimiter;

    @Option(
            names = "--missing",
            paramLabel = "refuse|mean|drop-rows",
            converter = AllowedTable.Missing.class,
            completionCandidates = AllowedTable.Missing.class,
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
        put(words, "delimiter", delimiter == null ? null : new AllowedTable.Delimiter().word(delimiter));
        put(words, "missing", missing == null ? null : new AllowedTable.Missing().word(missing));
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
        delimiter =
                words.containsKey("delimiter") ? new AllowedTable.Delimiter().convert(words.get("delimiter")) : null;
        missing = words.containsKey("missing") ? new AllowedTable.Missing().convert(words.get("missing")) : null;
        positive = words.get("positive");
    }
}
