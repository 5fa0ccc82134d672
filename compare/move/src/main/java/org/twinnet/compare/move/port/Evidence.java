package org.twinnet.compare.move.port;

import java.util.Arrays;

/** Whether examples speak for one of two networks. */
public final class Evidence {

    /** A wrong answer by chance has a probability below 1e-9. */
    private static final double STANDARD_ERRORS = 6;

    private static final int FEWEST_EXAMPLES = 20;

    private Evidence() {}

    /**
     * Compares two networks example by example.
     *
     * @param one squared errors of the first
     * @param other squared errors of the second, of the same examples
     * @param ofTheMean the mean squared error of answers that know nothing of an example
     * @return true if the first is better by more than six standard errors, and better than knowing nothing
     */
    public static boolean isBetter(double[] one, double[] other, double ofTheMean) {
        int m = one.length;
        double mean = 0;
        for (int j = 0; j < m; j++) {
            mean += (one[j] - other[j]) / m;
        }
        double squares = 0;
        for (int j = 0; j < m; j++) {
            double deviation = one[j] - other[j] - mean;
            squares += deviation * deviation;
        }
        double standardError = Math.sqrt(squares / (m - 1.0) / m);
        double error = Arrays.stream(one).average().orElse(Double.NaN);
        return m >= FEWEST_EXAMPLES && -mean > STANDARD_ERRORS * standardError && error < ofTheMean;
    }
}
