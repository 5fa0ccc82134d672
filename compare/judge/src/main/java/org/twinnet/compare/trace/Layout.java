package org.twinnet.compare.trace;

/** How a tensor lies in the file. */
public enum Layout {
    /** As the format says. */
    AS_DEFINED,
    /** The other way round: W or dW as (inputs, units), D as (m, units). */
    TRANSPOSED,
    /** D as (units, 1): one mask for all examples. */
    ONE_COLUMN,
    /** D as (1, m): one mask for all units. */
    ONE_ROW
}
