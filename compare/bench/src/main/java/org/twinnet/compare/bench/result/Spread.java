package org.twinnet.compare.bench.result;

import java.util.List;

/**
 * What several measurements of one thing came to.
 *
 * @param median the middle one, or the mean of the two in the middle
 * @param least the smallest
 * @param greatest the largest
 */
public record Spread(double median, double least, double greatest) {

    /**
     * Summarizes.
     *
     * @param values at least one, all finite
     * @return their spread
     * @throws IllegalArgumentException if there is no value or one is not finite
     */
    public static Spread of(List<Double> values) {
        if (values.isEmpty() || !values.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("The spread of " + values + "; needed is at least one finite number.");
        }
        List<Double> sorted = values.stream().sorted().toList();
        int n = sorted.size();
        double median = (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(n - 1));
    }
}
