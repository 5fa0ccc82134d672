package org.twinnet.data;

/** What lets data be read after all; a program says by which of its options. */
public enum Remedy {
    /** Say what stands between two fields. */
    DELIMITER,
    /** Leave a column out. */
    DROP_COLUMN,
    /** Say which column is the label. */
    LABEL_COLUMN,
    /** Say what becomes of examples that lack a number. */
    MISSING,
    /** Train a network with another number of outputs. */
    OUTPUTS
}
