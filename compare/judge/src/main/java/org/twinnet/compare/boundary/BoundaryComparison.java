package org.twinnet.compare.boundary;

import java.util.Optional;

/**
 * Two classifiers asked on the same grid: where they disagree and how their boundaries differ. Facts only; what is
 * close enough is decided elsewhere.
 *
 * <p>Every point is counted once: both answers are probabilities ({@code comparedPoints}), or one at least is not
 * ({@code invalidPoints}: NaN, infinite or outside [0, 1]). An invalid point is a disagreement, also when both sides
 * answer the same NaN.
 *
 * @param grid the points that both were asked, with their box
 * @param comparedPoints how many points have a probability on both sides
 * @param labelDifferences how many of those belong to class 1 (p &gt; 0.5) on one side only
 * @param invalidPoints how many points have no probability on one side or both
 * @param largestDifference the largest |p₁ − p₂| over the compared points and where it is, the first in the grid's
 *     order if there are several; empty when no point could be compared
 * @param firstSmoothness the first contour's smoothness; empty when that side has an invalid point
 * @param secondSmoothness the second contour's smoothness; empty when that side has an invalid point
 * @param contourDistance how far the contours are apart; empty when either side has an invalid point
 */
public record BoundaryComparison(
        Grid grid,
        int comparedPoints,
        int labelDifferences,
        int invalidPoints,
        Optional<PointDifference> largestDifference,
        Optional<Smoothness> firstSmoothness,
        Optional<Smoothness> secondSmoothness,
        Optional<ContourDistance> contourDistance) {

    /**
     * Compares the answers of two classifiers.
     *
     * @param first one classifier's answers
     * @param second the other's, on an equal grid
     * @return what was compared and what differs
     * @throws IllegalArgumentException when the grids differ
     */
    public static BoundaryComparison of(Field first, Field second) {
        Grid grid = first.grid();
        if (!grid.equals(second.grid())) {
            throw new IllegalArgumentException("boundary comparison: the first field is on " + grid + ", the second on "
                    + second.grid() + "; ask both networks on the same grid");
        }
        int invalid = 0;
        int labelDifferences = 0;
        double largest = -1;
        int at = -1;
        for (int k = 0; k < grid.pointCount(); k++) {
            double p = first.at(k);
            double q = second.at(k);
            if (!(Field.isProbability(p) && Field.isProbability(q))) {
                invalid++;
                continue;
            }
            if (Field.isClassOne(p) != Field.isClassOne(q)) {
                labelDifferences++;
            }
            if (Math.abs(p - q) > largest) {
                largest = Math.abs(p - q);
                at = k;
            }
        }
        Optional<PointDifference> largestDifference = at < 0
                ? Optional.empty()
                : Optional.of(new PointDifference(largest, grid.x(at % grid.size()), grid.y(at / grid.size())));
        Optional<Contour> a = contour(first);
        Optional<Contour> b = contour(second);
        return new BoundaryComparison(
                grid,
                grid.pointCount() - invalid,
                labelDifferences,
                invalid,
                largestDifference,
                a.map(Smoothness::of),
                b.map(Smoothness::of),
                a.flatMap(contourA -> b.map(contourB -> ContourDistance.between(contourA, contourB))));
    }

    /**
     * How many points the two do not agree on.
     *
     * @return labelDifferences + invalidPoints
     */
    public int disagreements() {
        return labelDifferences + invalidPoints;
    }

    /**
     * The part of the plane that the two do not agree on.
     *
     * @return {@link #disagreements()} divided by the grid's n² points, from 0 to 1
     */
    public double disagreementFraction() {
        return (double) disagreements() / grid.pointCount();
    }

    private static Optional<Contour> contour(Field field) {
        return field.isValid() ? Optional.of(Contour.of(field)) : Optional.empty();
    }
}
