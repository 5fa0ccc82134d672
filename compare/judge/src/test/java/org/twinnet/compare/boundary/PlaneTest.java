package org.twinnet.compare.boundary;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.data.Dataset;

class PlaneTest {

    private static Plane of(double[]... rows) {
        List<String> names =
                IntStream.range(0, rows[0].length).mapToObj(f -> "x" + f).toList();
        return Plane.of(Dataset.of("points", names, rows, new double[rows.length]));
    }

    @Test
    void should_lay_the_points_of_the_unit_square_over_both_features() {
        Plane plane = new Plane(
                new FeatureRange(0, 2),
                new FeatureRange(10, 30),
                List.of(0, 1),
                new PlaneChoice.FirstTwo(),
                List.of(1.0, 20.0));
        assertArrayEquals(new double[][] {{0, 10}, {2, 10}, {0, 30}, {2, 30}}, plane.points(2));
        assertEquals(new Box(0, 1, 0, 1), plane.grid(2).box());
    }

    @Test
    void should_keep_all_other_features_at_their_mean() {
        double[][] points =
                of(new double[] {0, 0, 4, -1}, new double[] {1, 1, 8, 3}).points(2);
        assertEquals(4, points.length);
        for (double[] point : points) {
            assertEquals(4, point.length);
            assertEquals(6, point[2]);
            assertEquals(1, point[3]);
        }
        assertArrayEquals(new double[] {-0.1, -0.1, 6, 1}, points[0]);
    }

    @Test
    void should_vary_the_features_that_the_first_layer_listens_to_most() {
        Dataset data = Dataset.of(
                "points", List.of("a", "b", "c", "d"), new double[][] {{0, 0, 4, -1}, {1, 1, 8, 3}}, new double[2]);
        double[] norms = {0.1, 3, 0.2, 2};
        Plane plane = Plane.of(data, new PlaneChoice.LargestWeights(), norms);
        assertEquals(List.of(1, 3), plane.axes());
        assertEquals(FeatureRange.around(new double[] {-1, 3}, 0), plane.y());
        for (double[] point : plane.points(2)) {
            assertEquals(0.5, point[0]);
            assertEquals(6, point[2]);
        }
        assertEquals(
                List.of(0, 3),
                new PlaneChoice.LargestWeights().axes(new double[] {2, Double.NaN, Double.NaN, 2}),
                "a norm that is no number is none");
        assertEquals(List.of(0, 1), new PlaneChoice.FirstTwo().axes(norms));
        assertEquals(List.of(0, 1), new PlaneChoice.LargestWeights().axes(new double[] {1, 2}));
    }

    @Test
    void should_vary_the_features_that_somebody_named() {
        List<String> features = List.of("age", "income", "1");
        assertEquals(new PlaneChoice.Asked(1, 0), PlaneChoice.named(List.of("income", "age"), features));
        assertEquals(new PlaneChoice.Asked(2, 1), PlaneChoice.named(List.of("1", "2"), features), "a name comes first");
        assertEquals(
                "no feature is called 'wealth'; the data has age, income, 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PlaneChoice.named(List.of("wealth", "age"), features))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> PlaneChoice.named(List.of("age", "age"), features));
        assertThrows(IllegalArgumentException.class, () -> PlaneChoice.named(List.of("age"), features));
    }

    @Test
    void should_be_a_line_of_one_feature() {
        assertArrayEquals(
                new double[][] {{-1}, {11}, {-1}, {11}},
                of(new double[] {0}, new double[] {10}).points(2));
    }

    @Test
    void should_give_a_constant_feature_the_width_of_the_other_one() {
        Plane plane = of(new double[] {0, 7}, new double[] {10, 7});
        assertEquals(new FeatureRange(-1, 11), plane.x());
        assertEquals(new FeatureRange(1, 13), plane.y());
        assertEquals(new FeatureRange(0.4, 1.6), of(new double[] {1, 7}).x());
    }

    /** The same network on the same data in other units: the same contour, as long and as far from another. */
    @ParameterizedTest
    @ValueSource(doubles = {1e150, 1e-300, 1e300, 1e9})
    void should_measure_the_same_in_any_units(double unit) {
        Plane plain = of(new double[] {-1, -1}, new double[] {1, 1});
        Plane scaled = of(new double[] {-unit, -1}, new double[] {unit, 1});
        BoundaryComparison expected = compare(plain, 1);
        BoundaryComparison actual = compare(scaled, unit);
        assertEquals(
                expected.firstSmoothness().get().length(),
                actual.firstSmoothness().get().length(),
                1e-9);
        assertEquals(
                expected.firstSmoothness().get().turning(),
                actual.firstSmoothness().get().turning(),
                1e-9);
        assertEquals(
                expected.contourDistance().get().hausdorff(),
                actual.contourDistance().get().hausdorff(),
                1e-9);
        assertEquals(expected.labelDifferences(), actual.labelDifferences());
    }

    private static BoundaryComparison compare(Plane plane, double unit) {
        return BoundaryComparison.of(field(plane, unit, 0.5), field(plane, unit, 0.7));
    }

    private static Field field(Plane plane, double unit, double radius) {
        double[][] points = plane.points(100);
        double[] answers = new double[points.length];
        for (int k = 0; k < answers.length; k++) {
            answers[k] = Examples.circle(0, 0, radius, 10).applyAsDouble(points[k][0] / unit, points[k][1]);
        }
        return new Field(plane.grid(100), answers);
    }
}
