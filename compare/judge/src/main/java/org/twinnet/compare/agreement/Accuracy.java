package org.twinnet.compare.agreement;

/**
 * How many examples a network labels correctly, the label being 1 where the probability is above 0.5.
 *
 * @param correct number of correct labels
 * @param total number of examples
 */
public record Accuracy(int correct, int total) {

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
}
