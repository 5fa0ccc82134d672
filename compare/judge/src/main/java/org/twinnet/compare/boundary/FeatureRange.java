package org.twinnet.compare.boundary;

/**
 * The values of one feature over which a boundary is looked at: one side of a {@link Plane}.
 *
 * <p>Data may stand anywhere among the doubles, at 1e150 or at 1e-300. So geometry never sees these values: it works on
 * the unit square, and {@link #at} turns a place on its side into a value of the feature.
 *
 * @param min the value at place 0
 * @param max the value at place 1, above {@code min}; their difference is finite
 */
public record FeatureRange(double min, double max) {

    /** The part of a side that {@link #around} adds beyond the data, at both ends: one tenth. */
    public static final double MARGIN = 0.10;

    /** Beyond these values differences overflow; of a feature that goes farther, what is inside is drawn. */
    private static final double FARTHEST = Double.MAX_VALUE / 4;

    /**
     * The least width as a part of the largest value: 400 places are then more than eight units in the last place
     * apart.
     */
    private static final double LEAST_RELATIVE_WIDTH = 0x1p-40;

    /** The least width anywhere: below it, what draws an axis has no power of ten left for its ticks. */
    private static final double LEAST_WIDTH = 1e-300;

    /**
     * Checks the ends.
     *
     * @param min the value at place 0
     * @param max the value at place 1
     * @throws IllegalArgumentException when the ends have no finite difference above 0
     */
    public FeatureRange {
        if (!(max - min > 0 && Double.isFinite(max - min))) {
            throw new IllegalArgumentException("range of a feature: from " + min + " to " + max
                    + "; the second end must be above the first by a finite number");
        }
    }

    /**
     * The range around a feature's values, widened at both ends by {@link #MARGIN} of its width.
     *
     * <p>A feature of one value only gets the width {@code other}, with that value in its middle, before the margin is
     * added. Values so close together that a grid could not tell its points apart (less than 2⁻⁴⁰ of the largest) get
     * that width; values beyond a quarter of the largest double are cut off.
     *
     * @param values the feature's value of each example, finite, at least one; not modified
     * @param other the width of a feature that has none, above 0
     * @return the range
     */
    static FeatureRange around(double[] values, double other) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            double inside = inside(value);
            low = Math.min(low, inside);
            high = Math.max(high, inside);
        }
        double width = high - low;
        double pad = width > 0 ? MARGIN * width : (0.5 + MARGIN) * other;
        double min = inside(low - pad);
        double max = inside(high + pad);
        double least = Math.max(LEAST_WIDTH, LEAST_RELATIVE_WIDTH * Math.max(Math.abs(min), Math.abs(max)));
        if (max - min >= least) {
            return new FeatureRange(min, max);
        }
        return new FeatureRange(inside(low - least), inside(high + least));
    }

    private static double inside(double value) {
        return Math.max(-FARTHEST, Math.min(FARTHEST, value));
    }

    /**
     * The width.
     *
     * @return max − min, above 0
     */
    public double width() {
        return max - min;
    }

    /**
     * The feature's value at a place.
     *
     * @param place from 0 to 1
     * @return (1 − place) · min + place · max; exactly the ends at 0 and 1
     */
    public double at(double place) {
        return (1 - place) * min + place * max;
    }
}
