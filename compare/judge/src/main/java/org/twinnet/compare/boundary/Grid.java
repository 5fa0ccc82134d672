package org.twinnet.compare.boundary;

/**
 * n × n points spread evenly over a {@link Box}, edges included.
 *
 * <p>Points are numbered row by row: point k = row · n + column lies at ({@link #x x(column)}, {@link #y y(row)}).
 * Column 0 is at minX, row 0 at minY (the bottom row), the last ones exactly at maxX and maxY.
 *
 * @param size n, the points along each side
 * @param box where the points lie
 */
public record Grid(int size, Box box) {

    /** The points along each side unless said otherwise: 400, so 160,000 points in all. */
    public static final int DEFAULT_SIZE = 400;

    /** The largest n whose n² points one Java array can hold. */
    private static final int MAX_SIZE = 46_340;

    /**
     * Rounding moves each of two neighbouring coordinates by less than 3 units in the last place; 8 keep them apart.
     */
    private static final int LEAST_STEP_ULPS = 8;

    /**
     * Checks that the points can be told apart.
     *
     * @param size the points along each side
     * @param box where the points lie
     * @throws IllegalArgumentException when {@code size} is below 2 or above 46,340, or neighbouring points would fall
     *     together because the box is too small for the size of its coordinates
     */
    public Grid {
        if (size < 2 || size > MAX_SIZE) {
            throw new IllegalArgumentException("grid: " + size + " points along each side; allowed are 2 to " + MAX_SIZE
                    + ", such as " + DEFAULT_SIZE);
        }
        requireStep("x", box.minX(), box.maxX(), size);
        requireStep("y", box.minY(), box.maxY(), size);
    }

    /**
     * How many points there are.
     *
     * @return n²
     */
    public int pointCount() {
        return size * size;
    }

    /**
     * The first feature of the points in a column.
     *
     * @param column from 0 (minX) to n − 1 (maxX)
     * @return (1 − t) · minX + t · maxX with t = column / (n − 1)
     */
    public double x(int column) {
        return between(box.minX(), box.maxX(), column);
    }

    /**
     * The second feature of the points in a row.
     *
     * @param row from 0 (minY) to n − 1 (maxY)
     * @return (1 − t) · minY + t · maxY with t = row / (n − 1)
     */
    public double y(int row) {
        return between(box.minY(), box.maxY(), row);
    }

    /**
     * The distance between neighbouring columns.
     *
     * @return width / (n − 1)
     */
    public double stepX() {
        return box.width() / (size - 1);
    }

    /**
     * The distance between neighbouring rows.
     *
     * @return height / (n − 1)
     */
    public double stepY() {
        return box.height() / (size - 1);
    }

    /**
     * All points, one a row, in the order in which a {@link Field} wants their probabilities.
     *
     * @return a new n² × 2 array of (x, y)
     */
    public double[][] points() {
        double[] xs = new double[size];
        for (int column = 0; column < size; column++) {
            xs[column] = x(column);
        }
        double[][] points = new double[pointCount()][];
        for (int row = 0, k = 0; row < size; row++) {
            double y = y(row);
            for (int column = 0; column < size; column++, k++) {
                points[k] = new double[] {xs[column], y};
            }
        }
        return points;
    }

    private double between(double min, double max, int index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("grid: row or column " + index + "; allowed are 0 to " + (size - 1));
        }
        double t = (double) index / (size - 1);
        return (1 - t) * min + t * max;
    }

    private static void requireStep(String name, double min, double max, int size) {
        double ulp = Math.ulp(Math.max(Math.abs(min), Math.abs(max)));
        if (!((max - min) / (size - 1) > LEAST_STEP_ULPS * ulp)) {
            throw new IllegalArgumentException("grid: " + size + " values of " + name + " from " + min + " to " + max
                    + " fall together in double precision; shift the feature towards 0 or take fewer points");
        }
    }
}
