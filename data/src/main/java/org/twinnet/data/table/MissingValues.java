package org.twinnet.data.table;

/**
 * What becomes of an example that lacks a number: an empty field of a CSV file, {@code NA}, {@code NaN} or {@code ?}.
 */
public enum MissingValues {
    /** The file is refused. */
    REFUSE,
    /** A missing feature becomes the mean of the others in its column, of the training examples. */
    MEAN,
    /** The example is left out. */
    DROP_ROWS
}
