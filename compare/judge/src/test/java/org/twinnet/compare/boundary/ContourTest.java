package org.twinnet.compare.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.MultiLineString;

class ContourTest {

    /** One cell, corners at 0 and 1. */
    private static final Grid CELL = new Grid(2, new Box(0, 1, 0, 1));

    /** The nine points (0, 0) to (2, 2), which end at 1. */
    private static final Grid NINE = new Grid(3, new Box(0, 2, 0, 2));

    private static MultiLineString lines(Grid grid, double... probabilities) {
        return Contour.of(new Field(grid, probabilities)).lines();
    }

    private static String wkt(Grid grid, double... probabilities) {
        MultiLineString lines = lines(grid, probabilities);
        return String.join(
                ";",
                IntStream.range(0, lines.getNumGeometries())
                        .mapToObj(i -> lines.getGeometryN(i).toText())
                        .toList());
    }

    @Test
    void should_have_no_lines_when_all_points_belong_to_one_class() {
        for (double p : new double[] {0, 0.2, 0.5, 0.7, 1}) {
            Contour contour = Contour.of(Field.sample(Examples.square(20), (x, y) -> p));
            assertTrue(contour.isEmpty(), "p = " + p);
            assertEquals(0, contour.lines().getNumGeometries());
        }
    }

    @Test
    void should_cross_a_cell_with_class_one_on_the_left() {
        assertEquals("LINESTRING (0.5 0, 0 0.5)", wkt(CELL, 1, 0, 0, 0));
        assertEquals("LINESTRING (1 0.5, 0.5 0)", wkt(CELL, 0, 1, 0, 0));
        assertEquals("LINESTRING (0 0.5, 0.5 1)", wkt(CELL, 0, 0, 1, 0));
        assertEquals("LINESTRING (0.5 1, 1 0.5)", wkt(CELL, 0, 0, 0, 1));
        assertEquals("LINESTRING (1 0.5, 0 0.5)", wkt(CELL, 1, 1, 0, 0));
        assertEquals("LINESTRING (0 0.5, 1 0.5)", wkt(CELL, 0, 0, 1, 1));
        assertEquals("LINESTRING (0.5 0, 0.5 1)", wkt(CELL, 1, 0, 1, 0));
        assertEquals("LINESTRING (0.5 1, 0.5 0)", wkt(CELL, 0, 1, 0, 1));
        assertEquals("LINESTRING (0 0.5, 0.5 0)", wkt(CELL, 0, 1, 1, 1));
        assertEquals("LINESTRING (0.5 0, 1 0.5)", wkt(CELL, 1, 0, 1, 1));
        assertEquals("LINESTRING (0.5 1, 0 0.5)", wkt(CELL, 1, 1, 0, 1));
        assertEquals("LINESTRING (1 0.5, 0.5 1)", wkt(CELL, 1, 1, 1, 0));
    }

    @Test
    void should_resolve_saddles_by_the_mean_of_the_cell() {
        // Corners in class 1 are 1, the others 0.2 (mean 0.6) or 0 (mean exactly 0.5, which is class 0).
        assertEquals("LINESTRING (0.5 0, 0 0.5);LINESTRING (0.5 1, 1 0.5)", wkt(CELL, 1, 0, 0, 1));
        assertEquals("LINESTRING (0 0.5, 0.5 1);LINESTRING (1 0.5, 0.5 0)", wkt(CELL, 0, 1, 1, 0));

        MultiLineString joined = lines(CELL, 1, 0.2, 0.2, 1);
        assertEquals(2, joined.getNumGeometries());
        for (int i = 0; i < 2; i++) {
            Coordinate[] ends = joined.getGeometryN(i).getCoordinates();
            // The lines cut off the bottom right and top left corner.
            assertEquals(ends[0].x > ends[0].y, ends[1].x > ends[1].y);
            assertTrue(Math.abs(ends[0].x - ends[0].y) > 0.5, joined.toText());
        }
        MultiLineString other = lines(CELL, 0.2, 1, 1, 0.2);
        for (int i = 0; i < 2; i++) {
            Coordinate[] ends = other.getGeometryN(i).getCoordinates();
            assertEquals(ends[0].x + ends[0].y > 1, ends[1].x + ends[1].y > 1);
            assertTrue(Math.abs(ends[0].x + ends[0].y - 1) > 0.5, other.toText());
        }
    }

    @Test
    void should_interpolate_the_log_odds_linearly() {
        // z = ln(p / (1 − p)) is −ln 9 and +ln 3 = ½ ln 9: two thirds of the way, within the rounding of two
        // logarithms.
        Coordinate[] line = lines(CELL, 0.1, 0.75, 0.1, 0.75).getCoordinates();

        assertEquals(2.0 / 3, line[0].x, 4 * Math.ulp(1.0));
        assertEquals(line[0].x, line[1].x);
    }

