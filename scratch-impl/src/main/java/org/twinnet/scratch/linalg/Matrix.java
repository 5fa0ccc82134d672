package org.twinnet.scratch.linalg;

import java.util.Arrays;

/**
 * A real matrix, one {@code double[]} a row.
 *
 * <p>Activations are stored features-major: row = unit, column = example. The inner loops of training then run along
 * one row, over all examples, with the example as their only index, which is the one form that the Java compiler turns
 * into vector instructions.
 *
 * <p>A matrix is mutable: training fills the same buffers again in every iteration. Whatever changes a matrix says so
 * in its documentation.
 */
public final class Matrix {

    private final int columns;
    private final double[][] values;

    private Matrix(double[][] values, int columns) {
        this.values = values;
        this.columns = columns;
    }

    /**
     * Makes a matrix of zeros.
     *
     * @param rows number of rows, at least 1
     * @param columns number of columns, at least 1
     * @return a rows × columns matrix
     * @throws IllegalArgumentException if a size is below 1
     */
    public static Matrix zeros(int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(
                    "A matrix has at least one row and one column, not " + rows + "×" + columns + ".");
        }
        return new Matrix(new double[rows][columns], columns);
    }

    /**
     * Makes a matrix from a copy of the given rows.
     *
     * @param rows the rows, all of one length
     * @return a matrix of the same numbers
     * @throws IllegalArgumentException if there is no row, no column, or a row of another length
     */
    public static Matrix of(double[][] rows) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("A matrix has at least one row and one column, not 0 rows.");
        }
        Matrix matrix = zeros(rows.length, rows[0].length);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != matrix.columns) {
                throw new IllegalArgumentException("Row " + i + " has " + rows[i].length + " columns, row 0 has "
                        + matrix.columns + ": all rows of a matrix have one length.");
            }
            matrix.values[i] = rows[i].clone();
        }
        return matrix;
    }

    /**
     * Makes a matrix with a single row.
     *
     * @param values the row's numbers, copied
     * @return a 1 × n matrix
     * @throws IllegalArgumentException if there are no numbers
     */
    public static Matrix ofRow(double... values) {
        return of(new double[][] {values});
    }

    /**
     * Returns the number of rows.
     *
     * @return the number of rows
     */
    public int rows() {
        return values.length;
    }

    /**
     * Returns the number of columns.
     *
     * @return the number of columns
     */
    public int columns() {
        return columns;
    }

    /**
     * Returns one entry.
     *
     * @param row row, from 0
     * @param column column, from 0
     * @return the entry
     * @throws IndexOutOfBoundsException if there is no such entry
     */
    public double get(int row, int column) {
        return values[row][column];
    }

    /**
     * Replaces one entry.
     *
     * @param row row, from 0
     * @param column column, from 0
     * @param value the new entry
     * @throws IndexOutOfBoundsException if there is no such entry
     */
    public void set(int row, int column, double value) {
        values[row][column] = value;
    }

    /**
     * Returns one row, live: a change of the array is a change of the matrix. It is there for the inner loops of the
     * formulas; everything else reads {@link #get}.
     *
     * @param row row, from 0
     * @return the row's own array
     * @throws IndexOutOfBoundsException if there is no such row
     */
    public double[] row(int row) {
        return values[row];
    }

    /**
     * Returns a copy that shares nothing with this matrix.
     *
     * @return the copy
     */
    public Matrix copy() {
        return of(values);
    }

    /**
     * Returns the entries as an array of rows.
     *
     * @return a copy
     */
    public double[][] toArray() {
        return copy().values;
    }

    /**
     * Overwrites this matrix with another one of the same shape.
     *
     * @param source the matrix to copy, not modified
     * @throws ShapeMismatchException if the shapes differ
     */
    public void assign(Matrix source) {
        ShapeMismatchException.requireSameShape("assign", "target", this, "source", source);
        for (int i = 0; i < values.length; i++) {
            System.arraycopy(source.values[i], 0, values[i], 0, columns);
        }
    }

    /**
     * Writes the entries row by row into an array.
     *
     * @param target array to write into, modified from {@code offset} on
     * @param offset where the first entry goes
     * @return the offset behind the last entry
     * @throws IndexOutOfBoundsException if the array is too short
     */
    public int writeTo(double[] target, int offset) {
        int next = offset;
        for (double[] row : values) {
            System.arraycopy(row, 0, target, next, columns);
            next += columns;
        }
        return next;
    }

    /**
     * Replaces the entries, row by row, by those of an array.
     *
     * @param source array to read, not modified
     * @param offset where the first entry stands
     * @return the offset behind the last entry
     * @throws IndexOutOfBoundsException if the array is too short
     */
    public int readFrom(double[] source, int offset) {
        int next = offset;
        for (double[] row : values) {
            System.arraycopy(source, next, row, 0, columns);
            next += columns;
        }
        return next;
    }

    /** Returns the shape and, for a small matrix, the entries. */
    @Override
    public String toString() {
        String shape = rows() + "×" + columns;
        return rows() * (long) columns <= 64 ? shape + " " + Arrays.deepToString(values) : shape;
    }
}
