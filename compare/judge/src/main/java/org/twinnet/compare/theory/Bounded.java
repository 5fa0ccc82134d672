package org.twinnet.compare.theory;

import java.util.Arrays;

/**
 * A matrix of numbers, each with a bound ε of its error: a correct program's number lies within ε of what exact
 * arithmetic gives, and so does the value here. Two correct programs therefore part by at most 2ε, and a program's
 * number lies within 2ε of the value.
 *
 * <p>One array a row and examples innermost, for loops that run along a row. The arrays are live and made once: whoever
 * fills them does so again for every step.
 */
public final class Bounded {

    private final double[][] values;
    private final double[][] errors;
    private final boolean exact;

    private Bounded(double[][] values, double[][] errors, boolean exact) {
        this.values = values;
        this.errors = errors;
        this.exact = exact;
    }

    /**
     * Makes a matrix of zeros, to be filled.
     *
     * @param rows number of rows
     * @param columns number of columns
     * @return values and errors of 0
     */
    public static Bounded zeros(int rows, int columns) {
        return new Bounded(new double[rows][columns], new double[rows][columns], false);
    }

    /**
     * Numbers that every program has to the last bit.
     *
     * @param values the numbers, kept and not copied; at least one row
     * @return them, with errors of 0 that nobody may write to
     */
    public static Bounded exact(double[][] values) {
        double[] zeros = new double[values[0].length];
        double[][] errors = new double[values.length][];
        Arrays.fill(errors, zeros);
        return new Bounded(values, errors, true);
    }

    /**
     * A copy, to be changed.
     *
     * @return the same values and errors in arrays of its own
     */
    public Bounded copy() {
        Bounded copy = zeros(rows(), columns());
        for (int i = 0; i < rows(); i++) {
            System.arraycopy(values[i], 0, copy.values[i], 0, columns());
            System.arraycopy(errors[i], 0, copy.errors[i], 0, columns());
        }
        return copy;
    }

    /**
     * Rows as columns.
     *
     * @return the transpose, exact where this is
     */
    public Bounded transposed() {
        double[][] turned = new double[columns()][rows()];
        double[][] turnedErrors = new double[columns()][rows()];
        for (int i = 0; i < rows(); i++) {
            for (int j = 0; j < columns(); j++) {
                turned[j][i] = values[i][j];
                turnedErrors[j][i] = errors[i][j];
            }
        }
        return exact ? exact(turned) : new Bounded(turned, turnedErrors, false);
    }

    /**
     * The numbers of a row.
     *
     * @param row row, from 0
     * @return the row itself, live
     */
    public double[] values(int row) {
        return values[row];
    }

    /**
     * The bounds of a row.
     *
     * @param row row, from 0
     * @return the row itself, live; not to be written where this is exact
     */
    public double[] errors(int row) {
        return errors[row];
    }

    /**
     * Whether all errors are 0, now and ever.
     *
     * @return true for what {@link #exact} made
     */
    public boolean isExact() {
        return exact;
    }

    /**
     * The number of rows.
     *
     * @return at least 1
     */
    public int rows() {
        return values.length;
    }

    /**
     * The number of columns.
     *
     * @return length of each row
     */
    public int columns() {
        return values[0].length;
    }

    /**
     * All numbers.
     *
     * @return the values, row by row, in a new array
     */
    public double[] flat() {
        double[] flat = new double[rows() * columns()];
        for (int i = 0; i < rows(); i++) {
            System.arraycopy(values[i], 0, flat, i * columns(), columns());
        }
        return flat;
    }

    /**
     * The largest difference of two correct programs, entry by entry.
     *
     * @return 2ε, row by row, in a new array
     */
    public double[] floors() {
        double[] floors = new double[rows() * columns()];
        int at = 0;
        for (double[] row : errors) {
            for (double error : row) {
                floors[at++] = 2 * error;
            }
        }
        return floors;
    }
}
