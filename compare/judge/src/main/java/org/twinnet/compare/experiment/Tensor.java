package org.twinnet.compare.experiment;

import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;

/**
 * A named matrix of numbers from one twin, such as Z of layer 2.
 *
 * @param symbol the notebook's letter, such as {@code Z}
 * @param layer layer, from 1
 * @param columns number of columns
 * @param values entries row by row
 */
@SuppressWarnings("ArrayRecordComponent") // compared entry by entry, never by equals
public record Tensor(String symbol, int layer, int columns, double[] values) {

    /**
     * The name of one entry.
     *
     * @param index index in {@link #values}
     * @return such as {@code layer 2 Z[3,17]}, counted from 0 inside the brackets
     */
    public Phrase entry(int index) {
        return entry(layer, symbol, index, columns);
    }

    /**
     * The name of an entry: its layer, symbol, row and column; its row alone in a single column.
     *
     * @param index index row by row
     */
    static Phrase entry(int layer, String symbol, int index, int columns) {
        return columns == 1
                ? Said.ENTRY_OF_COLUMN.of(layer, symbol, index)
                : Said.ENTRY.of(layer, symbol, index / columns, index % columns);
    }
}
