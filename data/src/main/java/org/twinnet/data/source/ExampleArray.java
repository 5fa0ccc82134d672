package org.twinnet.data.source;

import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;

/**
 * A matrix in a file that holds one thing for each example, by row or by column.
 *
 * @param place file and variable, as messages call them
 * @param examples the number of examples
 * @param width the numbers for each example
 * @param examplesAsColumns whether an example is a column of the matrix in the file
 * @param values the matrix in the file
 */
record ExampleArray(String place, int examples, int width, boolean examplesAsColumns, Values values) {

    /** A matrix by row and column, both from 0. */
    @FunctionalInterface
    interface Values {
        double at(int row, int column);
    }

    /**
     * The data set of features X and labels y, which has one number for each example.
     *
     * @throws InvalidDataException that names the row and the column in the file of what is not finite or not a label
     */
    static Dataset dataset(String name, ExampleArray x, ExampleArray y) {
        SourceLimits.require(x.place, x.examples, x.width);
        double[][] rows = new double[x.examples][x.width];
        double[] labels = new double[x.examples];
        for (int i = 0; i < x.examples; i++) {
            for (int k = 0; k < x.width; k++) {
                rows[i][k] = x.finite(i, k);
            }
            labels[i] = y.label(i);
        }
        return Dataset.of(name, FeatureNames.numbered(x.width), rows, labels);
    }

    private double at(int example, int k) {
        return examplesAsColumns ? values.at(k, example) : values.at(example, k);
    }

    private double finite(int example, int k) {
        double value = at(example, k);
        if (!Double.isFinite(value)) {
            throw new InvalidDataException(cell(example, k) + ": " + value + " is not a finite number");
        }
        return value;
    }

    private double label(int example) {
        double value = at(example, 0);
        if (value != 0 && value != 1) {
            throw new InvalidDataException(cell(example, 0) + ": " + value + " is not a label; labels are 0 or 1");
        }
        return value;
    }

    private String cell(int example, int k) {
        int row = examplesAsColumns ? k : example;
        int column = examplesAsColumns ? example : k;
        return place + ", row " + (row + 1) + ", column " + (column + 1);
    }
}
