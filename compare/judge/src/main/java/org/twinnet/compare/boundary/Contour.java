package org.twinnet.compare.boundary;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.operation.linemerge.LineMerger;

/**
 * The line p = 0.5 through a {@link Field}: the decision boundary as the grid sees it.
 *
 * <p>Marching squares find which cell sides the contour crosses ({@link MarchingSquares}); every side whose ends belong
 * to different classes is crossed once, and no other. Where on its side, linear interpolation of the log-odds says:
 *
 * <pre>
 * z = ln(p / (1 − p)),   t = z₀ / (z₀ − z₁),   crossing = (1 − t) · end₀ + t · end₁
 * </pre>
 *
 * <p>p = 0.5 and z = 0 are the same line, but z is what the output layer computes before its sigmoid. It is linear
 * along a side wherever the network is (a ReLU network is, between its kinks), and the crossing is then exact, while p
 * bends as soon as the network is sure of itself a cell away: interpolating p makes a staircase of a straight line.
 * Beyond |z| = 36.7, where 1 − p is lost in rounding, z is cut off: a side with both ends saturated is crossed in its
 * middle.
 *
 * <p>Accuracy: a crossing always lies on the side that the true boundary crosses. Where z is smooth its error is at
 * most step² · max|z″| / (8 · min|z′|). What fits between grid points without changing the class of any is not seen.
 *
 * <p>Each line is closed or runs from the box's border to the border, with class 1 on its left. A field of one class
 * only has no lines, also when all its values are 0.5. A point where p comes down to exactly 0.5 and rises again (a
 * contour of no extent) is no line either. Immutable.
 */
public final class Contour {

    /** The last probability before 1; its mirror image keeps the cut symmetric. */
    private static final double SURE = 1 - 0x1p-53;

    private final Grid grid;
    private final MultiLineString lines;

    private Contour(Grid grid, MultiLineString lines) {
        this.grid = grid;
        this.lines = lines;
    }

    /**
     * The contour p = 0.5 of a field.
     *
     * @param field the probabilities
     * @return its contour, empty when all points belong to one class
     * @throws IllegalArgumentException when an answer is not a probability (NaN, infinite, outside [0, 1])
     */
    public static Contour of(Field field) {
        field.fault().ifPresent(fault -> {
            throw new IllegalArgumentException(
                    "contour p = 0.5: " + fault + ", so find out first why the network answers that");
        });
        GeometryFactory factory = new GeometryFactory();
        LineMerger merger = new LineMerger();
        merger.add(MarchingSquares.pieces(field, factory));
        List<LineString> lines = new ArrayList<>();
        for (Object chain : merger.getMergedLineStrings()) {
            CoordinateList vertices = new CoordinateList();
            for (Coordinate crossing : ((LineString) chain).getCoordinates()) {
                // Around a value of exactly 0.5 several crossings fall on one point, which is kept once.
                vertices.add(place(crossing, field), false);
            }
            if (vertices.size() > 1) {
                lines.add(factory.createLineString(vertices.toCoordinateArray()));
            }
        }
        return new Contour(field.grid(), factory.createMultiLineString(lines.toArray(LineString[]::new)));
    }

    /**
     * The grid on which the contour was found.
     *
     * @return the grid of the field
     */
    public Grid grid() {
        return grid;
    }

    /**
     * The contour's lines, in an order that depends on the field only.
     *
     * @return a copy, in the coordinates of the grid's box
     */
    public MultiLineString lines() {
        return (MultiLineString) lines.copy();
    }

    /**
     * Whether there is no contour at all.
     *
     * @return true when all points belong to one class
     */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The contour's lines themselves: for reading only. */
    MultiLineString sharedLines() {
        return lines;
    }

    /** The point at which the contour crosses a side that {@link MarchingSquares} named. */
    private static Coordinate place(Coordinate crossing, Field field) {
        Grid grid = field.grid();
        int column = (int) crossing.x;
        int row = (int) crossing.y;
        double p0 = field.probability(row, column);
        if (crossing.x > column) {
            double t = fraction(p0, field.probability(row, column + 1));
            return new Coordinate(between(grid.x(column), grid.x(column + 1), t), grid.y(row));
        }
        double t = fraction(p0, field.probability(row + 1, column));
        return new Coordinate(grid.x(column), between(grid.y(row), grid.y(row + 1), t));
    }

    /** How far from end 0 to end 1 the log-odds pass 0, in [0, 1]; the ends are of different classes. */
    private static double fraction(double p0, double p1) {
        double z0 = logOdds(p0);
        double z1 = logOdds(p1);
        return z0 / (z0 - z1);
    }

    private static double logOdds(double p) {
        double cut = Math.max(1 - SURE, Math.min(SURE, p));
        return Math.log(cut / (1 - cut));
    }

    private static double between(double start, double end, double t) {
        // Rounding may pass the end by one unit in the last place; the vertex stays on its side.
        return Math.max(start, Math.min(end, start + t * (end - start)));
    }
}
