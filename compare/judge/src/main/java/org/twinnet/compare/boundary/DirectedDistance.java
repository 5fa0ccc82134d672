package org.twinnet.compare.boundary;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;

/**
 * How far the points of one contour A are from another contour B, over the whole length of A.
 *
 * <p>d(a) is the distance from a point a of A to the nearest point of B. Its largest value may lie inside a segment of
 * A, so looking at the vertices is not enough. It is found by branch and bound: on a segment [p, q] of A
 *
 * <pre>
 * d(a) ≤ (d(p) + d(q) + |pq|) / 2                     since d changes no faster than a moves
 * d(a) ≤ max(|p − s|, |q − s|) for every segment s of B   since the distance to one segment is convex
 * </pre>
 *
 * <p>and a segment that these bounds keep within the accuracy of the best point found so far is left; any other is
 * halved.
 */
final class DirectedDistance {

    /** The largest distance is exact up to this part of itself; far below what any grid resolves. */
    static final double RELATIVE_ACCURACY = 0x1p-20;

    /** Rounding of the coordinates makes distances below this many units in the last place of them meaningless. */
    private static final double NOISE_ULPS = 4;

    private final SegmentIndex target;
    private final double noise;
    private double farthest;
    private double integral;

    private DirectedDistance(MultiLineString from, MultiLineString to) {
        this.target = new SegmentIndex(to);
        Envelope all = new Envelope(from.getEnvelopeInternal());
        all.expandToInclude(to.getEnvelopeInternal());
        double x = Math.max(Math.abs(all.getMinX()), Math.abs(all.getMaxX()));
        double y = Math.max(Math.abs(all.getMinY()), Math.abs(all.getMaxY()));
        this.noise = NOISE_ULPS * Math.ulp(Math.max(x, y));
    }

    /**
     * The largest and the mean distance from one contour's points to another contour.
     *
     * @param farthest max d(a): too low by at most {@link #RELATIVE_ACCURACY} of itself, or rounding if that is more
     * @param mean ∫ d(a) da / |A| by the trapezoidal rule over A's segments: off by at most a quarter of the longest
     *     one
     */
    record Result(double farthest, double mean) {}

    /** Measures from the first contour to the second; neither may be empty. */
    static Result between(MultiLineString from, MultiLineString to) {
        DirectedDistance distance = new DirectedDistance(from, to);
        for (int i = 0; i < from.getNumGeometries(); i++) {
            distance.walk(((LineString) from.getGeometryN(i)).getCoordinates());
        }
        return new Result(distance.farthest, distance.integral / from.getLength());
    }

    /** A point of A, the segment of B nearest to it, and how far that is. */
    private record Reach(Coordinate point, LineSegment nearest, double distance) {}

    private void walk(Coordinate[] vertices) {
        // All vertices first: the better the best point known, the fewer segments need a closer look.
        Reach[] reaches = new Reach[vertices.length];
        for (int v = 0; v < vertices.length; v++) {
            reaches[v] = reach(vertices[v]);
            farthest = Math.max(farthest, reaches[v].distance());
        }
        for (int v = 1; v < vertices.length; v++) {
            Reach p = reaches[v - 1];
            Reach q = reaches[v];
            integral += p.point().distance(q.point()) * (p.distance() + q.distance()) / 2;
            refine(p, q);
        }
    }

    private void refine(Reach p, Reach q) {
        double length = p.point().distance(q.point());
        double bound = Math.min((p.distance() + q.distance() + length) / 2, bound(p, q, p.nearest()));
        bound = Math.min(bound, bound(p, q, q.nearest()));
        if (isSettled(bound)) {
            return;
        }
        Reach middle = reach(LineSegment.midPoint(p.point(), q.point()));
        bound = Math.min(bound, bound(p, q, middle.nearest()));
        // Exactly, d(middle) ≤ bound; the minimum keeps rounding from lifting the distance of equal contours above 0.
        farthest = Math.max(farthest, Math.min(middle.distance(), bound));
        if (!isSettled(bound)) {
            refine(p, middle);
            refine(middle, q);
        }
    }

    private boolean isSettled(double bound) {
        return bound <= farthest + Math.max(RELATIVE_ACCURACY * farthest, noise);
    }

    private static double bound(Reach p, Reach q, LineSegment segment) {
        return Math.max(segment.distance(p.point()), segment.distance(q.point()));
    }

    private Reach reach(Coordinate point) {
        LineSegment nearest = target.nearest(point);
        return new Reach(point, nearest, nearest.distance(point));
    }
}
