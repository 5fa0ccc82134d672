package org.twinnet.data.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.twinnet.data.DecimalNumber;
import org.twinnet.data.InvalidDataException;

/**
 * The columns of a CSV file, from its first line: a header if no field of it is a number, and an example if one is. If
 * all are numbers, but none is in plain decimal, the line is refused.
 *
 * @param names the columns' names, numbered where the file has no header
 * @param features which of them are features
 * @param labels which of them hold labels or targets
 * @param named whether the first line is a header
 */
public record CsvColumns(List<String> names, List<Integer> features, List<Integer> labels, boolean named) {

    private static final Set<String> MISSING_NUMBERS = Set.of("nan", "na", "n/a", "null", "none");
    private static final Set<String> INFINITE = Set.of("inf", "infinity");

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /**
     * Copies the lists.
     *
     * @param names the columns' names, numbered where the file has no header
     * @param features which of them are features
     * @param labels which of them hold labels or targets
     * @param named whether the first line is a header
     */
    public CsvColumns {
        names = List.copyOf(names);
        features = List.copyOf(features);
        labels = List.copyOf(labels);
    }

    /**
     * Columns of a file.
     *
     * @param source what messages begin with
     * @param first its first line
     * @param options which columns are what
     * @param labels how many labels or targets an example has
     * @return the columns
     * @throws InvalidDataException if the line is neither header nor example, or lacks what the options name
     */
    public static CsvColumns of(String source, CsvRecords.Line first, CsvOptions options, int labels) {
        boolean named = isHeader(first);
        List<String> names = named ? first.fields() : numbered(first.fields().size());
        CsvColumnFinder finder = new CsvColumnFinder(source, first.place(), names, named);
        Set<Integer> dropped = new HashSet<>();
        options.dropColumns().forEach(column -> dropped.add(finder.find(column)));
        if (named) {
            finder.requireNames(dropped);
        }
        List<Integer> kept = IntStream.range(0, names.size())
                .filter(c -> !dropped.contains(c))
                .boxed()
                .toList();
        if (kept.size() <= labels) {
            throw new InvalidDataException(first.place() + ": has " + kept.size()
                    + " columns; an example needs at least one feature and " + labels + " targets");
        }
        if (options.labelColumn().isPresent() && labels > 1) {
            throw new InvalidDataException(source + ": a label column can be named for one label; of " + labels
                    + " targets the last columns are taken");
        }
        List<Integer> last = kept.subList(kept.size() - labels, kept.size());
        List<Integer> ofLabels = options.labelColumn()
                .map(column -> List.of(finder.findLabel(column, dropped)))
                .orElse(last);
        List<Integer> features =
                kept.stream().filter(c -> !ofLabels.contains(c)).toList();
        return new CsvColumns(named ? names : renamed(names, features, ofLabels), features, ofLabels, named);
    }

    private static List<String> numbered(int columns) {
        return IntStream.rangeClosed(1, columns).mapToObj(c -> "column " + c).toList();
    }

    /** Features and labels of a file that names none are numbered each for themselves. */
    private static List<String> renamed(List<String> names, List<Integer> features, List<Integer> labels) {
        List<String> renamed = new ArrayList<>(names);
        List<String> numbered = FeatureNames.numbered(features.size());
        for (int k = 0; k < features.size(); k++) {
            renamed.set(features.get(k), numbered.get(k));
        }
        for (int k = 0; k < labels.size(); k++) {
            renamed.set(labels.get(k), labels.size() == 1 ? "label" : "label" + (k + 1));
        }
        return renamed;
    }

    /**
     * Whether a field stands for a number that nobody knows.
     *
     * @param field without blanks around it
     * @return true for an empty field, {@code ?}, {@code NA}, {@code NaN} and the like
     */
    public static boolean isMissing(String field) {
        return field.isEmpty() || field.equals("?") || MISSING_NUMBERS.contains(field.toLowerCase(Locale.ROOT));
    }

    private static boolean isHeader(CsvRecords.Line first) {
        if (first.fields().size() < 2) {
            throw new InvalidDataException(first.place()
                    + ": has one column; an example needs at least one feature and a label, separated by commas,"
                    + " semicolons or tabs");
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

    /**
     * Whether a field of the first line can be a column's name. An empty field is left for the header to refuse; a
     * number makes the line an example, and so does a word for a missing number, which is then refused as one.
     *
     * @param field without blanks around it
     * @return false for numbers in plain decimal and words for missing or infinite ones
     */
    public static boolean isName(String field) {
        String word =
                (field.startsWith("-") || field.startsWith("+") ? field.substring(1) : field).toLowerCase(Locale.ROOT);
        return DecimalNumber.parse(field).isEmpty() && !MISSING_NUMBERS.contains(word) && !INFINITE.contains(word);
    }

    /**
     * The first code point of a name that nobody sees.
     *
     * @param name any text
     * @return empty where all can be seen
     */
    public static OptionalInt invisible(String name) {
        return name.codePoints()
                .filter(c -> switch (Character.getType(c)) {
                    case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
                    // Persian and Indic words need the joiners.
                    case Character.FORMAT -> c != ZERO_WIDTH_NON_JOINER && c != ZERO_WIDTH_JOINER;
                    default -> false;
                })
                .findFirst();
    }
}
