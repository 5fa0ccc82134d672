package org.twinnet.dl4j;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.twinnet.dl4j.batch.BatchFeed;
import org.twinnet.dl4j.batch.BatchSource;
import org.twinnet.dl4j.memory.Precision;

/** The examples to train on: m rows of features and what the K outputs should be for each. Immutable. */
public final class Examples {
    private final double[][] features;
    private final double[][] targets;

    private Examples(double[][] features, double[][] targets) {
        this.features = features;
        this.targets = targets;
    }

    /**
     * Copies and checks the examples. DL4J itself would train on a NaN without a word.
     *
     * @param features one row an example, all of one length, all finite
     * @param labels 0 or 1 for each row
     * @return the examples
     * @throws IllegalArgumentException if there are no examples, rows differ in length, a feature is not finite, a
     *     label is not 0 or 1, or the numbers of rows and labels differ
     */
    public static Examples of(double[][] features, double[] labels) {
        if (features.length == 0) {
            throw new IllegalArgumentException("Examples: there are none; training needs at least one row.");
        }
        if (features.length != labels.length) {
            throw new IllegalArgumentException("Examples: " + features.length + " rows of features but " + labels.length
                    + " labels; each row needs one.");
        }
        double[][] rows = checkedRows("Examples", features, features[0].length);
        for (int j = 0; j < labels.length; j++) {
            if (labels[j] != 0 && labels[j] != 1) {
                throw new IllegalArgumentException(
                        "Examples: the label of row " + j + " is " + labels[j] + "; allowed are 0 and 1.");
            }
        }
        return new Examples(
                rows, Arrays.stream(labels).mapToObj(y -> new double[] {y}).toArray(double[][]::new));
    }

    /**
     * Takes examples with any numbers of any number of outputs.
     *
     * @param features m rows of equally many numbers
     * @param targets m rows of K numbers
     * @return the examples, with copies
     * @throws IllegalArgumentException if there are none, rows differ in length, or a number is not finite
     */
    public static Examples of(double[][] features, double[][] targets) {
        if (features.length == 0 || features.length != targets.length) {
            throw new IllegalArgumentException("Examples: " + features.length + " rows of features and "
                    + targets.length + " rows of targets; training needs one of each for every example.");
        }
        return new Examples(
                checkedRows("Examples", features, features[0].length),
                checkedRows("Targets", targets, targets[0].length));
    }

    /** Copies rows of finite numbers of one length; rows are counted from 0 in messages. */
    static double[][] checkedRows(String operation, double[][] rows, int columns) {
        double[][] copy = new double[rows.length][];
        for (int j = 0; j < rows.length; j++) {
            if (rows[j].length != columns || columns == 0) {
                throw new IllegalArgumentException(operation + ": row " + j + " has " + rows[j].length
                        + " features; every row needs the same number, here " + Math.max(1, columns) + ".");
            }
            for (int k = 0; k < columns; k++) {
                if (!Double.isFinite(rows[j][k])) {
                    throw new IllegalArgumentException(operation + ": row " + j + ", column " + k + " is " + rows[j][k]
                            + "; allowed are finite numbers. Repair or remove the row.");
                }
            }
            copy[j] = rows[j].clone();
        }
        return copy;
    }

    /**
     * The number of examples.
     *
     * @return m
     */
    public int count() {
        return targets.length;
    }

    /**
     * The number of features.
     *
     * @return length of each row
     */
    public int inputs() {
        return features[0].length;
    }

    /**
     * The number of targets of each example.
     *
     * @return K, from 1
     */
    public int outputs() {
        return targets[0].length;
    }

    /** Refuses a network with another number of inputs or outputs. */
    void requireFitting(Dl4jSettings settings) {
        if (inputs() != settings.layout().inputs(1)) {
            throw new IllegalArgumentException("Network of layer sizes " + settings.layerSizes()
                    + ": the examples have " + inputs() + " features; the first layer size must be that number.");
        }
        int units = settings.layout().units(settings.layout().layers());
        if (outputs() != units) {
            throw new IllegalArgumentException("Network of layer sizes " + settings.layerSizes()
                    + ": the examples have " + outputs() + " targets each; the last layer size must be that number.");
        }
    }

    /** A copy of the rows of features. */
    double[][] featureRows() {
        return Arrays.stream(features).map(double[]::clone).toArray(double[][]::new);
    }

    /** The targets, one output after the other. */
    double[] targetsByOutput() {
        double[] all = new double[count() * outputs()];
        for (int j = 0; j < count(); j++) {
            for (int k = 0; k < outputs(); k++) {
                all[k * count() + j] = targets[j][k];
            }
        }
        return all;
    }

    /** The examples as arrays hold them. */
    Examples rounded(Precision precision) {
        return new Examples(rounded(features, precision), rounded(targets, precision));
    }

    private static double[][] rounded(double[][] rows, Precision precision) {
        return Arrays.stream(rows)
                .map(row -> Arrays.stream(row).map(precision::round).toArray())
                .toArray(double[][]::new);
    }

    /** The rows of each batch as arrays. */
    BatchFeed feed(BatchSource batches, Precision precision) {
        return new BatchFeed(features, targets, batches, precision.type());
    }

    /**
     * X as DL4J wants it.
     *
     * @return a new array, [m, inputs]
     */
    public INDArray featureArray() {
        return Nd4j.createFromArray(features);
    }

    /**
     * Y as DL4J wants it.
     *
     * @return a new array, [m, K]
     */
    public INDArray labelArray() {
        return Nd4j.createFromArray(targets);
    }
}
