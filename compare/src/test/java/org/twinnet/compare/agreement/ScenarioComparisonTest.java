package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.CostPoint;

@DisplayName("The comparison of a scenario")
class ScenarioComparisonTest {

    /** Costs of iterations 0, 10, 20, … . */
    private static TwinRun run(double... costs) {
        List<CostPoint> points = IntStream.range(0, costs.length)
                .mapToObj(i -> new CostPoint(10 * i, costs[i], 0))
                .toList();
        return new TwinRun(points, List.of(), new double[0], new Accuracy(1, 1), Optional.empty());
    }

    private static double difference(TwinRun scratch, TwinRun dl4j, int lastIteration) {
        return new ScenarioComparison(null, new Ladder(List.of()), scratch, dl4j, null, null, null)
                .largestCostDifference(lastIteration);
    }

    @Test
    void should_find_the_largest_relative_difference_of_the_costs() {
        assertEquals(0.25, difference(run(8, 6, 2), run(8, 8, 2.5), 20));
        assertEquals(0.25, difference(run(8, 8, 2.5), run(8, 6, 2), 20));
        assertEquals(0, difference(run(0, 1), run(0, 1), 10));
    }

    @Test
    void should_look_no_farther_than_the_last_comparable_iteration() {
        TwinRun scratch = run(8, 8, 8);
        TwinRun dl4j = run(8, 7, 4);

        assertEquals(0, difference(scratch, dl4j, -1));
        assertEquals(0, difference(scratch, dl4j, 9));
        assertEquals(0.125, difference(scratch, dl4j, 10));
        assertEquals(0.5, difference(scratch, dl4j, 1000));
    }

    @Test
    void should_be_no_number_from_the_first_cost_on_that_is_none() {
        assertEquals(Double.NaN, difference(run(8, Double.NaN, 2), run(8, 8, 2), 20));
        assertEquals(Double.NaN, difference(run(8, 8, 2), run(8, Double.POSITIVE_INFINITY, 2), 20));
        assertEquals(0, difference(run(8, Double.NaN, 2), run(8, 8, 2), 0));
    }

    @Test
    void should_end_a_run_with_its_last_reported_cost() {
        assertEquals(2, run(8, 6, 2).finalCost());
    }
}
