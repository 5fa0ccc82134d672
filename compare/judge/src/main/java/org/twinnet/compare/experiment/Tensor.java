package org.twinnet.compare.experiment;

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
    public String entry(int index) {
        return "layer " + layer + " " + symbol + position(index, columns);
    }

    /**
     * The row and column of an entry.
     *
     * @param index index row by row
     * @param columns number of columns
     * @return such as {@code [3,17]}; {@code [3]} in a single column
     */
    static String position(int index, int columns) {
        return columns == 1 ? "[" + index + "]" : "[" + index / columns + "," + index % columns + "]";
    }
}
