package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.agreement.floor.CostFloor;
import org.twinnet.compare.experiment.CostPoint;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;

@DisplayName("The costs of two free runs")
class FreeRunCostsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    /** Costs of iterations 0, 10, 20, … . */
    private static List<CostPoint> costs(double... costs) {
        return IntStream.range(0, costs.length)
                .mapToObj(i -> new CostPoint(10 * i, costs[i], 0))
                .toList();
    }

    /** A reported cost and the one from the logit, at iterations 0, 10, 20, … . */
    private static List<CostPoint> withLogit(double[]... pairs) {
        List<CostPoint> points = new ArrayList<>();
        for (double[] pair : pairs) {
            points.add(new CostPoint(10 * points.size(), pair[0], 0, pair[1]));
        }
        return points;
    }

    private static Spread spread(int count, double spread) {
        return new Spread(
                IntStream.range(0, count)
                        .mapToObj(i -> new Spread.Point(10 * i, spread))
                        .toList(),
                10 * (count - 1),
                true);
    }

    private static List<CostFloor> floors(int count, double floor) {
        return Collections.nCopies(count, new CostFloor(floor, floor));
    }

    private static Rung rung(List<CostPoint> left, List<CostPoint> right, double floor, double spread) {
        return FreeRunCosts.rung(left, right, floors(left.size(), floor), spread(left.size(), spread), Phrase.NOTHING);
    }

    private static double difference(List<CostPoint> left, List<CostPoint> right, int lastIteration) {
        return FreeRunCosts.of(left, right, floors(left.size(), 0), spread(left.size(), 0))
                .largestDifference(lastIteration);
    }

    @Test
    void should_be_held_to_a_hundred_times_the_spread() {
        assertEquals(
                Status.AGREE,
                rung(costs(4, 4), costs(4, 4 + 3.99e-10), 0, 1e-12).status());
        assertEquals(
                Status.DISAGREE,
                rung(costs(4, 4), costs(4, 4 + 4.01e-10), 0, 1e-12).status());
    }

    @Test
    void should_also_be_allowed_their_own_rounding() {
        assertEquals(
                Status.AGREE,
                rung(costs(4, 4), costs(4, 4 + 5.99e-10), 2e-10, 1e-12).status());
        assertEquals(
                Status.DISAGREE,
                rung(costs(4, 4), costs(4, 4 + 6.01e-10), 2e-10, 1e-12).status());
    }

    @Test
    void should_be_held_to_their_own_rounding_alone_before_the_first_update() {
        assertEquals(
                Status.AGREE, rung(costs(4), costs(4 + 1.9e-10), 2e-10, 1e-3).status());
        assertEquals(
                Status.DISAGREE, rung(costs(4), costs(4 + 2.1e-10), 2e-10, 1e-3).status());
        assertEquals(
                Status.DISAGREE,
                rung(costs(4), costs(4 + 2.1e-10), 2e-10, INFINITY).status());
    }

    @Test
    void should_be_compared_from_the_logit_where_the_reported_ones_are_not_determined() {
        List<CostPoint> byHand = withLogit(new double[] {INFINITY, 40}, new double[] {1, 1});
        List<CostPoint> byDl4j = withLogit(new double[] {40, 40}, new double[] {1, 1});
        List<CostFloor> floors = List.of(new CostFloor(INFINITY, 1e-14), new CostFloor(1e-15, 1e-15));

        Rung rung = FreeRunCosts.rung(byHand, byDl4j, floors, spread(2, 1e-16), Phrase.NOTHING);
        assertEquals(Status.AGREE, rung.status());
        assertEquals(
                List.of("cost", "cost from the logit"),
                rung.quantities().stream()
                        .map(quantity -> quantity.quantity().english())
                        .toList());
        assertEquals(2, rung.compared());
        assertEquals(1, rung.undetermined());

        List<CostPoint> wrong = withLogit(new double[] {41, 41}, new double[] {1, 1});
        Rung parted = FreeRunCosts.rung(byHand, wrong, floors, spread(2, 1e-16), Phrase.NOTHING);
        assertEquals(Status.DISAGREE, parted.status(), "a mistake does not hide behind a saturated output");
        assertEquals("cost from the logit", parted.decisive().quantity().english());

        FreeRunCosts points = FreeRunCosts.of(byHand, byDl4j, floors, spread(2, 1e-16));
        assertTrue(points.points().get(0).fromLogit());
        assertFalse(points.points().get(1).fromLogit());
        assertEquals(0, points.largestDifference(10));
    }

    @Test
    void should_be_inconclusive_where_nothing_is_determined() {
        List<CostPoint> nothing = withLogit(new double[] {Double.NaN, Double.NaN});
        Rung rung = FreeRunCosts.rung(nothing, nothing, floors(1, Double.NaN), spread(1, INFINITY), Phrase.NOTHING);

        assertEquals(Status.INCONCLUSIVE, rung.status());
    }

    @Test
    void should_disagree_where_only_one_of_them_is_a_number_although_the_floor_is_finite() {
        List<CostPoint> one = withLogit(new double[] {Double.NaN, Double.NaN});

        assertEquals(Status.DISAGREE, rung(one, costs(1), 1e-15, 1e-16).status());
    }

    @Test
    void should_have_the_largest_relative_difference() {
        assertEquals(0.25, difference(costs(8, 6, 2), costs(8, 8, 2.5), 20));
        assertEquals(0.25, difference(costs(8, 8, 2.5), costs(8, 6, 2), 20));
        assertEquals(0, difference(costs(0, 1), costs(0, 1), 10));
    }

    @Test
    void should_look_no_farther_than_an_iteration() {
        List<CostPoint> left = costs(8, 8, 8);
        List<CostPoint> right = costs(8, 7, 4);

        assertEquals(
                List.of(0.0, 0.0, 0.125, 0.5),
                Arrays.stream(new int[] {-1, 9, 10, 1000})
                        .mapToObj(last -> difference(left, right, last))
                        .toList());
    }

    @Test
    void should_be_no_number_from_the_first_cost_on_that_is_none() {
        assertEquals(Double.NaN, difference(costs(8, Double.NaN, 2), costs(8, 8, 2), 20));
        assertEquals(Double.NaN, difference(costs(8, 8, 2), costs(8, INFINITY, 2), 20));
        assertEquals(0, difference(costs(8, Double.NaN, 2), costs(8, 8, 2), 0));
    }
}
