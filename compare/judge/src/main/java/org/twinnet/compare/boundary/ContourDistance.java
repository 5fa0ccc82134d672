package org.twinnet.compare.boundary;

import java.util.List;
import java.util.Optional;
import org.locationtech.jts.geom.MultiLineString;

/**
 * How far apart two contours are, in the units of their boxes. Symmetric: both orders give the same numbers.
 *
 * <p>d(a, B) is the distance from a point a to the nearest point of B, |A| the length of A.
 *
 * <pre>
 * hausdorff = max( max over a in A of d(a, B), max over b in B of d(b, A) )
 * mean      = ½ · ( ∫ d(a, B) da / |A| + ∫ d(b, A) db / |B| )
 * </pre>
 *
 * <p>Two empty contours are 0 apart: they are the same (empty) set, and a contour is 0 from itself. That alone is no
 * agreement: both classifiers see one class only, but maybe not the same one, which the labels tell
 * ({@link BoundaryComparison#labelDifferences()}). An empty contour and another one are infinitely far apart, the
 * convention for the empty set, which fails every limit.
 *
 * @param hausdorff the largest distance from a point of either contour to the other; 0 only for equal contours. Between
 *     the given lines it is low by at most a millionth of itself, or by the rounding of their coordinates; the lines
 *     themselves are as accurate as {@link Contour} says
 * @param mean the mean distance along the two contours; off by at most a quarter of the longest segment, and so of a
 *     cell's diagonal
 */
public record ContourDistance(double hausdorff, double mean) {

    private static final ContourDistance SAME = new ContourDistance(0, 0);
    private static final ContourDistance INFINITE =
            new ContourDistance(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /**
     * The distance between two contours, which may come from different grids.
     *
     * @param a one contour
     * @param b another
     * @return the distance; 0 when both are empty, infinite when one is
     */
    public static ContourDistance between(Contour a, Contour b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.isEmpty() && b.isEmpty() ? SAME : INFINITE;
        }
        MultiLineString linesA = a.sharedLines();
        MultiLineString linesB = b.sharedLines();
        DirectedDistance.Result there = DirectedDistance.between(linesA, linesB);
        DirectedDistance.Result back = DirectedDistance.between(linesB, linesA);
        return new ContourDistance(Math.max(there.farthest(), back.farthest()), (there.mean() + back.mean()) / 2);
    }

    /** The largest of those of several classes. */
    static Optional<ContourDistance> ofClasses(List<Optional<ContourDistance>> distances) {
        if (distances.stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        List<ContourDistance> all = distances.stream().map(Optional::get).toList();
        return Optional.of(new ContourDistance(
                all.stream().mapToDouble(ContourDistance::hausdorff).max().orElseThrow(),
                all.stream().mapToDouble(ContourDistance::mean).max().orElseThrow()));
    }
}
