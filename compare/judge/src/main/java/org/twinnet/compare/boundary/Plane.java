package org.twinnet.compare.boundary;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.data.Dataset;

/**
 * The plane through the feature space on which boundaries are looked at: two features vary, all others stay at their
 * mean over the training examples. Of a data set with one feature it is a line, drawn as bands.
 *
 * <p>Its geometry is that of the unit square, whatever the features' units: every {@link Field} of it lies on
 * {@link #grid}, and so lengths and distances are in sides of the plane, one along each feature.
 *
 * @param x the values of the feature along x
 * @param y the values of the feature along y
 * @param axes the indices of both; the same twice where there is one feature
 * @param choice why these two
 * @param fixed value of every feature where it does not vary
 */
public record Plane(FeatureRange x, FeatureRange y, List<Integer> axes, PlaneChoice choice, List<Double> fixed) {

    private static final Box UNIT_SQUARE = new Box(0, 1, 0, 1);

    /**
     * Copies the lists.
     *
     * @param x the values of the feature along x
     * @param y the values of the feature along y
     * @param axes the indices of both
     * @param choice why these two
     * @param fixed value of every feature where it does not vary
     */
    public Plane {
        axes = List.copyOf(axes);
        fixed = List.copyOf(fixed);
    }

    /**
     * The plane of the first two features, with a margin around the examples.
     *
     * @param training the training examples
     * @return the plane
     */
    public static Plane of(Dataset training) {
        return of(training, new PlaneChoice.FirstTwo(), new double[training.featureCount()]);
    }

    /**
     * The plane of a data set, with a margin around the examples.
     *
     * @param training the training examples
     * @param choice which features vary
     * @param norms of each feature the norm of its weights in the first layer
     * @return the plane; a feature of one value only is as wide as the other (1 when neither has an extent)
     */
    public static Plane of(Dataset training, PlaneChoice choice, double[] norms) {
        List<Integer> axes = choice.axes(norms);
        double[][] rows = training.featureRows();
        int features = training.featureCount();
        List<Double> means = new ArrayList<>();
        for (int f = 0; f < features; f++) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[f] / rows.length;
            }
            means.add(sum);
        }
        double[] first = column(rows, axes.get(0));
        double[] second = column(rows, axes.get(1));
        double missing = Math.max(extent(first), extent(second));
        double other = missing > 0 ? missing : 1;
        return new Plane(FeatureRange.around(first, other), FeatureRange.around(second, other), axes, choice, means);
    }

    /**
     * The number of features.
     *
     * @return how many the data has
     */
    public int features() {
        return fixed.size();
    }

    /**
     * The points of a grid in this plane, as a network takes them.
     *
     * @param size points along each side
     * @return size² rows of features, in the order in which a {@link Field} wants their probabilities
     */
    public double[][] points(int size) {
        double[][] points = grid(size).points();
        double[] means = fixed.stream().mapToDouble(v -> v).toArray();
        for (int i = 0; i < points.length; i++) {
            double[] point = means.clone();
            // of a single feature both axes are the same, and x counts
            point[axes.get(1)] = y.at(points[i][1]);
            point[axes.get(0)] = x.at(points[i][0]);
            points[i] = point;
        }
        return points;
    }

    /**
     * A grid over the unit square, whose points {@link #points} are.
     *
     * @param size points along each side
     * @return the grid
     */
    public Grid grid(int size) {
        return new Grid(size, UNIT_SQUARE);
    }

    /** The difference of the largest and the smallest value, at most the largest double. */
    private static double extent(double[] values) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return Math.min(high - low, Double.MAX_VALUE);
    }

    private static double[] column(double[][] rows, int feature) {
        double[] column = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            column[i] = rows[i][feature];
        }
        return column;
    }
}
