package org.twinnet.compare.replay;

import org.twinnet.scratch.linalg.Matrix;

/**
 * Recomputed numbers, and how far two programs that are both right can part in each.
 *
 * @param values the numbers; not to be changed
 * @param errors largest differences that rounding explains, of the same shape; not to be changed
 */
public record Bounded(Matrix values, Matrix errors) {

    /** What one entry of a matrix becomes. */
    @FunctionalInterface
    interface Entry {
        void fill(int row, int column, double value, double error, Bounded target);
    }

    static Bounded exact(Matrix values) {
        return new Bounded(values, Matrix.zeros(values.rows(), values.columns()));
    }

    static Bounded ofShape(int rows, int columns) {
        return new Bounded(Matrix.zeros(rows, columns), Matrix.zeros(rows, columns));
    }

    /** A matrix of the same shape, filled entry by entry. */
    Bounded each(Entry entry) {
        Bounded target = ofShape(rows(), columns());
        for (int r = 0; r < rows(); r++) {
            for (int c = 0; c < columns(); c++) {
                entry.fill(r, c, values.get(r, c), errors.get(r, c), target);
            }
        }
        return target;
    }

    void set(int row, int column, double value, double error) {
        values.set(row, column, value);
        errors.set(row, column, error);
    }

    Bounded transposed() {
        Bounded turned = ofShape(columns(), rows());
        for (int r = 0; r < rows(); r++) {
            for (int c = 0; c < columns(); c++) {
                turned.set(c, r, values.get(r, c), errors.get(r, c));
            }
        }
        return turned;
    }

    int rows() {
        return values.rows();
    }

    int columns() {
        return values.columns();
    }
}
