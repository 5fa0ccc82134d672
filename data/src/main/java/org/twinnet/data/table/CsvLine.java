package org.twinnet.data.table;

import org.twinnet.data.InvalidDataException;

/**
 * Checks one line of a CSV file before DataVec parses it.
 *
 * <p>DataVec's parser drops what it does not expect: a backslash disappears, so {@code 0.\5} would read as 0.5, and
 * quotes inside a field do too, so {@code 1"2"} would read as 12. A line is accepted here only if every quote opens or
 * closes a whole field and no backslash occurs.
 */
final class CsvLine {

    private CsvLine() {}

    /** Refuses a line that DataVec would alter, or that has more columns than are read. */
    static void requirePlain(String line, String place, char delimiter, int mostFeatures) {
        int column = 1;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                throw new InvalidDataException(place + ", column " + column
                        + ": a backslash is neither part of a number nor allowed in a name; remove it");
            } else if (c == '"') {
                boolean atEdge = quoted
                        ? i + 1 == line.length() || line.charAt(i + 1) == delimiter
                        : i == 0 || line.charAt(i - 1) == delimiter;
                if (!atEdge) {
                    throw new InvalidDataException(place + ", column " + column
                            + ": a quotation mark inside a field; quote whole fields or none");
                }
                quoted = !quoted;
            } else if (c == delimiter && !quoted && ++column > mostFeatures + 1) {
                throw new InvalidDataException(
                        place + ": more than " + mostFeatures + " features, the most that is read");
            }
        }
        if (quoted) {
            throw new InvalidDataException(place + ", column " + column + ": a quotation mark is not closed");
        }
    }
}
