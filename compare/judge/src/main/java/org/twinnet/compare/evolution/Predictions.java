package org.twinnet.compare.evolution;

import org.twinnet.data.Dataset;

/**
 * What both networks of a regression predict at the end for one set of examples: some of the examples to look at, and
 * the largest difference over all of them.
 *
 * @param examples how many examples the set has
 * @param targets what each output should be, one row an output, one column an example that is looked at
 * @param scratch what the hand-written network predicts, likewise
 * @param dl4j what DL4J's network predicts, likewise
 * @param largestDifference the largest |a − b| of both networks' predictions over all examples and outputs; NaN where
 *     one is no number
 */
@SuppressWarnings("ArrayRecordComponent") // written down by the report, never compared by equals
public record Predictions(
        int examples, double[][] targets, double[][] scratch, double[][] dl4j, double largestDifference) {

    /** Examples to look at: more points than that hide one another in a picture. */
    static final int MOST = 500;

    /**
     * Looks at predictions.
     *
     * @param set the examples
     * @param scratch what the hand-written network answers for each example, one output after the other
     * @param dl4j what DL4J's network answers
     * @return at most 500 examples: the n examples ⌊i·m/n⌋ of m, evenly over the set
     */
    static Predictions of(Dataset set, double[] scratch, double[] dl4j) {
        int m = set.size();
        int n = Math.min(MOST, m);
        int outputs = set.targets().outputs();
        double[][] targets = new double[outputs][n];
        double[][] byHand = new double[outputs][n];
        double[][] byDl4j = new double[outputs][n];
        for (int k = 0; k < outputs; k++) {
            for (int i = 0; i < n; i++) {
                int example = (int) ((long) i * m / n);
                targets[k][i] = set.target(example, k);
                byHand[k][i] = scratch[k * m + example];
                byDl4j[k][i] = dl4j[k * m + example];
            }
        }
        double largest = 0;
        for (int i = 0; i < scratch.length; i++) {
            // written so that a NaN stays one; two infinities differ by NaN
            largest = Math.max(largest, Math.abs(scratch[i] - dl4j[i]));
        }
        return new Predictions(m, targets, byHand, byDl4j, largest);
    }
}
