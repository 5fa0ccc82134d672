package org.twinnet.compare.boundary;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.index.strtree.STRtree;

/** A contour's segments in an R-tree, to find the one nearest to a point in about log(segments) steps. */
final class SegmentIndex {

    private final STRtree tree = new STRtree();

    /** An index of all segments of lines that are not empty. */
    SegmentIndex(MultiLineString lines) {
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            Coordinate[] vertices = ((LineString) lines.getGeometryN(i)).getCoordinates();
            for (int v = 1; v < vertices.length; v++) {
                LineSegment segment = new LineSegment(vertices[v - 1], vertices[v]);
                tree.insert(new Envelope(segment.p0, segment.p1), segment);
            }
        }
    }

    /** The segment nearest to a point; of several at the same distance, any. */
    LineSegment nearest(Coordinate point) {
        return (LineSegment) tree.nearestNeighbour(
                new Envelope(point),
                point,
                (segment, query) -> ((LineSegment) segment.getItem()).distance((Coordinate) query.getItem()));
    }
}
