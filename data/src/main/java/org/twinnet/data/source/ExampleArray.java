package org.twinnet.data.source;

import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Targets;
import org.twinnet.data.table.FeatureNames;

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
     * The data set of features X and labels or targets y, as many for each example as the targets allow.
     *
     * @throws InvalidDataException that names the row and the column in the file of what is not finite or not a label
     */
    static Dataset dataset(String name, ExampleArray x, ExampleArray y, Targets targets) {
        SourceLimits.require(x.place, x.examples, x.width);
        double[][] rows = new double[x.examples][x.width];
        double[][] outputs = new double[x.examples][y.width];
        for (int i = 0; i < x.examples; i++) {
            for (int k = 0; k < x.width; k++) {
                rows[i][k] = x.finite(i, k);
            }
            for (int k = 0; k < y.width; k++) {
                outputs[i][k] = y.target(i, k, targets);
            }
            if (targets.outputs(outputs[i]).isEmpty()) {
                throw new InvalidDataException(
                        y.place + ", example " + (i + 1) + ": one-hot labels have exactly one 1");
            }
        }
        return Dataset.of(name, FeatureNames.numbered(x.width), rows, outputs, targets);
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

    private double target(int example, int k, Targets targets) {
        double value = targets.kind() == Targets.Kind.NUMBERS ? finite(example, k) : at(example, k);
        targets.refusal(value, width).ifPresent(refusal -> {
            throw new InvalidDataException(cell(example, k) + ": " + value + " " + refusal);
        });
        return value;
    }

    private String cell(int example, int k) {
        int row = examplesAsColumns ? k : example;
        int column = examplesAsColumns ? example : k;
        return place + ", row " + (row + 1) + ", column " + (column + 1);
    }
}
