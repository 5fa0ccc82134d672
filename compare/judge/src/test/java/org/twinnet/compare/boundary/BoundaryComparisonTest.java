package org.twinnet.compare.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundaryComparisonTest {

    private static final Grid GRID = Examples.square(50);
    private static final Field CIRCLE = Field.sample(GRID, Examples.circle(0, 0, 0.5, 10));

    /** The circle with one answer replaced: at row 20, column 30, which lies inside it. */
    private static Field circleWith(double answer) {
        double[] answers = CIRCLE.probabilities();
        answers[20 * 50 + 30] = answer;
        return new Field(GRID, answers);
    }

    @Test
    void should_find_nothing_between_equal_fields() {
        BoundaryComparison same = BoundaryComparison.of(CIRCLE, new Field(GRID, CIRCLE.probabilities()));

        assertEquals(GRID, same.grid());
        assertEquals(2500, same.comparedPoints());
        assertEquals(0, same.disagreements());
        assertEquals(0, same.disagreementFraction());
        assertEquals(0, same.largestDifference().orElseThrow().difference());
        assertEquals(new ContourDistance(0, 0), same.contourDistance().orElseThrow());
        assertEquals(same.firstSmoothness(), same.secondSmoothness());
        assertEquals(1, same.firstSmoothness().orElseThrow().pieces());
    }

    @Test
    void should_find_one_point_of_the_other_class_and_say_where() {
        double before = CIRCLE.probability(20, 30);
        BoundaryComparison speck = BoundaryComparison.of(CIRCLE, circleWith(0.5));

        assertTrue(before > 0.5);
        assertEquals(1, speck.labelDifferences());
        assertEquals(1 / 2500.0, speck.disagreementFraction());
        assertEquals(
                new PointDifference(before - 0.5, GRID.x(30), GRID.y(20)),
                speck.largestDifference().orElseThrow());
    }

    @Test
    void should_not_count_a_difference_that_keeps_the_class() {
        BoundaryComparison sure = BoundaryComparison.of(CIRCLE, circleWith(1));

        assertEquals(0, sure.disagreements());
        assertEquals(
                1 - CIRCLE.probability(20, 30),
                sure.largestDifference().orElseThrow().difference());
    }

    @Test
    void should_count_the_labels_between_two_boundaries() {
        Field left = Field.sample(GRID, Examples.line(1, 0, 0, 10));
        Field right = Field.sample(GRID, Examples.line(1, 0, 0.2, 10));
        BoundaryComparison shifted = BoundaryComparison.of(left, right);

        // x from 0 to 0.2 holds the columns 25 to 29 (x = 0.020 to 0.184) of all 50 rows.
        assertEquals(5 * 50, shifted.labelDifferences());
        assertEquals(0.1, shifted.disagreementFraction());
        assertEquals(0.2, shifted.contourDistance().orElseThrow().hausdorff(), 4 * Math.ulp(1.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.1, 1.1})
    void should_never_agree_on_an_answer_that_is_no_probability(double answer) {
        Field broken = circleWith(answer);

        BoundaryComparison onFirst = BoundaryComparison.of(broken, CIRCLE);
        assertEquals(1, onFirst.invalidPoints());
        assertEquals(0, onFirst.labelDifferences());
        assertEquals(2499, onFirst.comparedPoints());
        assertEquals(1, onFirst.disagreements());
        assertEquals(1 / 2500.0, onFirst.disagreementFraction());
        assertEquals(Optional.empty(), onFirst.firstSmoothness());
        assertTrue(onFirst.secondSmoothness().isPresent());
        assertEquals(Optional.empty(), onFirst.contourDistance());

        BoundaryComparison onSecond = BoundaryComparison.of(CIRCLE, broken);
        assertEquals(1, onSecond.invalidPoints());
        assertTrue(onSecond.firstSmoothness().isPresent());
        assertEquals(Optional.empty(), onSecond.secondSmoothness());
        assertEquals(Optional.empty(), onSecond.contourDistance());

        BoundaryComparison onBoth = BoundaryComparison.of(broken, broken);
        assertEquals(1, onBoth.invalidPoints());
        assertEquals(1, onBoth.disagreements());
        assertEquals(0, onBoth.largestDifference().orElseThrow().difference());
    }

    @Test
    void should_compare_nothing_when_no_answer_is_a_probability() {
        Field broken = Field.sample(GRID, (x, y) -> Double.NaN);
        BoundaryComparison nothing = BoundaryComparison.of(broken, broken);

        assertEquals(0, nothing.comparedPoints());
        assertEquals(2500, nothing.invalidPoints());
        assertEquals(1, nothing.disagreementFraction());
        assertEquals(Optional.empty(), nothing.largestDifference());
    }

    @Test
    void should_disagree_on_opposite_classes_although_neither_has_a_boundary() {
        BoundaryComparison opposite =
                BoundaryComparison.of(Field.sample(GRID, (x, y) -> 0.75), Field.sample(GRID, (x, y) -> 0.25));

        assertEquals(2500, opposite.labelDifferences());
        assertEquals(
                new PointDifference(0.5, -1, -1), opposite.largestDifference().orElseThrow());
        assertEquals(new ContourDistance(0, 0), opposite.contourDistance().orElseThrow());
        assertEquals(new Smoothness(0, 0, 0), opposite.firstSmoothness().orElseThrow());
    }

    @Test
    void should_be_infinitely_far_from_a_network_without_a_boundary() {
        BoundaryComparison dead = BoundaryComparison.of(CIRCLE, Field.sample(GRID, (x, y) -> 0.5));

        assertEquals(
                Double.POSITIVE_INFINITY, dead.contourDistance().orElseThrow().hausdorff());
    }

    @Test
    void should_refuse_fields_on_different_grids() {
        Field other = Field.sample(Examples.square(49), (x, y) -> 0.5);

        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> BoundaryComparison.of(CIRCLE, other));
        assertEquals(
                "boundary comparison: the first field is on Grid[size=50, box=Box[minX=-1.0, maxX=1.0, minY=-1.0,"
                        + " maxY=1.0]], the second on Grid[size=49, box=Box[minX=-1.0, maxX=1.0, minY=-1.0, maxY=1.0]];"
                        + " ask both networks on the same grid",
                e.getMessage());
    }
}
