package org.twinnet.data.source;

import java.util.Optional;

/**
 * What a file does not say about itself.
 *
 * @param labelColumn the name of the label column of a CSV file; empty means the last column
 * @param npzOrientation how an {@code .npz} file holds its examples; empty means that the shapes tell, and that a file
 *     whose shapes do not is refused
 */
public record ReadOptions(Optional<String> labelColumn, Optional<NpzOrientation> npzOrientation) {

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
     * @param name the column's name in the header line
     * @return the changed options
     */
    public ReadOptions withLabelColumn(String name) {
        return new ReadOptions(Optional.of(name), npzOrientation);
    }

    /**
     * These options with an orientation.
     *
     * @param orientation how an {@code .npz} file holds its examples
     * @return the changed options
     */
    public ReadOptions withNpzOrientation(NpzOrientation orientation) {
        return new ReadOptions(labelColumn, Optional.of(orientation));
    }
}
