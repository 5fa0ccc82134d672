package org.twinnet.compare.tuning.search;

import org.apache.commons.math3.random.RandomGenerator;

/**
 * The smoothed frequencies of a coordinate that stands for a choice among k values; value i has the part [i/k, (i +
 * 1)/k) of the coordinate.
 *
 * <pre>
 * pᵢ = (countᵢ + 1) / (n + k)
 * </pre>
 *
 * <p>With less smoothing, such as 1/k for 1, the few good results soon rule out a choice that was only unlucky.
 */
final class ChoiceDensity implements Density {

    private final double[] probabilities;

    private ChoiceDensity(double[] probabilities) {
        this.probabilities = probabilities;
    }

    /** The estimate from values in [0, 1]; without any, all choices are equal. */
    static ChoiceDensity of(double[] values, int choices) {
        double[] probabilities = new double[choices];
        for (int i = 0; i < choices; i++) {
            probabilities[i] = 1.0 / (values.length + choices);
        }
        for (double value : values) {
            probabilities[index(value, choices)] += 1.0 / (values.length + choices);
        }
        return new ChoiceDensity(probabilities);
    }

    private static int index(double value, int choices) {
        return Math.min(choices - 1, (int) (value * choices));
    }

    /** The middle of the drawn value's part. */
    @Override
    public double draw(RandomGenerator random) {
        double rest = random.nextDouble();
        int index = 0;
        while (index < probabilities.length - 1 && rest >= probabilities[index]) {
            rest -= probabilities[index];
            index++;
        }
        return (index + 0.5) / probabilities.length;
    }

    @Override
    public double at(double value) {
        return probabilities[index(value, probabilities.length)];
    }
}
