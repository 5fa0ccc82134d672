package org.twinnet.compare.boundary;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.data.Dataset;

/**
 * The plane through the feature space on which boundaries are looked at: the first two features vary, all others stay at their mean over the training
 * examples. Of a data set with one feature it is a line, drawn as bands.
 *
 * @param box the part of the plane around the training examples
 * @param features number of features
 * @param fixed value of every feature where it does not vary
 */
public record Plane(Box box, int features, List<Double> fixed) {

    /**
     * Copies the list.
     *
     * @param box the part of the plane around the training examples
     * @param features number of features
     * @param fixed value of every feature where it does not vary
     */
    public Plane {
        fixed = List.copyOf(fixed);
    }

    /**
     * The plane of a data set.
     *
     * @param training the training examples
     * @return the plane, with a margin around the examples
     */
    public static Plane of(Dataset training) {
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
        Box box = Box.around(column(rows, 0), column(rows, Math.min(1, features - 1)), Box.DEFAULT_MARGIN);
        return new Plane(box, features, means);
    }

    /**
     * The points of a grid in this plane, as a network takes them.
     *
     * @param size points along each side
     * @return size² rows of features, in the order in which a {@link Field} wants their probabilities
     */
    public double[][] points(int size) {
        double[][] points = grid(size).points();
        for (int i = 0; i < points.length && features != 2; i++) {
            double[] point = fixed.stream().mapToDouble(v -> v).toArray();
            System.arraycopy(points[i], 0, point, 0, Math.min(2, features));
            points[i] = point;
        }
        return points;
    }

    /**
     * A grid over the box.
     *
     * @param size points along each side
     * @return the grid
     */
    public Grid grid(int size) {
        return new Grid(size, box);
    }

    private static double[] column(double[][] rows, int feature) {
        double[] column = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            column[i] = rows[i][feature];
        }
        return column;
    }
}
