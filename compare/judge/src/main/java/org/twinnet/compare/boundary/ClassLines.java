package org.twinnet.compare.boundary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;

/**
 * The boundaries between classes as lines to draw, each once. The outlines of two classes run along the boundary
 * between them both; drawn over each other, two dashed lines make a solid one.
 *
 * <p>Of the outline of class k those pieces are kept that have a class above k on their other side, one end of a piece
 * being enough: so three boundaries that meet inside a cell stay connected.
 */
public final class ClassLines {

    private final Grid grid;
    private final int[] classes;

    private ClassLines(List<Field> fields) {
        this.grid = fields.get(0).grid();
        this.classes = new int[grid.pointCount()];
        for (int i = 0; i < classes.length; i++) {
            int top = 0;
            for (int k = 1; k < fields.size(); k++) {
                top = fields.get(k).at(i) > fields.get(top).at(i) ? k : top;
            }
            classes[i] = top;
        }
    }

    /**
     * The lines of fields as {@link ClassFields} has them.
     *
     * @param fields one a class, or one for two
     * @return the lines where the most probable class changes, p = 0.5 for two; none where some answer is no
     *     probability
     */
    public static MultiLineString of(List<Field> fields) {
        GeometryFactory factory = new GeometryFactory();
        if (fields.isEmpty() || !fields.stream().allMatch(Field::isValid)) {
            return factory.createMultiLineString();
        }
        if (fields.size() <= 2) {
            // the outline of one of two classes is that of the other
            return Contour.of(fields.get(fields.size() - 1)).lines();
        }
        ClassLines of = new ClassLines(fields);
        List<LineString> lines = new ArrayList<>();
        for (int k = 0; k < fields.size(); k++) {
            MultiLineString outline = Contour.of(fields.get(k)).sharedLines();
            for (int i = 0; i < outline.getNumGeometries(); i++) {
                of.keep(k, outline.getGeometryN(i).getCoordinates(), factory, lines);
            }
        }
        return factory.createMultiLineString(lines.toArray(LineString[]::new));
    }

    private void keep(int k, Coordinate[] outline, GeometryFactory factory, List<LineString> lines) {
        int[] others = Arrays.stream(outline)
                .mapToInt(crossing -> otherClass(k, crossing))
                .toArray();
        int from = 0;
        for (int i = 1; i <= outline.length; i++) {
            if (i == outline.length || Math.max(others[i - 1], others[i]) < k) {
                if (i - from > 1) {
                    lines.add(factory.createLineString(Arrays.copyOfRange(outline, from, i)));
                }
                from = i;
            }
        }
    }

    /**
     * The class at the other end of the side that an outline crosses; one above all where the outline passes a point
     * itself.
     */
    private int otherClass(int k, Coordinate crossing) {
        int column = below(crossing.x, grid.x(0), grid.stepX());
        int row = below(crossing.y, grid.y(0), grid.stepY());
        if (crossing.y == grid.y(row)) {
            return ofBoth(k, row * grid.size() + column, 1);
        }
        if (crossing.y == grid.y(row + 1)) {
            return ofBoth(k, (row + 1) * grid.size() + column, 1);
        }
        if (crossing.x == grid.x(column + 1)) {
            return ofBoth(k, row * grid.size() + column + 1, grid.size());
        }
        return ofBoth(k, row * grid.size() + column, grid.size());
    }

    private int ofBoth(int k, int at, int next) {
        int first = classes[at];
        int second = classes[at + next];
        if (first == k && second == k) {
            return Integer.MAX_VALUE;
        }
        return first == k ? second : first;
    }

    /** The last column or row that does not lie beyond a place, and has a next one. */
    private int below(double place, double first, double step) {
        return (int) Math.max(0, Math.min(grid.size() - 2, Math.floor((place - first) / step)));
    }
}
