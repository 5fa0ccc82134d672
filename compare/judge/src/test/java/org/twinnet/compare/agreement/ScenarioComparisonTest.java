package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.agreement.prediction.Accuracy;
import org.twinnet.compare.experiment.CostPoint;

@DisplayName("The comparison of a scenario")
class ScenarioComparisonTest {

    /** Costs of iterations 0, 10, 20, … . */
    private static TwinRun run(double... costs) {
        List<CostPoint> points = IntStream.range(0, costs.length)
                .mapToObj(i -> new CostPoint(10 * i, costs[i], 0))
                .toList();
        return new TwinRun(
                points,
                List.of(),
                new double[0],
                new double[0],
                new Accuracy(1, 1),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void should_end_a_run_with_its_last_reported_cost() {
        assertEquals(2, run(8, 6, 2).finalCost());
    }
}
