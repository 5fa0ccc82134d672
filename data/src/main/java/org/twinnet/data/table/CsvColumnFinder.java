package org.twinnet.data.table;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import org.twinnet.data.DecimalNumber;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Remedy;

/**
 * Finds columns by what people call them: a name of the header, or a number from 1.
 *
 * @param source the file, as messages call it
 * @param place its first line
 * @param names of all columns
 * @param named whether the file names them
 */
record CsvColumnFinder(String source, String place, List<String> names, boolean named) {

    /** The index of a column. */
    int find(String column) {
        int byName = named ? names.indexOf(column) : -1;
        if (byName >= 0) {
            return byName;
        }
        OptionalLong number = DecimalNumber.parseWhole(column);
        if (number.isPresent()) {
            if (number.getAsLong() < 1 || number.getAsLong() > names.size()) {
                throw new InvalidDataException(
                        source + ": there is no column " + column + "; there are " + names.size());
            }
            return (int) number.getAsLong() - 1;
        }
        throw new InvalidDataException(
                named
                        ? place + ": no column is named " + InvalidDataException.quote(column) + "; the columns are "
                                + InvalidDataException.quote(String.join(", ", names))
                        : source + ": has no header line, so no column is named " + InvalidDataException.quote(column)
                                + "; name none, and the last column is the label, or give its number, from 1 to "
                                + names.size());
    }

    /** The index of the label's column, which is not left out. */
    int findLabel(String column, Set<Integer> dropped) {
        int found = find(column);
        if (dropped.contains(found)) {
            throw new InvalidDataException(source + ": the column " + InvalidDataException.quote(names.get(found))
                    + " cannot be the label and be left out");
        }
        return found;
    }

    /** Refuses a header that does not name what is read. */
    void requireNames(Set<Integer> dropped) {
        Set<String> seen = new HashSet<>();
        for (int c = 0; c < names.size(); c++) {
            String name = names.get(c);
            String at = place + ", column " + (c + 1);
            if (dropped.contains(c)) {
                continue;
            }
            requireVisible(at, name);
            if (name.isEmpty()) {
                throw new InvalidDataException(
                        at + ": has no name" + (c == 0 ? ", as the index of a table that pandas wrote" : "")
                                + "; name every column, or none, or leave it out",
                        Remedy.DROP_COLUMN);
            }
            if (!seen.add(name)) {
                throw new InvalidDataException(at + ": repeats the name " + InvalidDataException.quote(name));
            }
        }
    }

    /** A name with what nobody sees in it can neither be told from another one nor be given as an option. */
    private static void requireVisible(String at, String name) {
        CsvColumns.invisible(name).ifPresent(c -> {
            throw new InvalidDataException(String.format(
                    Locale.ROOT,
                    "%s: the name %s holds the invisible character U+%04X; remove it",
                    at,
                    InvalidDataException.quote(name),
                    c));
        });
    }
}
