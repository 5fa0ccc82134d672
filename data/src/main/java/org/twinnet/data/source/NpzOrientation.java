package org.twinnet.data.source;

/** How the array {@code X} of an {@code .npz} file holds its examples. */
public enum NpzOrientation {
    /** X is (features, m) and Y is (1, m) or (m,), as in the notebook. */
    EXAMPLES_AS_COLUMNS,
    /** X is (m, features) and Y is (m, 1) or (m,), as in most other programs. */
    EXAMPLES_AS_ROWS
}
