package org.twinnet.data.source;

import java.util.Optional;
import org.twinnet.data.Targets;

/**
 * What a file does not say about itself.
 *
 * @param labelColumn the name of the label column of a CSV file; empty means the last column
 * @param npzOrientation how an {@code .npz} file holds its examples; empty means that the shapes tell, and that a file
 *     whose shapes do not is refused
 * @param targets how the numbers beside the features are read
 */
public record ReadOptions(Optional<String> labelColumn, Optional<NpzOrientation> npzOrientation, Targets targets) {

    /**
     * Options for labels of 0 and 1.
     *
     * @param labelColumn the name of the label column
     * @param npzOrientation how an {@code .npz} file holds its examples
     */
    public ReadOptions(Optional<String> labelColumn, Optional<NpzOrientation> npzOrientation) {
        this(labelColumn, npzOrientation, Targets.LABEL);
    }

    /**
     * The last column of a CSV file is the label, 0 or 1, and the shapes in an {@code .npz} file tell its orientation.
     *
     * @return the default options
     */
    public static ReadOptions defaults() {
        return new ReadOptions(Optional.empty(), Optional.empty(), Targets.LABEL);
    }

    /**
     * These options with a label column.
     *
     * @param name the column's name in the header line
     * @return the changed options
     */
    public ReadOptions withLabelColumn(String name) {
        return new ReadOptions(Optional.of(name), npzOrientation, targets);
    }

    /**
     * These options with an orientation.
     *
     * @param orientation how an {@code .npz} file holds its examples
     * @return the changed options
     */
    public ReadOptions withNpzOrientation(NpzOrientation orientation) {
        return new ReadOptions(labelColumn, Optional.of(orientation), targets);
    }

    /**
     * These options with targets of another kind or number.
     *
     * @param value how the numbers beside the features are read
     * @return the changed options
     */
    public ReadOptions withTargets(Targets value) {
        return new ReadOptions(labelColumn, npzOrientation, value);
    }
}
