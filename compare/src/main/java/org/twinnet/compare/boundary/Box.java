package org.twinnet.compare.boundary;

import java.util.Arrays;
import java.util.DoubleSummaryStatistics;

/**
 * The rectangle [minX, maxX] × [minY, maxY] of the two features in which a boundary is looked for.
 *
 * @param minX the smallest value of the first feature
 * @param maxX the largest value of the first feature, above {@code minX}
 * @param minY the smallest value of the second feature
 * @param maxY the largest value of the second feature, above {@code minY}
 */
public record Box(double minX, double maxX, double minY, double maxY) {

    /** The part of each side that {@link Grid#around} adds beyond the data, at both ends: one tenth. */
    public static final double DEFAULT_MARGIN = 0.10;

    /** Between these lengths the squares of distances inside the box neither vanish nor overflow. */
    private static final double SHORTEST_SIDE = 1e-100;

    private static final double LONGEST_SIDE = 1e100;

    /**
     * Checks the sides.
     *
     * @param minX the smallest value of the first feature
     * @param maxX the largest value of the first feature
     * @param minY the smallest value of the second feature
     * @param maxY the largest value of the second feature
     * @throws IllegalArgumentException when a bound is not finite, or a side is not between 1e-100 and 1e100 long
     */
    public Box {
        requireSide("x", minX, maxX);
        requireSide("y", minY, maxY);
    }

    /**
     * The box around a data set's two features, widened at both ends of each side by {@code margin} times that side.
     *
     * <p>A feature that has one value only gets a side as long as the other feature's (1 when neither has an extent),
     * with that value in its middle, before the margin is added.
     *
     * @param x the first feature of each example; not modified
     * @param y the second feature of each example, as many; not modified
     * @param margin the part of each side to add at both ends, at least 0
     * @return the box
     * @throws IllegalArgumentException when there are no examples, the lengths differ, a value is not finite, the margin
     *     is negative or not finite, or a side comes out shorter than 1e-100 or longer than 1e100
     */
    public static Box around(double[] x, double[] y, double margin) {
        if (x.length != y.length || x.length == 0) {
            throw new IllegalArgumentException("box around data: x has " + x.length + " values and y has " + y.length
                    + "; both features need one value per example, and at least one example");
        }
        if (!(margin >= 0 && Double.isFinite(margin))) {
            throw new IllegalArgumentException("box around data: the margin is " + margin
                    + "; it must be a finite part of each side, 0 or more, such as " + DEFAULT_MARGIN);
        }
        requireFinite("x", x);
        requireFinite("y", y);
        DoubleSummaryStatistics xs = Arrays.stream(x).summaryStatistics();
        DoubleSummaryStatistics ys = Arrays.stream(y).summaryStatistics();
        double width = xs.getMax() - xs.getMin();
        double height = ys.getMax() - ys.getMin();
        double missing = Math.max(width, height) > 0 ? Math.max(width, height) : 1;
        double padX = width > 0 ? margin * width : (0.5 + margin) * missing;
        double padY = height > 0 ? margin * height : (0.5 + margin) * missing;
        return new Box(xs.getMin() - padX, xs.getMax() + padX, ys.getMin() - padY, ys.getMax() + padY);
    }

    /**
     * The length of the side along the first feature.
     *
     * @return maxX − minX, above 0
     */
    public double width() {
        return maxX - minX;
    }

    /**
     * The length of the side along the second feature.
     *
     * @return maxY − minY, above 0
     */
    public double height() {
        return maxY - minY;
    }

    private static void requireSide(String name, double min, double max) {
        if (!(max - min >= SHORTEST_SIDE && max - min <= LONGEST_SIDE)) {
            throw new IllegalArgumentException("box: the side of " + name + " runs from " + min + " to " + max
                    + "; the second end must be above the first by " + SHORTEST_SIDE + " to " + LONGEST_SIDE
                    + ", so scale the feature");
        }
    }

    private static void requireFinite(String name, double[] values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("box around data: " + name + "[" + i + "] is " + values[i]
                        + "; only finite values have a box, so clean or drop that example first");
            }
        }
    }
}
