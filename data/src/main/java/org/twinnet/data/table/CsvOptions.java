package org.twinnet.data.table;

import java.util.List;
import java.util.Optional;

/**
 * What a CSV file does not say about itself.
 *
 * @param labelColumn the label's column by its name, or by its number from 1; empty means the last column
 * @param dropColumns columns that are left out, each by its name or number
 * @param delimiter what stands between two fields; empty means that the first lines tell
 * @param missing what becomes of an example that lacks a number
 * @param positive the label that stands for 1; empty means the second that appears, or the number 1
 */
public record CsvOptions(
        Optional<String> labelColumn,
        List<String> dropColumns,
        Optional<Character> delimiter,
        MissingValues missing,
        Optional<String> positive) {

    /** The last column is the label, every other a feature, and nothing is missing. */
    public static final CsvOptions DEFAULTS =
            new CsvOptions(Optional.empty(), List.of(), Optional.empty(), MissingValues.REFUSE, Optional.empty());

    /**
     * Copies the list.
     *
     * @param labelColumn the label's column by its name, or by its number from 1; empty means the last column
     * @param dropColumns columns that are left out, each by its name or number
     * @param delimiter what stands between two fields; empty means that the first lines tell
     * @param missing what becomes of an example that lacks a number
     * @param positive the label that stands for 1; empty means the second that appears, or the number 1
     */
    public CsvOptions {
        dropColumns = List.copyOf(dropColumns);
    }

    /**
     * These options with a label column.
     *
     * @param column its name or number
     * @return the changed options
     */
    public CsvOptions withLabelColumn(String column) {
        return new CsvOptions(Optional.of(column), dropColumns, delimiter, missing, positive);
    }
}
