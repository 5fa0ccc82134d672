package org.twinnet.data.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.datavec.api.transform.schema.Schema;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.io.BoundedFile;

/**
 * Reads a data set from CSV: one example a line, all columns but the label's are features.
 *
 * <p>Records and columns are DataVec's; the numbers are not. DataVec's iterators convert features to {@code float} and
 * its schema's check lets NaN pass, so every field is parsed to {@code double} from its text here.
 *
 * <p>The first line is a header if no field of it is a number, and an example if all are.
 */
final class CsvSource {

    private static final Set<String> MISSING_VALUES = Set.of("nan", "inf", "infinity", "na", "n/a", "null", "none");

    private final String source;
    private final Schema schema;
    private final int labelIndex;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Double> labels = new ArrayList<>();

    private CsvSource(String source, List<String> columns, int labelIndex) {
        this.source = source;
        this.schema = new Schema.Builder()
                .addColumnsDouble(columns.toArray(String[]::new))
                .build();
        this.labelIndex = labelIndex;
    }

    static FileExamples read(Path file, Optional<String> labelColumn) {
        byte[] bytes = BoundedFile.read(file, SourceLimits.MAX_CSV_BYTES);
        return new FileExamples(parse(file.toString(), DataFiles.fileName(file), bytes, labelColumn), Optional.empty());
    }

    /** The data set in the bytes of a CSV file; messages begin with {@code source}. */
    static Dataset parse(String source, String name, byte[] bytes, Optional<String> labelColumn) {
        try (CsvRecords records = new CsvRecords(source, bytes)) {
            CsvRecords.Line first =
                    records.next().orElseThrow(() -> new InvalidDataException(source + ": holds blank lines only"));
            boolean header = isHeader(first);
            CsvSource csv = header ? withHeader(source, first, labelColumn) : withoutHeader(source, first, labelColumn);
            if (!header) {
                csv.add(first);
            }
            for (Optional<CsvRecords.Line> line = records.next(); line.isPresent(); line = records.next()) {
                csv.add(line.get());
            }
            return csv.dataset(name);
        } catch (IOException e) {
            throw new InvalidDataException(source + ": cannot be read as CSV", e);
        }
    }

    private static boolean isHeader(CsvRecords.Line first) {
        if (first.fields().size() < 2) {
            throw new InvalidDataException(first.place()
                    + ": has one column; an example needs at least one feature and " + "a label, separated by commas");
        }
        return first.fields().stream().allMatch(CsvSource::isName);
    }

    /**
     * Whether a field of the first line can be a column's name. An empty field is left for the header to refuse; a
     * number makes the line an example, and so does a word for a missing number, which is then refused as one.
     */
    static boolean isName(String field) {
        String word = field.startsWith("-") || field.startsWith("+") ? field.substring(1) : field;
        return DecimalNumber.parse(field).isEmpty() && !MISSING_VALUES.contains(word.toLowerCase(Locale.ROOT));
    }

    private static CsvSource withHeader(String source, CsvRecords.Line header, Optional<String> labelColumn) {
        List<String> columns = header.fields();
        Set<String> seen = new HashSet<>();
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).isEmpty() || !seen.add(columns.get(c))) {
                throw new InvalidDataException(header.place() + ", column " + (c + 1) + ": "
                        + (columns.get(c).isEmpty()
                                ? "has no name; name every column, or none"
                                : "repeats the name " + InvalidDataException.quote(columns.get(c))));
            }
        }
        String label = labelColumn.orElse(columns.get(columns.size() - 1));
        if (!seen.contains(label)) {
            throw new InvalidDataException(header.place() + ": no column is named " + InvalidDataException.quote(label)
                    + "; the columns are " + InvalidDataException.quote(String.join(", ", columns)));
        }
        return new CsvSource(source, columns, columns.indexOf(label));
    }

    private static CsvSource withoutHeader(String source, CsvRecords.Line first, Optional<String> labelColumn) {
        if (labelColumn.isPresent()) {
            throw new InvalidDataException(source + ": has no header line, so no column is named "
                    + InvalidDataException.quote(labelColumn.get()) + "; name none, and the last column is the label");
        }
        int features = first.fields().size() - 1;
        List<String> columns = new ArrayList<>(FeatureNames.numbered(features));
        columns.add("label");
        return new CsvSource(source, columns, features);
    }

    private void add(CsvRecords.Line line) {
        int columns = schema.numColumns();
        if (line.fields().size() != columns) {
            throw new InvalidDataException(
                    line.place() + ": has " + line.fields().size() + " columns, expected " + columns + " as in line 1");
        }
        SourceLimits.require(source, rows.size() + 1, columns - 1);
        double[] row = new double[columns - 1];
        for (int c = 0; c < columns; c++) {
            double value = number(line, c);
            if (c != labelIndex) {
                row[c < labelIndex ? c : c - 1] = value;
            } else if (value == 0 || value == 1) {
                labels.add(value);
            } else {
                throw new InvalidDataException(place(line, c) + ": "
                        + InvalidDataException.quote(line.fields().get(c)) + " is not a label; labels are 0 or 1");
            }
        }
        rows.add(row);
    }

    private double number(CsvRecords.Line line, int column) {
        String field = line.fields().get(column);
        OptionalDouble number = DecimalNumber.parse(field);
        if (number.isEmpty()) {
            throw new InvalidDataException(place(line, column)
                    + (field.isEmpty() ? ": is empty" : ": " + InvalidDataException.quote(field) + " is not a number")
                    + "; write a finite decimal number such as -0.25 or 1e-3");
        }
        if (Double.isInfinite(number.getAsDouble())) {
            throw new InvalidDataException(place(line, column) + ": " + InvalidDataException.quote(field)
                    + " is too large for a double; its largest value is " + Double.MAX_VALUE);
        }
        return number.getAsDouble();
    }

    private String place(CsvRecords.Line line, int column) {
        return line.place() + ", column " + (column + 1) + " (" + InvalidDataException.quote(schema.getName(column))
                + ")";
    }

    private Dataset dataset(String name) {
        if (rows.isEmpty()) {
            throw new InvalidDataException(source + ": has a header line, but no examples below it");
        }
        List<String> features = IntStream.range(0, schema.numColumns())
                .filter(c -> c != labelIndex)
                .mapToObj(schema::getName)
                .toList();
        return Dataset.of(
                name,
                features,
                rows.toArray(double[][]::new),
                labels.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
