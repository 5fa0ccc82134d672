package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.agreement.floor.CostFloor;
import org.twinnet.compare.experiment.CostPoint;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.theory.Rounding;

@DisplayName("The spread of a run")
class SpreadTest {

    private static FreeRun run(double... costs) {
        return new FreeRun(points(costs), List.of(), new double[0], new double[0], -1);
    }

    private static List<CostPoint> points(double... costs) {
        List<CostPoint> points = new ArrayList<>();
        for (int i = 0; i < costs.length; i++) {
            points.add(new CostPoint(10 * i, costs[i], 0));
        }
        return points;
    }

    /** Floors of so many costs. */
    private static List<CostFloor> floors(int count, double floor) {
        return Collections.nCopies(count, new CostFloor(floor, floor));
    }

    private static Spread measure(FreeRun run, FreeRun... perturbed) {
        return Spread.measure(
                List.of(new Rounded(run, List.of(perturbed))),
                floors(run.costs().size(), 0),
                Precision.FLOAT64);
    }

    private static Rung compare(Spread spread, List<CostPoint> left, List<CostPoint> right) {
        return FreeRunCosts.rung(left, right, floors(left.size(), 0), spread, Phrase.NOTHING);
    }

    @Test
    void should_be_the_largest_relative_movement_and_never_shrink_again() {
        Spread spread = measure(run(1, 2, 4), run(1, 2 + 2e-12, 4), run(1, 2 - 4e-12, 4));

        assertEquals(Rounding.FLOAT64.u(), spread.points().get(0).spread());
        assertEquals(2e-12, spread.points().get(1).spread(), 1e-15);
        assertEquals(spread.points().get(1).spread(), spread.points().get(2).spread());
        assertTrue(spread.wholeRun());
        assertEquals(20, spread.horizon());
    }

    @Test
    void should_end_the_comparable_part_where_it_passes_the_limit() {
        Spread spread = measure(run(1, 1, 1), run(1, 1 + 0.9e-9, 1 + 1.1e-9));

        assertFalse(spread.wholeRun());
        assertEquals(10, spread.horizon());
    }

    @Test
    void should_not_be_comparable_at_the_limit_itself() {
        Spread spread = measure(run(1e9, 1e9), run(1e9, 1e9 + 1));

        assertEquals(Spread.limit(Precision.FLOAT64), spread.points().get(1).spread());
        assertEquals(0, spread.horizon());
    }

    @Test
    void should_say_how_far_it_lets_free_runs_be_compared() {
        assertEquals(
                "the whole run is comparable",
                measure(run(1, 1), run(1, 1))
                        .note(Optional.empty(), Precision.FLOAT64)
                        .english());
        assertEquals(
                "comparable up to iteration 0: beyond it one-ulp changes of the weights move the cost by "
                        + "more than 1e-09",
                measure(run(1, 1), run(1, 2))
                        .note(Optional.empty(), Precision.FLOAT64)
                        .english());
        Divergence left = new Divergence(Divergence.Kind.LEFT_DOUBLES, 7, 1, 2, Divergence.Cause.LEARNING_RATE);
        assertEquals(
                "comparable up to iteration 0: training left the range of its numbers at iteration 7",
                measure(run(1, 1), run(1, 2))
                        .note(Optional.of(left), Precision.FLOAT64)
                        .english());
    }

    @Test
    void should_leave_nothing_comparable_behind_a_cost_that_is_no_number() {
        Spread spread = measure(run(1, Double.NaN, 1), run(1, 1, 1));

        assertEquals(Double.POSITIVE_INFINITY, spread.points().get(1).spread());
        assertEquals(Double.POSITIVE_INFINITY, spread.points().get(2).spread());
        assertEquals(0, spread.horizon());
        assertEquals(1, compare(spread, points(1, 2, 3), points(1, 2, 3)).compared());
    }

    @Test
    void should_not_reach_beyond_what_is_in_the_range_of_doubles() {
        Spread spread = measure(run(1, 1, 1, 1), run(1, 1, 1, 1));

        assertEquals(10, spread.until(20).horizon());
        assertEquals(10, spread.until(11).horizon());
        assertEquals(0, spread.until(0).horizon(), "the first cost was computed from given numbers");
        assertFalse(spread.until(20).wholeRun());
        assertEquals(0, measure(run(1, 1, 1), run(1, 2, 2)).until(20).horizon());
    }

    @Test
    void should_take_costs_that_are_equal_zeros_for_equal() {
        Spread spread = measure(run(1, 0, 0), run(1, 0, 0));

        assertTrue(spread.wholeRun());
        assertEquals(Rounding.FLOAT64.u(), spread.points().get(2).spread());
    }

    @Test
    void should_not_end_where_rounding_of_the_cost_alone_explains_the_movement() {
        Spread explained = Spread.measure(
                List.of(new Rounded(run(1, 1, 1), List.of(run(1, 1 + 2e-9, 1)))), floors(3, 3e-9), Precision.FLOAT64);
        Spread parted = Spread.measure(
                List.of(new Rounded(run(1, 1, 1), List.of(run(1, 1 + 2e-9, 1)))), floors(3, 1e-9), Precision.FLOAT64);

        assertTrue(explained.wholeRun());
        assertEquals(2e-9, explained.points().get(1).spread(), 1e-15);
        assertEquals(Rounding.FLOAT64.u(), explained.points().get(2).spread());
        assertFalse(parted.wholeRun());
    }

    @Test
    void should_be_that_of_the_cost_from_the_logit_where_the_reported_one_is_not_determined() {
        FreeRun own = new FreeRun(
                List.of(new CostPoint(0, Double.POSITIVE_INFINITY, 0, 40), new CostPoint(1, 1, 0, 30)),
                List.of(),
                new double[0],
                new double[0],
                -1);
        FreeRun moved = new FreeRun(
                List.of(new CostPoint(0, 36, 0, 40 + 4e-11), new CostPoint(1, 9, 0, 30 + 3e-11)),
                List.of(),
                new double[0],
                new double[0],
                -1);
        Spread spread = Spread.measure(
                List.of(new Rounded(own, List.of(moved))),
                Collections.nCopies(2, new CostFloor(Double.POSITIVE_INFINITY, 0)),
                Precision.FLOAT64);

        assertTrue(spread.wholeRun());
        assertEquals(1e-12, spread.points().get(0).spread(), 1e-15);
        assertEquals(1e-12, spread.points().get(1).spread(), 1e-15);
    }
}
