package org.twinnet.compare.tuning.run;

import org.hipparchus.distribution.continuous.TDistribution;
import org.hipparchus.stat.descriptive.moment.Mean;
import org.hipparchus.stat.descriptive.moment.Variance;

/**
 * The mean difference of two settings over the same trainings of repeated k-fold cross-validation, with its confidence
 * interval.
 *
 * <p>The trainings share examples, so their scores are not independent, and an ordinary t interval is too narrow. The
 * corrected one takes
 *
 * <pre>
 *   mean ± t(1 − (1 − level)/2; J − 1) · √((1/J + 1/(k − 1)) · s²)
 * </pre>
 *
 * <p>with J trainings, k folds and the variance s² of the differences.
 *
 * <p>Source: Nadeau and Bengio, "Inference for the generalization error", Machine Learning 52, 2003; for repeated
 * k-fold cross-validation Bouckaert and Frank, "Evaluating the replicability of significance tests for comparing
 * learning algorithms", PAKDD 2004.
 *
 * @param mean mean difference
 * @param low lower end of the interval
 * @param high upper end
 * @param level confidence level
 */
public record PairedDifference(double mean, double low, double high, double level) {

    /** The confidence level of all intervals. */
    public static final double LEVEL = 0.95;

    /**
     * Measures.
     *
     * @param first scores of the first setting, training by training
     * @param second scores of the second setting in the same trainings
     * @param folds k, at least 2
     * @return first minus second
     * @throws IllegalArgumentException if the numbers of trainings differ, or there are fewer than two
     */
    static PairedDifference of(double[] first, double[] second, int folds) {
        if (first.length != second.length || first.length < 2) {
            throw new IllegalArgumentException("an interval needs the same trainings twice, two at least, not "
                    + first.length + " and " + second.length);
        }
        double[] differences = new double[first.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = first[i] - second[i];
        }
        double mean = new Mean().evaluate(differences);
        double variance = new Variance().evaluate(differences);
        double standardError = Math.sqrt((1.0 / differences.length + 1.0 / (folds - 1)) * variance);
        double quantile = new TDistribution(differences.length - 1.0).inverseCumulativeProbability((1 + LEVEL) / 2);
        return new PairedDifference(mean, mean - quantile * standardError, mean + quantile * standardError, LEVEL);
    }
}
