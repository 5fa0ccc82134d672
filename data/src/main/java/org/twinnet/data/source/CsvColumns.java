package org.twinnet.data.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.twinnet.data.DecimalNumber;
import org.twinnet.data.InvalidDataException;

/**
 * The columns of a CSV file, from its first line: a header if no field of it is a number, and an example if one is. If
 * all are numbers, but none is in plain decimal, the line is refused.
 *
 * @param names the columns' names, numbered where the file has no header
 * @param labelIndex which of them holds the label, or the first of several targets
 * @param labels how many hold labels or targets
 * @param named whether the first line is a header
 */
record CsvColumns(List<String> names, int labelIndex, int labels, boolean named) {

    private static final Set<String> MISSING_VALUES = Set.of("nan", "inf", "infinity", "na", "n/a", "null", "none");

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    static CsvColumns of(String source, CsvRecords.Line first, Optional<String> labelColumn, int labels) {
        boolean header = isHeader(first);
        if (first.fields().size() <= labels) {
            throw new InvalidDataException(
                    first.place() + ": has " + first.fields().size()
                            + " columns; an example needs at least one feature and " + labels + " targets");
        }
        if (labelColumn.isPresent() && labels > 1) {
            throw new InvalidDataException(source + ": a label column can be named for one label; of " + labels
                    + " targets the last columns are taken");
        }
        return header ? withHeader(first, labelColumn, labels) : withoutHeader(source, first, labelColumn, labels);
    }

    private static boolean isHeader(CsvRecords.Line first) {
        if (first.fields().size() < 2) {
            throw new InvalidDataException(first.place()
                    + ": has one column; an example needs at least one feature and " + "a label, separated by commas");
        }
        if (!first.fields().stream().allMatch(CsvColumns::isName)) {
            return false;
        }
        if (first.fields().stream().allMatch(NumberNotation::isNumber)) {
            throw new InvalidDataException(first.place() + ", column 1: "
                    + InvalidDataException.quote(first.fields().get(0))
                    + " is a number in another notation than plain decimal, and so is every other field of this line; "
                    + "write numbers such as -0.25 or 1e-3, or name the columns by words");
        }
        return true;
    }

    /** Whether a column holds a label or target. */
    boolean isLabel(int column) {
        return column >= labelIndex && column < labelIndex + labels;
    }

    /**
     * Whether a field of the first line can be a column's name. An empty field is left for the header to refuse; a
     * number makes the line an example, and so does a word for a missing number, which is then refused as one.
     */
    static boolean isName(String field) {
        String word = field.startsWith("-") || field.startsWith("+") ? field.substring(1) : field;
        return DecimalNumber.parse(field).isEmpty() && !MISSING_VALUES.contains(word.toLowerCase(Locale.ROOT));
    }

    private static CsvColumns withHeader(CsvRecords.Line header, Optional<String> labelColumn, int labels) {
        List<String> columns = header.fields();
        Set<String> seen = new HashSet<>();
        for (int c = 0; c < columns.size(); c++) {
            requireVisible(header.place() + ", column " + (c + 1), columns.get(c));
            if (columns.get(c).isEmpty() || !seen.add(columns.get(c))) {
                throw new InvalidDataException(header.place() + ", column " + (c + 1) + ": "
                        + (columns.get(c).isEmpty()
                                ? "has no name; name every column, or none"
                                : "repeats the name " + InvalidDataException.quote(columns.get(c))));
            }
        }
        String label = labelColumn.orElse(columns.get(columns.size() - labels));
        if (!seen.contains(label)) {
            throw new InvalidDataException(header.place() + ": no column is named " + InvalidDataException.quote(label)
                    + "; the columns are " + InvalidDataException.quote(String.join(", ", columns)));
        }
        return new CsvColumns(columns, columns.indexOf(label), labels, true);
    }

    /** A name with what nobody sees in it can neither be told from another one nor be given as an option. */
    private static void requireVisible(String place, String name) {
        invisible(name).ifPresent(c -> {
            throw new InvalidDataException(String.format(
                    Locale.ROOT,
                    "%s: the name %s holds the invisible character U+%04X; remove it",
                    place,
                    InvalidDataException.quote(name),
                    c));
        });
    }

    /** The first code point of a name that nobody sees. */
    static OptionalInt invisible(String name) {
        return name.codePoints()
                .filter(c -> switch (Character.getType(c)) {
                    case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                    // Persian and Indic words need the joiners.
                    case Character.FORMAT -> c != ZERO_WIDTH_NON_JOINER && c != ZERO_WIDTH_JOINER;
                    default -> false;
                })
                .findFirst();
    }

    private static CsvColumns withoutHeader(
            String source, CsvRecords.Line first, Optional<String> labelColumn, int labels) {
        if (labelColumn.isPresent()) {
            throw new InvalidDataException(source + ": has no header line, so no column is named "
                    + InvalidDataException.quote(labelColumn.get()) + "; name none, and the last column is the label");
        }
        int features = first.fields().size() - labels;
        List<String> columns = new ArrayList<>(FeatureNames.numbered(features));
        for (int k = 1; k <= labels; k++) {
            columns.add(labels == 1 ? "label" : "label" + k);
        }
        return new CsvColumns(columns, features, labels, false);
    }
}
