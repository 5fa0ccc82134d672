package org.twinnet.data.source;

import java.io.IOException;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.table.CsvColumns;

/**
 * Writes a data set as CSV, so that reading it gives the same numbers bit by bit.
 *
 * <p>The first line holds the names of the features and then {@code label}, or {@code label1}, … where there are
 * several targets; each line after it is one example, every feature and target as {@link Double#toString(double)}
 * writes it, a label as a whole number. Lines end in a line feed.
 */
public final class CsvWriter {

    private static final String LABEL = "label";

    private CsvWriter() {}

    /**
     * Writes a data set.
     *
     * @param dataset the examples
     * @param out receives the text
     * @throws IOException if {@code out} throws it
     * @throws InvalidDataException if a feature's name would not survive: if it is a number or a word like NaN, holds a
     *     comma, a quotation mark, a backslash or an invisible character, begins or ends with a blank, or is
     *     {@code "label"}
     */
    public static void write(Dataset dataset, Appendable out) throws IOException {
        for (String name : dataset.featureNames()) {
            out.append(requireWritable(dataset, name)).append(',');
        }
        int columns = dataset.targets().columns();
        for (int k = 1; k <= columns; k++) {
            out.append(LABEL).append(columns == 1 ? "" : Integer.toString(k)).append(k < columns ? ',' : '\n');
        }
        for (int i = 0; i < dataset.size(); i++) {
            for (int k = 0; k < dataset.featureCount(); k++) {
                out.append(Double.toString(dataset.feature(i, k))).append(',');
            }
            for (int k = 0; k < columns; k++) {
                out.append(label(dataset, i, k)).append(k < columns - 1 ? ',' : '\n');
            }
        }
    }

    private static String label(Dataset dataset, int example, int k) {
        return switch (dataset.targets().kind()) {
            case NUMBERS -> Double.toString(dataset.target(example, k));
            case CLASSES -> Integer.toString((int) dataset.label(example));
            case BINARY -> Integer.toString((int) dataset.target(example, k));
        };
    }

    private static String requireWritable(Dataset dataset, String name) {
        boolean plain = name.equals(name.strip())
                && name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\\')
                && CsvColumns.invisible(name).isEmpty();
        if (!plain || name.matches(LABEL + "[0-9]*") || !CsvColumns.isName(name)) {
            throw new InvalidDataException(dataset.name() + ": the feature name " + InvalidDataException.quote(name)
                    + " cannot be a column's name in CSV; use letters, digits and underscores, "
                    + "beginning with a letter");
        }
        return name;
    }
}
