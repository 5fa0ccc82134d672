package org.twinnet.compare.boundary;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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
     * Compares the answers of two classifiers of several classes, which {@link ClassFields} has.
     *
     * @param first one classifier's fields, one a class or one for two
     * @param second the other's, on an equal grid
     * @return what was compared and what differs: a label that differs for any class, the largest difference and
     *     distances of all classes, the lengths of all boundaries, each of which two classes share; empty without a
     *     field
     * @throws IllegalArgumentException when grids or numbers of fields differ
     */
    public static Optional<BoundaryComparison> of(List<Field> first, List<Field> second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException("boundary comparison: the first network answers for " + first.size()
                    + " classes, the second for " + second.size());
        }
        List<BoundaryComparison> each = new ArrayList<>();
        for (int k = 0; k < first.size(); k++) {
            each.add(of(first.get(k), second.get(k)));
        }
        if (each.size() < 2) {
            return each.stream().findFirst();
        }
        int invalid = 0;
        int labels = 0;
        Grid grid = first.get(0).grid();
        for (int i = 0; i < grid.pointCount(); i++) {
            boolean valid = true;
            boolean differs = false;
            for (int k = 0; k < first.size(); k++) {
                double p = first.get(k).at(i);
                double q = second.get(k).at(i);
                valid &= Field.isProbability(p) && Field.isProbability(q);
                differs |= Field.isClassOne(p) != Field.isClassOne(q);
            }
            invalid += valid ? 0 : 1;
            labels += valid && differs ? 1 : 0;
        }
        return Optional.of(new BoundaryComparison(
                grid,
                grid.pointCount() - invalid,
                labels,
                invalid,
                each.stream()
                        .flatMap(one -> one.largestDifference.stream())
                        .max(Comparator.comparingDouble(PointDifference::difference)),
                Smoothness.ofClasses(
                        each.stream().map(BoundaryComparison::firstSmoothness).toList()),
                Smoothness.ofClasses(
                        each.stream().map(BoundaryComparison::secondSmoothness).toList()),
                ContourDistance.ofClasses(
                        each.stream().map(BoundaryComparison::contourDistance).toList())));
    }

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
