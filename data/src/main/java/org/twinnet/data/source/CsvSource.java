package org.twinnet.data.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.twinnet.data.Dataset;
import org.twinnet.data.DecimalNumber;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Remedy;
import org.twinnet.data.Targets;
import org.twinnet.data.io.BoundedFile;
import org.twinnet.data.table.CsvColumns;
import org.twinnet.data.table.CsvRecords;
import org.twinnet.data.table.MissingValues;

/**
 * Reads a data set from CSV: one example a line, all columns but the label's are features.
 *
 * <p>Records are DataVec's; the numbers are not. DataVec's iterators convert features to {@code float} and its schema's
 * check lets NaN pass, so every field is parsed to {@code double} from its text here.
 */
final class CsvSource {

    private final String source;
    private final CsvColumns columns;
    private final ReadOptions options;
    private final Targets targets;
    private final FeatureColumns features;
    private final LabelColumn labelColumn;
    private final List<double[]> targetRows = new ArrayList<>();
    private int leftOut;

    private CsvSource(String source, CsvColumns columns, ReadOptions options) {
        this.source = source;
        this.columns = columns;
        this.options = options;
        this.targets = options.targets();
        this.features = new FeatureColumns(
                columns.features().stream().map(columns.names()::get).toList());
        this.labelColumn = new LabelColumn(source, targets);
    }

    static FileData read(Path file, ReadOptions options) {
        byte[] bytes = BoundedFile.read(file, SourceLimits.MAX_CSV_BYTES);
        return parse(file.toString(), DataFiles.fileName(file), bytes, options);
    }

    /** The examples in the bytes of a CSV file; messages begin with {@code source}. */
    static FileData parse(String source, String name, byte[] bytes, ReadOptions options) {
        try (CsvRecords records = new CsvRecords(source, bytes, options.csv().delimiter(), SourceLimits.MAX_FEATURES)) {
            CsvRecords.Line first =
                    records.next().orElseThrow(() -> new InvalidDataException(source + ": holds blank lines only"));
            CsvColumns columns = CsvColumns.of(
                    source, first, options.csv(), options.targets().columns());
            CsvSource csv = new CsvSource(source, columns, options);
            if (!columns.named()) {
                csv.add(first);
            }
            for (Optional<CsvRecords.Line> line = records.next(); line.isPresent(); line = records.next()) {
                csv.add(line.get());
            }
            return csv.examples(name);
        } catch (IOException e) {
            throw new InvalidDataException(source + ": cannot be read as CSV", e);
        }
    }

    private void add(CsvRecords.Line line) {
        int all = columns.names().size();
        if (line.fields().size() != all) {
            throw new InvalidDataException(
                    line.place() + ": has " + line.fields().size() + " columns, expected " + all + " as in line 1");
        }
        SourceLimits.require(source, features.size() + 1, columns.features().size());
        if (lacks(line)) {
            leftOut++;
            return;
        }
        double[] row = new double[columns.features().size()];
        for (int k = 0; k < row.length; k++) {
            row[k] = number(line, columns.features().get(k));
        }
        features.add(row);
        if (targets.areLabels()) {
            int column = columns.labels().get(0);
            requireKnown(line, column);
            String label = line.fields().get(column);
            if (DecimalNumber.parse(label).isPresent()) {
                number(line, column);
            }
            labelColumn.add(place(line, column), label);
        } else {
            targetRows.add(targets(line));
        }
    }

    /** Whether an example lacks a number and is left out. */
    private boolean lacks(CsvRecords.Line line) {
        return options.csv().missing() == MissingValues.DROP_ROWS
                && Stream.concat(columns.features().stream(), columns.labels().stream())
                        .anyMatch(c -> CsvColumns.isMissing(line.fields().get(c)));
    }

    private void requireKnown(CsvRecords.Line line, int column) {
        String field = line.fields().get(column);
        boolean label = columns.labels().contains(column);
        if (CsvColumns.isMissing(field) && (label || options.csv().missing() == MissingValues.REFUSE)) {
            throw new InvalidDataException(
                    place(line, column) + ": "
                            + (field.isEmpty() ? "is empty" : InvalidDataException.quote(field) + " is not a number")
                            + "; " + (label ? "every example needs a label" : "every number must be known"),
                    Remedy.MISSING);
        }
    }

    private double[] targets(CsvRecords.Line line) {
        double[] row = new double[columns.labels().size()];
        for (int k = 0; k < row.length; k++) {
            int column = columns.labels().get(k);
            row[k] = number(line, column);
            targets.refusal(row[k], row.length).ifPresent(refusal -> {
                throw new InvalidDataException(place(line, column) + ": "
                        + InvalidDataException.quote(line.fields().get(column)) + " " + refusal);
            });
        }
        return row;
    }

    private double number(CsvRecords.Line line, int column) {
        String field = line.fields().get(column);
        requireKnown(line, column);
        if (CsvColumns.isMissing(field)) {
            return Double.NaN;
        }
        DecimalNumber number = DecimalNumber.parse(field)
                .orElseThrow(() -> new InvalidDataException(
                        place(line, column) + ": " + InvalidDataException.quote(field)
                                + " is not a number; write a finite decimal number such as -0.25 or 1e-3",
                        Remedy.DROP_COLUMN));
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
        return line.place() + ", column " + (column + 1) + " ("
                + InvalidDataException.quote(columns.names().get(column)) + ")";
    }

    private FileData examples(String name) {
        if (features.size() == 0) {
            throw new InvalidDataException(
                    leftOut > 0
                            ? source + ": each of its " + leftOut + " examples lacks a number, so none is left"
                            : source + ": has a header line, but no examples below it");
        }
        List<String> notes = new ArrayList<>();
        List<Double> means = options.learned().map(Learned::means).orElseGet(features::means);
        if (leftOut > 0) {
            notes.add(name + ": " + leftOut + " of " + (leftOut + features.size())
                    + " examples lack a number and are left out.");
        }
        if (features.missing() > 0) {
            notes.add(name + ": numbers that are missing (" + features.missing()
                    + ") became the mean of their column"
                    + (options.learned().isPresent() ? " in the training examples." : "."));
            features.fill(means);
        }
        for (String column : features.counters()) {
            notes.add(name + ": the column " + InvalidDataException.quote(column)
                    + " counts the examples; that is no feature, and a network learns the order of the file by it.");
        }
        List<String> names = List.of();
        double[][] rows = targetRows.toArray(double[][]::new);
        if (targets.areLabels()) {
            names = labelColumn.names(options.learned(), options.csv().positive());
            double[] numbers = labelColumn.numbers(names);
            rows = new double[numbers.length][1];
            for (int i = 0; i < numbers.length; i++) {
                rows[i][0] = numbers[i];
            }
            if (!names.isEmpty() && options.learned().isEmpty()) {
                notes.add(name + ": "
                        + LabelColumn.told(names, options.csv().positive().isPresent()) + ".");
            }
        }
        return new FileData(
                Dataset.of(name, features.names(), features.rows(), rows, targets),
                Optional.empty(),
                new Learned(names, means),
                notes);
    }
}
