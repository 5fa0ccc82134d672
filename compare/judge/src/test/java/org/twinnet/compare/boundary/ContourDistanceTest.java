package org.twinnet.compare.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.algorithm.distance.DiscreteHausdorffDistance;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.MultiLineString;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

class ContourDistanceTest {

    private static final ContourDistance ZERO = new ContourDistance(0, 0);

    private static Contour contour(int size, DoubleBinaryOperator probability) {
        return Contour.of(Field.sample(Examples.square(size), probability));
    }

    /** How far a contour of circle(…) lies from the true circle at most: vertices and chords, as in SmoothnessTest. */
    private static double circleError(int size, double radius) {
        double step = 2.0 / (size - 1);
        return step * step * (1 / 8.0 + 1 / 4.0) / (radius - step);
    }

    @Test
    void should_be_zero_for_two_empty_contours_even_of_different_classes() {
        assertEquals(ZERO, ContourDistance.between(contour(10, (x, y) -> 0.9), contour(10, (x, y) -> 0.1)));
    }

    @Test
    void should_be_infinite_when_only_one_contour_is_empty() {
        Contour empty = contour(10, (x, y) -> 0.1);
        Contour circle = contour(10, Examples.circle(0, 0, 0.5, 5));
        ContourDistance infinite = new ContourDistance(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

        assertEquals(infinite, ContourDistance.between(empty, circle));
        assertEquals(infinite, ContourDistance.between(circle, empty));
    }

    @Test
    void should_measure_two_parallel_lines() {
        ContourDistance distance = ContourDistance.between(
                contour(100, Examples.line(1, 0, 0.1, 30)), contour(77, Examples.line(1, 0, 0.35, 50)));

        // Rounding of the probabilities. Measured −2.8e-17 and −5.6e-17.
        assertEquals(0.25, distance.hausdorff(), 4 * Math.ulp(1.0));
        assertEquals(0.25, distance.mean(), 4 * Math.ulp(1.0));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.1, 0", "-0.06, 0.08"})
    void should_measure_nested_circles(double offsetX, double offsetY) {
        int size = 200;
        ContourDistance distance = ContourDistance.between(
                contour(size, Examples.circle(0, 0, 0.7, 10)),
                contour(size, Examples.circle(offsetX, offsetY, 0.4, 10)));

        double expected = 0.7 - 0.4 + Math.hypot(offsetX, offsetY);
        assertEquals(expected, distance.hausdorff(), circleError(size, 0.7) + circleError(size, 0.4));
        assertTrue(distance.mean() <= distance.hausdorff());
    }

    @Test
    void should_average_along_both_contours() {
        // Concentric circles are 0.3 apart everywhere.
        ContourDistance circles = ContourDistance.between(
                contour(200, Examples.circle(0, 0, 0.7, 10)), contour(200, Examples.circle(0, 0, 0.4, 10)));
        assertEquals(0.3, circles.mean(), circleError(200, 0.7) + circleError(200, 0.4));

        // A line x = 0 and the same with another at x = 0.5: mean 0 one way, (0 + 0.5) / 2 back.
        Contour line = contour(101, Examples.line(1, 0, 0, 10));
        Contour twoLines = contour(101, (x, y) -> Examples.sigmoid(40 * x * (0.5 - x)));
        ContourDistance mixed = ContourDistance.between(line, twoLines);
        // The second field interpolates z = 40 x (0.5 − x) over 0.02: at most step² · 80 / (8 · 20) off.
        double allowed = 0.02 * 0.02 * 80 / (8 * 20);
        assertEquals(0.5, mixed.hausdorff(), allowed);
        assertEquals(0.125, mixed.mean(), allowed);
    }

    @Test
    void should_approach_the_true_distance_with_the_square_of_the_step() {
        double[] errors = new double[4];
        for (int i = 0; i < errors.length; i++) {
            int size = (100 << i) + 1;
            errors[i] = Math.abs(0.4
                    - ContourDistance.between(
                                    contour(size, Examples.circle(0.013, -0.02, 0.7, 5)),
                                    contour(size, Examples.circle(0.113, -0.02, 0.4, 5)))
                            .hausdorff());
        }
        // Measured orders: 2.02, 1.94, 2.18, mean 2.05; they scatter with where the farthest points meet the grid.
        double order = Math.log(errors[0] / errors[3]) / Math.log(2) / 3;
        assertEquals(2, order, 0.1, () -> "order " + order);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1e-6, 1e-12})
    void should_measure_a_small_shift(double shift) {
        Contour here = contour(100, Examples.line(1, 0, 0.123, 30));
        Contour there = contour(100, Examples.line(1, 0, 0.123 + shift, 30));

        // Rounding of the probabilities, in units of x. Measured 8.7e-18, 1.0e-18, 5.6e-18.
        assertEquals(shift, ContourDistance.between(here, there).hausdorff(), 4 * Math.ulp(1.0));
    }

    @Test
    void should_see_a_small_island_far_away() {
        Contour circle = contour(200, Examples.circle(-0.4, 0, 0.3, 50));
        Contour withIsland = contour(
                200,
                (x, y) -> Math.max(
                        Examples.circle(-0.4, 0, 0.3, 50).applyAsDouble(x, y),
                        Examples.circle(0.8, 0, 0.02, 5000).applyAsDouble(x, y)));

        ContourDistance distance = ContourDistance.between(circle, withIsland);
        // The island's far side is at x = 0.82, the circle ends at −0.1. Measured 0.9194; a step is 0.0101.
        assertEquals(
                0.92,
                distance.hausdorff(),
                circleError(200, 0.3) + Examples.square(200).stepX());
        assertTrue(distance.mean() < 0.05, distance.toString());
    }

    @Test
    void should_look_between_the_vertices() throws ParseException {
        // The example in the documentation of JTS' DiscreteHausdorffDistance, which finds 22.36 at the vertices.
        WKTReader reader = new WKTReader();
        MultiLineString a = (MultiLineString) reader.read("MULTILINESTRING ((0 0, 100 0, 10 100, 10 100))");
        MultiLineString b = (MultiLineString) reader.read("MULTILINESTRING ((0 100, 0 10, 80 10))");

        double farthest = Math.max(
                DirectedDistance.between(a, b).farthest(),
                DirectedDistance.between(b, a).farthest());
        double densified = DiscreteHausdorffDistance.distance(a, b, 1e-4);
        // The densified points are at most half of 1e-4 · 134.5, the longest segment, from the true one.
        assertTrue(farthest >= densified * (1 - DirectedDistance.RELATIVE_ACCURACY), farthest + " " + densified);
        assertTrue(farthest <= densified + 0.5e-4 * 134.6, farthest + " " + densified);
        assertEquals(47.8, farthest, 0.1);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void should_agree_with_brute_force(long seed) {
        Contour a = Contour.of(Examples.noise(seed, 20));
        Contour b = Contour.of(Examples.noise(seed + 100, 23));
        double exact = ContourDistance.between(a, b).hausdorff();

        double part = 0.05;
        double brute = DiscreteHausdorffDistance.distance(a.lines(), b.lines(), part);
        assertTrue(exact >= brute * (1 - DirectedDistance.RELATIVE_ACCURACY), exact + " " + brute);
        assertTrue(exact <= brute + part / 2 * Math.max(longestSegment(a), longestSegment(b)), exact + " " + brute);
    }

    private static double longestSegment(Contour contour) {
        double longest = 0;
        MultiLineString lines = contour.lines();
        for (int i = 0; i < lines.getNumGeometries(); i++) {
            Coordinate[] vertices = ((LineString) lines.getGeometryN(i)).getCoordinates();
            for (int v = 1; v < vertices.length; v++) {
                longest = Math.max(longest, vertices[v].distance(vertices[v - 1]));
            }
        }
        return longest;
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void should_be_a_metric(long seed) {
        Contour a = Contour.of(Examples.noise(seed, 15));
        Contour b = Contour.of(Examples.coarseNoise(seed, 18));
        Contour c = Contour.of(Examples.noise(seed + 50, 21));

        assertEquals(ZERO, ContourDistance.between(a, a));
        assertEquals(ZERO, ContourDistance.between(b, b));
        ContourDistance ab = ContourDistance.between(a, b);
        assertTrue(ab.hausdorff() > 0);
        assertEquals(ab, ContourDistance.between(b, a));
        double detour = ab.hausdorff() + ContourDistance.between(b, c).hausdorff();
        double direct = ContourDistance.between(a, c).hausdorff();
        assertTrue(direct <= detour * (1 + 2 * DirectedDistance.RELATIVE_ACCURACY), direct + " " + detour);
        assertTrue(ab.mean() <= ab.hausdorff());
    }

    @Test
    void should_be_measured_in_feature_units() {
        double[] a = Field.sample(Examples.square(60), Examples.reluNetwork(1)).probabilities();
        double[] b = Field.sample(Examples.square(60), Examples.reluNetwork(2)).probabilities();
        Grid small = Examples.square(60);
        Grid large = new Grid(60, new Box(-8, 8, -8, 8));

        ContourDistance near =
                ContourDistance.between(Contour.of(new Field(small, a)), Contour.of(new Field(small, b)));
        ContourDistance far = ContourDistance.between(Contour.of(new Field(large, a)), Contour.of(new Field(large, b)));
        assertEquals(new ContourDistance(8 * near.hausdorff(), 8 * near.mean()), far);
    }
}
