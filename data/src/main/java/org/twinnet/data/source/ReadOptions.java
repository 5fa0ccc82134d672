package org.twinnet.data.source;

import java.util.Optional;
import org.twinnet.data.Targets;
import org.twinnet.data.table.CsvOptions;

/**
 * What a file does not say about itself.
 *
 * @param csv how a CSV file is read
 * @param npzOrientation how an {@code .npz} file holds its examples; empty means that the shapes tell, and that a file
 *     whose shapes do not is refused
 * @param targets how the numbers beside the features are read
 * @param learned what the training examples were read by, where these are test examples
 */
public record ReadOptions(
        CsvOptions csv, Optional<NpzOrientation> npzOrientation, Targets targets, Optional<Learned> learned) {

    /**
     * Options for labels of 0 and 1.
     *
     * @param labelColumn the label's column by its name or number
     * @param npzOrientation how an {@code .npz} file holds its examples
     */
    public ReadOptions(Optional<String> labelColumn, Optional<NpzOrientation> npzOrientation) {
        this(
                labelColumn.map(CsvOptions.DEFAULTS::withLabelColumn).orElse(CsvOptions.DEFAULTS),
                npzOrientation,
                Targets.LABEL,
                Optional.empty());
    }

    /**
     * The last column of a CSV file is the label, and the shapes in an {@code .npz} file tell its orientation.
     *
     * @return the default options
     */
    public static ReadOptions defaults() {
        return new ReadOptions(Optional.empty(), Optional.empty());
    }

    /**
     * These options with a label column.
     *
     * @param column the column's name in the header line, or its number from 1
     * @return the changed options
     */
    public ReadOptions withLabelColumn(String column) {
        return withCsv(csv.withLabelColumn(column));
    }

    /**
     * These options for a CSV file.
     *
     * @param value how it is read
     * @return the changed options
     */
    public ReadOptions withCsv(CsvOptions value) {
        return new ReadOptions(value, npzOrientation, targets, learned);
    }

    /**
     * These options with an orientation.
     *
     * @param orientation how an {@code .npz} file holds its examples
     * @return the changed options
     */
    public ReadOptions withNpzOrientation(NpzOrientation orientation) {
        return new ReadOptions(csv, Optional.of(orientation), targets, learned);
    }

    /**
     * These options with targets of another kind or number.
     *
     * @param value how the numbers beside the features are read
     * @return the changed options
     */
    public ReadOptions withTargets(Targets value) {
        return new ReadOptions(csv, npzOrientation, value, learned);
    }

    /**
     * These options for test examples.
     *
     * @param value what the training examples were read by
     * @return the changed options
     */
    public ReadOptions after(Learned value) {
        return new ReadOptions(csv, npzOrientation, targets, Optional.of(value));
    }
}
