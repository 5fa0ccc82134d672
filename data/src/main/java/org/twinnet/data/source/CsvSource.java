package org.twinnet.data.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.datavec.api.transform.schema.Schema;
import org.twinnet.data.Dataset;
import org.twinnet.data.DecimalNumber;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Targets;
import org.twinnet.data.io.BoundedFile;

/**
 * Reads a data set from CSV: one example a line, all columns but the label's are features.
 *
 * <p>Records and columns are DataVec's; the numbers are not. DataVec's iterators convert features to {@code float} and
 * its schema's check lets NaN pass, so every field is parsed to {@code double} from its text here.
 */
final class CsvSource {

    private final String source;
    private final Schema schema;
    private final CsvColumns columns;
    private final Targets targets;
    private final List<double[]> rows = new ArrayList<>();
    private final List<double[]> labels = new ArrayList<>();

    private CsvSource(String source, CsvColumns columns, Targets targets) {
        this.source = source;
        this.columns = columns;
        this.targets = targets;
        this.schema = new Schema.Builder()
                .addColumnsDouble(columns.names().toArray(String[]::new))
                .build();
    }

    static FileExamples read(Path file, Optional<String> labelColumn, Targets targets) {
        byte[] bytes = BoundedFile.read(file, SourceLimits.MAX_CSV_BYTES);
        return new FileExamples(
                parse(file.toString(), DataFiles.fileName(file), bytes, labelColumn, targets), Optional.empty());
    }

    /** The data set in the bytes of a CSV file; messages begin with {@code source}. */
    static Dataset parse(String source, String name, byte[] bytes, Optional<String> labelColumn, Targets targets) {
        try (CsvRecords records = new CsvRecords(source, bytes)) {
            CsvRecords.Line first =
                    records.next().orElseThrow(() -> new InvalidDataException(source + ": holds blank lines only"));
            CsvColumns columns = CsvColumns.of(source, first, labelColumn, targets.columns());
            CsvSource csv = new CsvSource(source, columns, targets);
            if (!columns.named()) {
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

    private void add(CsvRecords.Line line) {
        int all = schema.numColumns();
        if (line.fields().size() != all) {
            throw new InvalidDataException(
                    line.place() + ": has " + line.fields().size() + " columns, expected " + all + " as in line 1");
        }
        SourceLimits.require(source, rows.size() + 1, all - columns.labels());
        double[] row = new double[all - columns.labels()];
        double[] label = new double[columns.labels()];
        for (int c = 0; c < all; c++) {
            double value = number(line, c);
            if (columns.isLabel(c)) {
                label[c - columns.labelIndex()] = value;
                requireTarget(line, c, value);
            } else {
                row[c < columns.labelIndex() ? c : c - columns.labels()] = value;
            }
        }
        rows.add(row);
        labels.add(label);
    }

    private void requireTarget(CsvRecords.Line line, int column, double value) {
        targets.refusal(value, columns.labels()).ifPresent(refusal -> {
            throw new InvalidDataException(place(line, column) + ": "
                    + InvalidDataException.quote(line.fields().get(column)) + " " + refusal);
        });
    }

    private double number(CsvRecords.Line line, int column) {
        String field = line.fields().get(column);
        DecimalNumber number = DecimalNumber.parse(field)
                .orElseThrow(() -> new InvalidDataException(place(line, column)
                        + (field.isEmpty()
                                ? ": is empty"
                                : ": " + InvalidDataException.quote(field) + " is not a number")
                        + "; write a finite decimal number such as -0.25 or 1e-3"));
        if (number.isTooLarge()) {
            throw new InvalidDataException(place(line, column) + ": " + InvalidDataException.quote(field)
                    + " is too large for a double; its largest value is " + Double.MAX_VALUE);
        }
        if (number.isTooSmall()) {
            throw new InvalidDataException(place(line, column) + ": " + InvalidDataException.quote(field)
                    + " is too small for a double, which would make it 0; its smallest value is " + Double.MIN_VALUE
                    + ": write 0, or scale the column");
        }
        return number.value();
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
                .filter(c -> !columns.isLabel(c))
                .mapToObj(schema::getName)
                .toList();
        return Dataset.of(name, features, rows.toArray(double[][]::new), labels.toArray(double[][]::new), targets);
    }
}
