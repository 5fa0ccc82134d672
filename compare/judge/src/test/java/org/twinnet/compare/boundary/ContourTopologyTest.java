package org.twinnet.compare.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;

/** What holds for the contour of any field, on 600 seeded random ones. */
class ContourTopologyTest {

    /** A side between two neighbouring points of different classes. */
    private record Side(double x0, double y0, double x1, double y1, boolean firstIsClassOne, boolean onBorder) {

        boolean holds(Coordinate v) {
            return v.x >= x0 && v.x <= x1 && v.y >= y0 && v.y <= y1;
        }

        Coordinate classOneEnd() {
            return firstIsClassOne ? new Coordinate(x0, y0) : new Coordinate(x1, y1);
        }
    }

    private static List<Side> crossedSides(Field field) {
        Grid grid = field.grid();
        int last = grid.size() - 1;
        List<Side> sides = new ArrayList<>();
        for (int row = 0; row <= last; row++) {
            for (int column = 0; column <= last; column++) {
                boolean here = field.probability(row, column) > 0.5;
                double x = grid.x(column);
                double y = grid.y(row);
                if (column < last && here != field.probability(row, column + 1) > 0.5) {
                    sides.add(new Side(x, y, grid.x(column + 1), y, here, row == 0 || row == last));
                }
                if (row < last && here != field.probability(row + 1, column) > 0.5) {
                    sides.add(new Side(x, y, x, grid.y(row + 1), here, column == 0 || column == last));
                }
            }
        }
        return sides;
    }

    private static List<LineString> lines(Field field) {
        MultiLineString lines = Contour.of(field).lines();
        return IntStream.range(0, lines.getNumGeometries())
                .mapToObj(i -> (LineString) lines.getGeometryN(i))
                .toList();
    }

    private static boolean onBorder(Coordinate v, Box box) {
        return v.x == box.minX() || v.x == box.maxX() || v.y == box.minY() || v.y == box.maxY();
    }

    static Stream<Named<Field>> anyFields() {
        return Stream.concat(Examples.noises(), Examples.coarseNoises());
    }

    static Stream<Named<Field>> fieldsWithoutExactHalves() {
        return Examples.noises();
    }

    @ParameterizedTest
    @MethodSource("anyFields")
    void should_lie_on_sides_between_the_two_classes(Field field) {
        List<Side> sides = crossedSides(field);
        for (LineString line : lines(field)) {
            for (Coordinate v : line.getCoordinates()) {
                assertTrue(sides.stream().anyMatch(side -> side.holds(v)), () -> v + " is on no crossed side");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("anyFields")
    void should_be_closed_or_end_on_the_border(Field field) {
        for (LineString line : lines(field)) {
            Box box = field.grid().box();
            boolean spansBox = onBorder(line.getCoordinateN(0), box)
                    && onBorder(line.getCoordinateN(line.getNumPoints() - 1), box);
            assertTrue(line.isClosed() || spansBox, line::toText);
        }
    }

    @ParameterizedTest
    @MethodSource("fieldsWithoutExactHalves")
    void should_cross_every_side_between_the_classes_once(Field field) {
        List<Side> sides = crossedSides(field);
        Set<Coordinate> vertices = new HashSet<>();
        int passed = 0;
        int open = 0;
        for (LineString line : lines(field)) {
            List<Coordinate> coordinates = List.of(line.getCoordinates());
            passed += line.isClosed() ? coordinates.size() - 1 : coordinates.size();
            open += line.isClosed() ? 0 : 1;
            vertices.addAll(coordinates);
        }
        assertEquals(sides.size(), passed);
        assertEquals(sides.size(), vertices.size());
        assertEquals(sides.stream().filter(Side::onBorder).count(), 2L * open);
    }

    @ParameterizedTest
    @MethodSource("fieldsWithoutExactHalves")
    void should_have_class_one_on_the_left_of_every_segment(Field field) {
        List<Side> sides = crossedSides(field);
        for (LineString line : lines(field)) {
            for (int i = 1; i < line.getNumPoints(); i++) {
                Coordinate from = line.getCoordinateN(i - 1);
                Coordinate to = line.getCoordinateN(i);
                Side side =
                        sides.stream().filter(s -> s.holds(from)).findFirst().orElseThrow();
                assertEquals(Orientation.LEFT, Orientation.index(from, to, side.classOneEnd()));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("anyFields")
    void should_draw_the_same_lines_for_the_transposed_field(Field field) {
        Grid grid = field.grid();
        int n = grid.size();
        double[] transposed = new double[grid.pointCount()];
        for (int k = 0; k < transposed.length; k++) {
            transposed[k] = field.probability(k % n, k / n);
        }
        Box box = grid.box();
        Grid mirrored = new Grid(n, new Box(box.minY(), box.maxY(), box.minX(), box.maxX()));

        List<LineString> expected = lines(field);
        List<LineString> actual = lines(new Field(mirrored, transposed));
        assertEquals(segments(expected, false), segments(actual, true));
        assertEquals(expected.size(), actual.size());
    }

    /** The segments of some lines without their direction, x and y exchanged if asked. */
    private static Set<LineSegment> segments(List<LineString> lines, boolean exchange) {
        Set<LineSegment> segments = new HashSet<>();
        for (LineString line : lines) {
            for (int i = 1; i < line.getNumPoints(); i++) {
                Coordinate p = line.getCoordinateN(i - 1);
                Coordinate q = line.getCoordinateN(i);
                LineSegment segment =
                        exchange ? new LineSegment(p.y, p.x, q.y, q.x) : new LineSegment(p.x, p.y, q.x, q.y);
                segment.normalize();
                segments.add(segment);
            }
        }
        return segments;
    }
}
