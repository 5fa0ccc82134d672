package org.twinnet.data.source;

import java.io.IOException;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;

/**
 * Writes a data set as CSV, so that reading it gives the same numbers bit by bit.
 *
 * <p>The first line holds the names of the features and then {@code label}; each line after it is one example, every
 * feature as {@link Double#toString(double)} writes it, its label as 0 or 1. Lines end in a line feed.
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
        out.append(LABEL).append('\n');
        for (int i = 0; i < dataset.size(); i++) {
            for (int k = 0; k < dataset.featureCount(); k++) {
                out.append(Double.toString(dataset.feature(i, k))).append(',');
            }
            out.append(dataset.label(i) == 1 ? "1" : "0").append('\n');
        }
    }

    private static String requireWritable(Dataset dataset, String name) {
        boolean plain = name.equals(name.strip())
                && name.chars().noneMatch(c -> c == ',' || c == '"' || c == '\\')
                && CsvColumns.invisible(name).isEmpty();
        if (!plain || name.equals(LABEL) || !CsvColumns.isName(name)) {
            throw new InvalidDataException(dataset.name() + ": the feature name " + InvalidDataException.quote(name)
                    + " cannot be a column's name in CSV; use letters, digits and underscores, "
                    + "beginning with a letter");
        }
        return name;
    }
}
