package org.twinnet.compare.check;

import org.twinnet.scratch.linalg.Matrix;

/**
 * What a tensor of a trace must be, given those before it.
 *
 * @param values the recomputed entries
 * @param floor largest difference that rounding explains, entry by entry
 */
record Expectation(Matrix values, Matrix floor) {

    static Expectation ofShape(int rows, int columns) {
        return new Expectation(Matrix.zeros(rows, columns), Matrix.zeros(rows, columns));
    }

    void set(int row, int column, double value, double largestDifference) {
        values.set(row, column, value);
        floor.set(row, column, largestDifference);
    }
}
