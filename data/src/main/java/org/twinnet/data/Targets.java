package org.twinnet.data;

import java.util.Optional;

/**
 * How the numbers beside the features are read: what the outputs of a network should be for each example.
 *
 * @param kind what the numbers stand for
 * @param outputs K, the number of outputs
 */
public record Targets(Kind kind, int outputs) {

    /** What the numbers stand for. */
    public enum Kind {
        /** Each output is 0 or 1. */
        BINARY,
        /** One of K classes: its number from 0, or one-hot. */
        CLASSES,
        /** Any numbers, a regression. */
        NUMBERS
    }

    /** One label, 0 or 1. */
    public static final Targets LABEL = new Targets(Kind.BINARY, 1);

    /**
     * Checks the number.
     *
     * @param kind what the numbers stand for
     * @param outputs K, from 1; from 2 for classes
     * @throws InvalidDataException if there are too few outputs
     */
    public Targets {
        int least = kind == Kind.CLASSES ? 2 : 1;
        if (outputs < least) {
            throw new InvalidDataException("Targets: " + outputs + " outputs; needed: at least " + least);
        }
    }

    /**
     * How many numbers a file holds for each example, where it names columns.
     *
     * @return 1 for classes, which have a number each, and K otherwise
     */
    public int columns() {
        return kind == Kind.CLASSES ? 1 : outputs;
    }

    /**
     * Whether a file may hold so many numbers for each example.
     *
     * @param width numbers for each example
     * @return true for K, and for the number of a class
     */
    public boolean allows(int width) {
        return width == outputs || width == columns();
    }

    /**
     * Whether examples have one label each, which is the number of a class.
     *
     * @return false for several binary outputs and for numbers
     */
    public boolean areLabels() {
        return kind == Kind.CLASSES || equals(LABEL);
    }

    /**
     * The number of classes.
     *
     * @return K, 2 for one binary output; 1 where examples have no label, as if all were alike
     */
    public int classes() {
        return kind == Kind.CLASSES ? outputs : equals(LABEL) ? 2 : 1;
    }

    /**
     * What is wrong with one number, if anything is.
     *
     * @param value the number, finite
     * @param width how many stand beside one another for an example
     * @return such as {@code is not a label; labels are 0 or 1}
     */
    public Optional<String> refusal(double value, int width) {
        boolean zeroOrOne = value == 0 || value == 1;
        return switch (kind) {
            case NUMBERS -> Optional.empty();
            case BINARY -> zeroOrOne ? Optional.empty() : Optional.of("is not a label; labels are 0 or 1");
            case CLASSES ->
                width == 1
                        ? isClass(value)
                                ? Optional.empty()
                                : Optional.of("is not a label; labels are whole numbers from 0 to " + (outputs - 1))
                        : zeroOrOne ? Optional.empty() : Optional.of("is not a label; one-hot labels are 0 or 1");
        };
    }

    private boolean isClass(double value) {
        return value == Math.rint(value) && value >= 0 && value < outputs;
    }

    /**
     * What the outputs should be.
     *
     * @param row the numbers of an example, K of them or the number of its class; each passes {@link #refusal}
     * @return K numbers, one-hot for a class; empty where one-hot labels don't hold a single 1
     */
    public Optional<double[]> outputs(double[] row) {
        double[] outputs = new double[this.outputs];
        double sum = 0;
        for (int k = 0; k < outputs.length; k++) {
            boolean number = kind == Kind.CLASSES && row.length == 1;
            // −0.0 becomes 0.0
            outputs[k] = number ? (row[0] == k ? 1 : 0) : row[k] + 0.0;
            sum += outputs[k];
        }
        return kind == Kind.CLASSES && sum != 1 ? Optional.empty() : Optional.of(outputs);
    }
}
