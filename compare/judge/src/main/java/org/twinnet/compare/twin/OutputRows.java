package org.twinnet.compare.twin;

/** Numbers of each output, one output after the other: what twins hold as targets and predict. */
public final class OutputRows {

    private OutputRows() {}

    /**
     * Numbers of examples as rows, one output after the other.
     *
     * @param rows one row an example, of K numbers
     * @return the first number of every example, then the second, …
     */
    public static double[] of(double[][] rows) {
        if (rows.length == 0) {
            return new double[0];
        }
        double[] values = new double[rows.length * rows[0].length];
        for (int j = 0; j < rows.length; j++) {
            for (int k = 0; k < rows[j].length; k++) {
                values[k * rows.length + j] = rows[j][k];
            }
        }
        return values;
    }
}
