package org.twinnet.compare.tuning.findings;

/**
 * How alike the scores of two points of the cube are expected to be: the Matérn kernel of smoothness 5/2 with a length
 * scale for each side,
 *
 * <p>c(x, x′) = (1 + √5·r + 5·r²/3)·exp(−√5·r), r² = Σᵢ dᵢ(x, x′)/ℓᵢ²
 *
 * <p>with dᵢ = (xᵢ − x′ᵢ)² for ranges and dᵢ = 0 or 1, equal or not, for choices (Hamming distance). Rasmussen &amp;
 * Williams, Gaussian Processes for Machine Learning, 2006, equations 4.17 and 5.2; the distance of choices as in
 * Hutter, Hoos, Leyton-Brown, Sequential Model-Based Optimization for General Algorithm Configuration, 2011, section
 * 4.1.
 */
final class Kernel {

    private static final double SQRT_5 = Math.sqrt(5);

    private final double[] lengths;
    private final int[] choices;

    /** A kernel of a length scale for each side, and its number of values, 0 for a range. */
    Kernel(double[] lengths, int[] choices) {
        this.lengths = lengths;
        this.choices = choices;
    }

    double of(double[] x, double[] y) {
        double squared = 0;
        for (int i = 0; i < lengths.length; i++) {
            squared += distance(i, x, y) / (lengths[i] * lengths[i]);
        }
        double r = SQRT_5 * Math.sqrt(squared);
        return (1 + r + r * r / 3) * StrictMath.exp(-r);
    }

    private double distance(int side, double[] x, double[] y) {
        if (choices[side] > 0) {
            return x[side] == y[side] ? 0 : 1;
        }
        double difference = x[side] - y[side];
        return difference * difference;
    }
}