    @Test
    void should_cross_saturated_sides_in_the_middle() {
        for (double sure : new double[] {0, 1e-300, 1e-17}) {
            assertEquals("LINESTRING (0.5 1, 0.5 0)", wkt(CELL, sure, 1, sure, 1), "p = " + sure);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 10, 100, 1000})
    void should_find_a_straight_line_however_sure_the_network_is_beside_it(double slope) {
        Grid grid = Examples.square(100);
        Contour contour = Contour.of(Field.sample(grid, Examples.line(0.3, -0.7, -0.0123, slope)));

        MultiLineString lines = contour.lines();
        assertEquals(1, lines.getNumGeometries());
        // Over one side z changes by at most 0.7 · slope · step. Rounding p to 2⁻⁵³ moves that z by at most 2⁻⁵³ (2 +
        // e^z),
        // divided by slope in units of the line's equation; the equation's own rounding and the vertex's come on top.
        double z = 0.7 * slope * grid.stepX();
        double allowed = 0x1p-53 * (8 + 4 * (2 + Math.exp(z)) / slope);
        // Measured 1.7e-16, 3.6e-17, 3.3e-17, 1.9e-16; allowed 2.2e-15, 1.0e-15, 9.2e-16, 6.2e-13.
        for (Coordinate v : lines.getCoordinates()) {
            assertTrue(Math.abs(0.3 * v.x - 0.7 * v.y + 0.0123) <= allowed, v.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 50, 100, 400})
    void should_find_a_circle_within_the_interpolation_error(int size) {
        Grid grid = Examples.square(size);
        Contour contour = Contour.of(Field.sample(grid, Examples.circle(0.03, -0.05, 0.7, 5)));

        assertEquals(1, contour.lines().getNumGeometries());
        Coordinate[] vertices = contour.lines().getCoordinates();
        assertEquals(vertices[0], vertices[vertices.length - 1]);
        assertTrue(Orientation.isCCW(vertices), "class 1 is inside, so on the left");
        // Interpolating distance² (second derivative 2) over one step is at most step² / 4 too high; n = 400 comes to
        // 99.999 % of that.
        double step = grid.stepX();
        for (Coordinate v : vertices) {
            double missing = 0.49 - (v.x - 0.03) * (v.x - 0.03) - (v.y + 0.05) * (v.y + 0.05);
            assertTrue(missing >= -1e-14 && missing <= step * step / 4 + 1e-14, v + " is off by " + missing);
        }
    }

    @Test
    void should_turn_around_when_the_classes_are_swapped() {
        double[] inside = Field.sample(Examples.square(50), Examples.circle(0, 0.1, 0.6, 5))
                .probabilities();
        double[] outside = IntStream.range(0, inside.length)
                .mapToDouble(k -> 1 - inside[k])
                .toArray();

        assertFalse(Orientation.isCCW(lines(Examples.square(50), outside).getCoordinates()));
    }

    @Test
    void should_end_at_the_border_where_the_boundary_leaves_the_box() {
        Contour contour = Contour.of(Field.sample(Examples.square(50), Examples.circle(1, 0, 0.5, 5)));

        Coordinate[] vertices = contour.lines().getCoordinates();
        assertEquals(1, contour.lines().getNumGeometries());
        assertEquals(1, vertices[0].x);
        assertEquals(1, vertices[vertices.length - 1].x);
    }

    @Test
    void should_pass_exactly_through_points_with_exactly_one_half() {
        // The values are 0.25, 0.5, 0.75 from left to right; 0.5 is class 0, so the middle column ends class 0.
        assertEquals("LINESTRING (1 2, 1 1, 1 0)", wkt(NINE, 0.25, 0.5, 0.75, 0.25, 0.5, 0.75, 0.25, 0.5, 0.75));
        // The same where class 1 has exactly 0.5 to its left only.
        assertEquals("LINESTRING (1 2, 1 1, 1 0)", wkt(NINE, 0.5, 0.5, 0.75, 0.5, 0.5, 0.75, 0.5, 0.5, 0.75));
    }

    @Test
    void should_stay_in_one_line_through_points_with_exactly_one_half() {
        // y = 2x through every second row: the crossings of both sides beside such a point fall on it.
        Grid grid = new Grid(9, new Box(-4, 4, -4, 4));
        Contour contour = Contour.of(Field.sample(grid, (x, y) -> 0.5 + (y - 2 * x) / 100));

        assertEquals(1, contour.lines().getNumGeometries());
        assertEquals(0, Smoothness.of(contour).turning());
        assertEquals(4 * Math.sqrt(5), contour.lines().getLength(), 1e-14);
    }

    @Test
    void should_not_draw_a_point_that_only_touches_one_half() {
        assertTrue(
                lines(NINE, 0.75, 0.75, 0.75, 0.75, 0.5, 0.75, 0.75, 0.75, 0.75).isEmpty());
        assertEquals("LINESTRING (0.5 1, 1 1.5, 1.5 1, 1 0.5, 0.5 1)", wkt(NINE, 1, 1, 1, 1, 0, 1, 1, 1, 1));
    }

    @Test
    void should_keep_two_lines_apart_that_touch_in_one_point() {
        // 0.5 in the middle, class 1 to the left and right of it and class 0 above and below: a saddle at a grid point.
        MultiLineString lines = lines(NINE, 0.6, 0.2, 0.6, 0.8, 0.5, 0.8, 0.6, 0.2, 0.6);

        assertEquals(2, lines.getNumGeometries());
        for (int i = 0; i < 2; i++) {
            Coordinate[] vertices = lines.getGeometryN(i).getCoordinates();
            assertTrue(List.of(vertices).contains(new Coordinate(1, 1)), lines.toText());
            assertEquals(2, Math.abs(vertices[0].y - vertices[vertices.length - 1].y));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, -0.25, 1.25})
    void should_refuse_answers_that_are_no_probabilities(double answer) {
        Field field = new Field(NINE, new double[] {0, 0, 0, 0, 0, answer, 0, 0, 0});

        IllegalArgumentException e = assertThrows(IllegalArgumentException.class, () -> Contour.of(field));
        assertEquals(
                "contour p = 0.5: the network answers " + answer + " at row 1, column 2 (x = 2.0, y = 1.0); a"
                        + " probability is a number from 0 to 1, so find out first why the network answers that",
                e.getMessage());
    }

    @Test
    void should_not_change_with_the_lines_that_it_gave_out() {
        Contour contour = Contour.of(new Field(CELL, new double[] {0, 1, 0, 1}));

        contour.lines().getGeometryN(0).getCoordinates()[0].setX(99);

        assertEquals(0.5, contour.lines().getCoordinates()[0].x);
    }
}
