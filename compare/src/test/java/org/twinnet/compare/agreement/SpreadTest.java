package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.CostPoint;

@DisplayName("The spread of a run")
class SpreadTest {

    private static FreeRun run(double... costs) {
        return new FreeRun(points(costs), List.of(), new double[0]);
    }

    private static List<CostPoint> points(double... costs) {
        List<CostPoint> points = new ArrayList<>();
        for (int i = 0; i < costs.length; i++) {
            points.add(new CostPoint(10 * i, costs[i], 0));
        }
        return points;
    }

    @Test
    void should_be_the_largest_relative_movement_and_never_shrink_again() {
        Spread spread = Spread.measure(run(1, 2, 4), List.of(run(1, 2 + 2e-12, 4), run(1, 2 - 4e-12, 4)));

        assertEquals(Rounding.UNIT, spread.points().get(0).spread());
        assertEquals(2e-12, spread.points().get(1).spread(), 1e-15);
        assertEquals(spread.points().get(1).spread(), spread.points().get(2).spread());
        assertTrue(spread.wholeRun());
        assertEquals(20, spread.horizon());
    }

    @Test
    void should_end_the_comparable_part_where_it_passes_the_limit() {
        Spread spread = Spread.measure(run(1, 1, 1), List.of(run(1, 1 + 0.9e-9, 1 + 1.1e-9)));

        assertFalse(spread.wholeRun());
        assertEquals(10, spread.horizon());
    }

    @Test
    void should_not_be_comparable_at_the_limit_itself() {
        Spread spread = Spread.measure(run(1e9, 1e9), List.of(run(1e9, 1e9 + 1)));

        assertEquals(Spread.LIMIT, spread.points().get(1).spread());
        assertEquals(0, spread.horizon());
    }

    @Test
    void should_say_how_far_it_lets_free_runs_be_compared() {
        Rung whole = Spread.measure(run(1, 1), List.of(run(1, 1))).compare(points(1, 1), points(1, 1));
        Rung part = Spread.measure(run(1, 1), List.of(run(1, 2))).compare(points(1, 1), points(1, 1));

        assertEquals("the whole run is comparable", whole.note());
        assertEquals(
                "comparable up to iteration 0: beyond it one-ulp changes of the initial weights move the cost by more than 1e-09",
                part.note());
    }

    @Test
    void should_leave_nothing_comparable_behind_a_cost_that_is_no_number() {
        Spread spread = Spread.measure(run(1, Double.NaN, 1), List.of(run(1, 1, 1)));

        assertEquals(Double.POSITIVE_INFINITY, spread.points().get(1).spread());
        assertEquals(Double.POSITIVE_INFINITY, spread.points().get(2).spread());
        assertEquals(0, spread.horizon());
        assertEquals(1, spread.compare(points(1, 2, 3), points(1, 2, 3)).compared());
    }

    @Test
    void should_hold_free_runs_to_a_hundred_times_itself() {
        Spread spread = Spread.measure(run(4, 4), List.of(run(4, 4 + 4e-12)));

        assertEquals(
                Status.AGREE,
                spread.compare(points(4, 4), points(4, 4 + 3.99e-10)).status());
        assertEquals(
                Status.DISAGREE,
                spread.compare(points(4, 4), points(4, 4 + 4.01e-10)).status());
    }

    @Test
    void should_be_inconclusive_when_not_even_the_first_cost_is_comparable() {
        Spread spread = Spread.measure(run(1), List.of(run(2)));

        assertEquals(Status.INCONCLUSIVE, spread.compare(points(1), points(1)).status());
    }
}
