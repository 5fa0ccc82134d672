package org.twinnet.compare.boundary;

import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/**
 * What a classifier answers on a {@link Grid}: the probability of class 1 at each point.
 *
 * <p>A field takes whatever a network returned, also NaN, infinities and numbers outside [0, 1]: a network that answers
 * so is a result to report. They are not probabilities, though: {@link BoundaryComparison} counts them as failures and
 * {@link Contour} refuses them. Immutable.
 */
public final class Field {

    private final Grid grid;
    private final double[] probabilities;
    private final int firstInvalid;

    /**
     * A field of the given answers.
     *
     * @param grid the points that were asked
     * @param probabilities the answer for each point in the order of {@link Grid#points()}; copied
     * @throws IllegalArgumentException when there is not one answer for each point
     */
    public Field(Grid grid, double[] probabilities) {
        if (probabilities.length != grid.pointCount()) {
            throw new IllegalArgumentException("field: " + probabilities.length + " probabilities for a grid of "
                    + grid.size() + " × " + grid.size() + " = " + grid.pointCount()
                    + " points; give one per point, in the order of the grid's points");
        }
        this.grid = grid;
        this.probabilities = probabilities.clone();
        this.firstInvalid = firstInvalid(this.probabilities);
    }

    /**
     * Asks a function at every point of a grid.
     *
     * @param grid the points to ask
     * @param probability the probability of class 1 at (x, y)
     * @return the field of its answers
     */
    public static Field sample(Grid grid, DoubleBinaryOperator probability) {
        int n = grid.size();
        double[] answers = new double[grid.pointCount()];
        for (int row = 0, k = 0; row < n; row++) {
            double y = grid.y(row);
            for (int column = 0; column < n; column++, k++) {
                answers[k] = probability.applyAsDouble(grid.x(column), y);
            }
        }
        return new Field(grid, answers);
    }

    /**
     * The points that were asked.
     *
     * @return the grid
     */
    public Grid grid() {
        return grid;
    }

    /**
     * The answer at one point.
     *
     * @param row the point's row, from 0 (bottom) to n − 1
     * @param column the point's column, from 0 (left) to n − 1
     * @return the probability of class 1 there, or whatever else the network answered
     */
    public double probability(int row, int column) {
        return probabilities[row * grid.size() + column];
    }

    /**
     * All answers.
     *
     * @return a new array in the order of {@link Grid#points()}
     */
    public double[] probabilities() {
        return probabilities.clone();
    }

    /**
     * Whether every answer is a probability, so that the field has a contour.
     *
     * @return true when all lie in [0, 1]; false with any NaN, infinity or other number
     */
    public boolean isValid() {
        return firstInvalid < 0;
    }

    /**
     * Whether a number is a probability.
     *
     * @param p any number
     * @return true for 0 ≤ p ≤ 1; false for NaN
     */
    static boolean isProbability(double p) {
        return p >= 0 && p <= 1;
    }

    /**
     * The class of a point with probability p.
     *
     * @param p a probability
     * @return true for class 1, which is p &gt; 0.5; exactly 0.5 is class 0
     */
    static boolean isClassOne(double p) {
        return p > 0.5;
    }

    /** The answer of point k = row · n + column, without the row and column arithmetic. */
    double at(int k) {
        return probabilities[k];
    }

    /**
     * The first answer that is no probability.
     *
     * @return which point, and what the network answered; empty when every answer is a number in [0, 1]
     */
    public Optional<String> fault() {
        if (isValid()) {
            return Optional.empty();
        }
        int row = firstInvalid / grid.size();
        int column = firstInvalid % grid.size();
        return Optional.of("the network answers " + probabilities[firstInvalid] + " at row " + row + ", column "
                + column + " (x = " + grid.x(column) + ", y = " + grid.y(row)
                + "); a probability is a number from 0 to 1");
    }

    private static int firstInvalid(double[] values) {
        for (int k = 0; k < values.length; k++) {
            if (!isProbability(values[k])) {
                return k;
            }
        }
        return -1;
    }
}
