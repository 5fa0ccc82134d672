package org.twinnet.compare.equivalence;

import java.util.Arrays;
import java.util.Locale;
import org.hipparchus.distribution.continuous.TDistribution;

/**
 * Whether a mean difference is smaller than a margin: the mean is shown to be above −margin and below +margin, each by
 * a one-sided t test. Small differences that are not shown to be small do not pass, so that few or noisy runs say
 * "undecided" and not "the same".
 *
 * <pre>
 *   t₋ = (d̄ + δ)/(s/√n), t₊ = (δ − d̄)/(s/√n), p = 1 − T(min(t₋, t₊); n − 1)
 * </pre>
 *
 * <p>The size, the probability to call a difference of δ equivalent, is at most {@value #SIZE}: each of both tests has
 * it. The power is the probability to call it so when there is no difference, from the deviation that was measured:
 *
 * <pre>
 *   power = max(0, 2·T(δ/(s/√n) − t(1 − size; n − 1); n − 1) − 1)
 * </pre>
 *
 * <p>Source: Schuirmann, "A comparison of the two one-sided tests procedure and the power approach for assessing the
 * equivalence of average bioavailability", Journal of Pharmacokinetics and Biopharmaceutics 15, 1987; the power as in
 * Chow, Shao, Wang and Lokhnygina, "Sample Size Calculations in Clinical Research".
 *
 * @param pairs n, the number of differences
 * @param mean d̄, the mean difference
 * @param standardError s/√n
 * @param margin δ
 * @param p the larger p value of both tests; NaN where nothing finite was measured
 * @param power probability to find equivalence where there is no difference at all
 */
public record TwoOneSidedTests(int pairs, double mean, double standardError, double margin, double p, double power) {

    /** The size of the test: the largest probability to call programs equivalent that differ by the margin. */
    public static final double SIZE = 0.05;

    /** What the tests say. */
    public enum Result {
        /** The mean difference is shown to be smaller than the margin. */
        EQUIVALENT,
        /** It is shown to be larger. */
        DIFFERENT,
        /** Neither is shown. */
        UNDECIDED;

        /** The name in files. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Tests.
     *
     * @param differences at least two of them, independent of each other
     * @param margin the smallest difference that would matter, chosen without these differences; with 0 nothing is
     *     equivalent, with NaN nothing is shown
     * @return the tests
     * @throws IllegalArgumentException if there are fewer than two differences, or the margin is below 0
     */
    public static TwoOneSidedTests of(double[] differences, double margin) {
        int n = differences.length;
        if (n < 2) {
            throw new IllegalArgumentException("an equivalence test needs at least two differences, not " + n);
        }
        if (margin < 0) {
            throw new IllegalArgumentException("the margin of an equivalence test is not below 0, as " + margin);
        }
        double mean = mean(differences);
        double standardError = Math.sqrt(variance(differences) / n);
        if (!Double.isFinite(mean) || !Double.isFinite(standardError) || !Double.isFinite(margin)) {
            return new TwoOneSidedTests(n, mean, standardError, margin, Double.NaN, 0);
        }
        TDistribution t = new TDistribution(n - 1.0);
        double inside = margin - Math.abs(mean);
        return new TwoOneSidedTests(
                n,
                mean,
                standardError,
                margin,
                standardError == 0 ? (inside > 0 ? 0 : 1) : t.cumulativeProbability(-inside / standardError),
                standardError == 0 ? 1 : power(t, margin / standardError));
    }

    /** The unbiased variance, s² = Σ (x − x̄)²/(n − 1). */
    static double variance(double[] numbers) {
        double mean = mean(numbers);
        return Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum() / (numbers.length - 1);
    }

    static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    private static double power(TDistribution t, double margins) {
        return Math.max(0, 2 * t.cumulativeProbability(margins - quantile(t)) - 1);
    }

    private static double quantile(TDistribution t) {
        return t.inverseCumulativeProbability(1 - SIZE);
    }

    /**
     * What the tests say.
     *
     * @return equivalent, different or undecided
     */
    public Result result() {
        if (p < SIZE) {
            return Result.EQUIVALENT;
        }
        boolean shown = Math.abs(mean) - margin > halfWidth();
        return !Double.isNaN(p) && shown ? Result.DIFFERENT : Result.UNDECIDED;
    }

    /**
     * Half the width of the interval that the tests are read off: the mean difference lies in mean ± half width with
     * probability 1 − 2·size, and they find equivalence exactly where it lies within the margin.
     *
     * @return t(1 − size; n − 1)·s/√n
     */
    public double halfWidth() {
        return quantile(new TDistribution(pairs - 1.0)) * standardError;
    }
}
