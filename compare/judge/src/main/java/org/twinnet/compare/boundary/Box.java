package org.twinnet.compare.boundary;

/**
 * The rectangle [minX, maxX] × [minY, maxY] in which a boundary is looked for: the unit square in a comparison,
 * whatever the features' values ({@link Plane}).
 *
 * @param minX the left edge
 * @param maxX the right edge, to the right of {@code minX}
 * @param minY the lower edge
 * @param maxY the upper edge, above {@code minY}
 */
public record Box(double minX, double maxX, double minY, double maxY) {

    /** Between these lengths the squares of distances inside the box neither vanish nor overflow. */
    private static final double SHORTEST_SIDE = 1e-100;

    private static final double LONGEST_SIDE = 1e100;

    /**
     * Checks the sides.
     *
     * @param minX the left edge
     * @param maxX the right edge
     * @param minY the lower edge
     * @param maxY the upper edge
     * @throws IllegalArgumentException when a bound is not finite, or a side is not between 1e-100 and 1e100 long
     */
    public Box {
        requireSide("x", minX, maxX);
        requireSide("y", minY, maxY);
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
}
