package org.twinnet.compare.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothnessTest {

    /** Directions of at most 100 segments, each rounded to half a unit in the last place of π. */
    private static final double ROUNDING = 100 * Math.ulp(Math.PI);

    private static Smoothness of(int size, DoubleBinaryOperator probability) {
        return Smoothness.of(Contour.of(Field.sample(Examples.square(size), probability)));
    }

    @Test
    void should_be_zero_without_a_contour() {
        assertEquals(new Smoothness(0, 0, 0), of(10, (x, y) -> 0.3));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 10, 100, 1000})
    void should_not_turn_on_a_straight_line(double slope) {
        // 0.3 x − 0.7 y = −0.0123 from side to side of [−1, 1]²: 2 · √(1 + (3/7)²) long.
        Smoothness line = of(400, Examples.line(0.3, -0.7, -0.0123, slope));

        assertEquals(0, line.turning());
        assertEquals(1, line.pieces());
        // The sum of 570 lengths, each rounded. Measured 1.3e-15, 1.8e-15, 3.6e-15, 3.1e-15; allowed 1.3e-13.
        assertEquals(2 * Math.hypot(1, 3.0 / 7), line.length(), 570 * Math.ulp(1.0));
    }

    @ParameterizedTest
    @CsvSource({"0.7, 50", "0.7, 400", "0.25, 50", "0.25, 400", "0.03, 400"})
    void should_measure_a_circle(double radius, int size) {
        Smoothness circle = of(size, Examples.circle(0.013, -0.02, radius, 5));

        assertEquals(1, circle.pieces());
        assertEquals(2 * Math.PI, circle.turning(), ROUNDING);
        // A vertex is at most step² / (8 r) inside the circle (ContourTest), a chord of at most √2 step at most another
        // step² / (4 r); a convex line between radius r − e and r is between 2π (r − e) and 2π r long.
        double step = 2.0 / (size - 1);
        double deepest = step * step * (1 / 8.0 + 1 / 4.0) / (radius - step);
        assertTrue(circle.length() <= 2 * Math.PI * radius + ROUNDING, circle.toString());
        assertTrue(circle.length() >= 2 * Math.PI * (radius - deepest), circle.toString());
    }

    @Test
    void should_approach_the_length_of_a_circle_with_the_square_of_the_step() {
        double[] errors = new double[5];
        for (int i = 0; i < errors.length; i++) {
            int cells = 50 << i;
            errors[i] = 2 * Math.PI * 0.7
                    - of(cells + 1, Examples.circle(0.013, -0.02, 0.7, 5)).length();
        }
        // Measured orders: 1.978, 1.993, 1.984, 2.014; in theory 2, scattered by where circle and grid meet.
        double order = Math.log(errors[0] / errors[4]) / Math.log(2) / 4;
        assertEquals(2, order, 0.05, () -> "order " + order);
    }

    @Test
    void should_count_the_pieces_and_add_them_up() {
        DoubleBinaryOperator left = Examples.circle(-0.5, 0, 0.3, 20);
        DoubleBinaryOperator right = Examples.circle(0.5, 0, 0.3, 20);
        Smoothness one = of(201, left);
        Smoothness two = of(201, (x, y) -> Math.max(left.applyAsDouble(x, y), right.applyAsDouble(x, y)));

        assertEquals(2, two.pieces());
        assertEquals(4 * Math.PI, two.turning(), 2 * ROUNDING);
        assertEquals(2 * one.length(), two.length(), ROUNDING);
    }

    @Test
    void should_add_up_the_corners_of_a_polygon() {
        // |x| + |y| = 0.6 is a square on its corner; its sides fall between the grid's points.
        Smoothness square = of(400, (x, y) -> Examples.sigmoid(40 * (0.6 - Math.abs(x) - Math.abs(y))));

        assertEquals(2 * Math.PI, square.turning(), ROUNDING);
        // Four corners, each cut inside one cell. Measured −0.0083 in all; allowed 0.020.
        assertEquals(
                4 * 0.6 * Math.sqrt(2),
                square.length(),
                4 * Examples.square(400).stepX());
    }

    @Test
    void should_count_turns_to_both_sides() {
        // A zigzag of slope ±1 with three corners of 90°.
        Smoothness zigzag = of(401, (x, y) -> Examples.sigmoid(30 * (y + 0.3 - Math.abs(Math.abs(x + 0.003) - 0.5))));

        assertEquals(1.5 * Math.PI, zigzag.turning(), ROUNDING);
    }

    @Test
    void should_come_close_to_the_turning_of_a_wave() {
        // y = 0.2 sin 8x has slope 1.6 cos 8x: ±1.6 at 8x = 0, ±π, ±2π, and 1.6 cos 8 = −0.2328 at the border.
        double exact = 2 * (Math.atan(1.6) - Math.atan(1.6 * Math.cos(8))) + 4 * 2 * Math.atan(1.6);
        double turning = of(400, (x, y) -> Examples.sigmoid(50 * (y - 0.2 * Math.sin(8 * x))))
                .turning();

        // Measured: 2.6 % low, the two ends and the flat tops.
        assertTrue(turning <= exact && turning >= 0.97 * exact, turning + " of " + exact);
    }

    @Test
    void should_not_count_what_the_grid_cannot_resolve() {
        // Measured 2.845 and 2.858 (n = 3200: 2.861). Vertex by vertex it would be 3.26 and 3.44.
        double coarse = of(400, Examples.reluNetwork(3)).turning();
        double fine = of(1600, Examples.reluNetwork(3)).turning();

        assertEquals(fine, coarse, 0.1);
    }

    @Test
    void should_count_a_full_turn_for_a_loop_of_one_point() {
        double[] speck = new double[25];
        speck[12] = 0.51;
        Field almostNothing = new Field(new Grid(5, new Box(0, 4, 0, 4)), speck);

        Smoothness loop = Smoothness.of(Contour.of(almostNothing));
        assertEquals(2 * Math.PI, loop.turning(), ROUNDING);
        assertEquals(1, loop.pieces());
        assertTrue(loop.length() > 0 && loop.length() < 0.01, loop.toString());
    }

    @Test
    void should_be_measured_in_the_units_of_the_box() {
        double[] answers = Field.sample(Examples.square(100), Examples.circle(0, 0, 0.5, 10))
                .probabilities();
        Smoothness small = Smoothness.of(Contour.of(new Field(Examples.square(100), answers)));
        Smoothness large = Smoothness.of(Contour.of(new Field(new Grid(100, new Box(-8, 8, -8, 8)), answers)));

        assertEquals(8 * small.length(), large.length());
        assertEquals(small.turning(), large.turning());
    }
}
