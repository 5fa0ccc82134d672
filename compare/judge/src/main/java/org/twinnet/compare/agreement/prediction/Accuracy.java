package org.twinnet.compare.agreement.prediction;

import org.twinnet.data.Dataset;

/**
 * How many labels a network gets right: that of each example, or of each output where there are several binary ones.
 *
 * @param correct number of correct labels
 * @param total number of labels
 */
public record Accuracy(int correct, int total) implements Fit {

    /**
     * Counts.
     *
     * @param outputs probabilities that a network answers for each example, one output after the other
     * @param examples the examples
     * @return the count, as {@link Labels} tells labels; a NaN probability is never correct
     */
    public static Accuracy of(double[] outputs, Dataset examples) {
        Labels labels = new Labels(examples.targets(), outputs, examples.size());
        int correct = 0;
        for (int i = 0; i < labels.count(); i++) {
            if (labels.label(i) == labels.expected(examples, i)) {
                correct++;
            }
        }
        return new Accuracy(correct, labels.count());
    }

    /**
     * Counts.
     *
     * @param probabilities probability of class 1 of each example
     * @param labels 0 or 1 of each example
     * @return the count; a NaN probability is never correct
     */
    public static Accuracy of(double[] probabilities, double[] labels) {
        int correct = 0;
        for (int i = 0; i < labels.length; i++) {
            if (!Double.isNaN(probabilities[i]) && (probabilities[i] > 0.5) == (labels[i] > 0.5)) {
                correct++;
            }
        }
        return new Accuracy(correct, labels.length);
    }

    /**
     * The share of correct labels.
     *
     * @return 0 to 1
     */
    public double fraction() {
        return (double) correct / total;
    }

    @Override
    public double value() {
        return fraction();
    }
}
