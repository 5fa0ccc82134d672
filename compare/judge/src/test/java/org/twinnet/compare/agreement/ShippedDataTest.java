package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.ladder.Status;
import org.twinnet.data.Split;
import org.twinnet.data.source.ShippedData;

/** The main job on the data set that comes with the project: the published scenarios, shortened. */
@DisplayName("On the shipped data")
class ShippedDataTest {

    private static final int ITERATIONS = 3000;
    private static List<ScenarioComparison> comparisons;

    @BeforeAll
    static void compareBothTwins() throws InterruptedException {
        Split data = ShippedData.pitch();
        List<Experiment> experiments = Arrays.stream(Scenario.values())
                .map(scenario -> scenario.of(Experiment.published(2)).iterations(ITERATIONS))
                .toList();
        comparisons = new Comparer(
                        TwinFactories.standard(TwinFactories.Loss.LOGIT), new ComparisonSettings(100, 2, 400, 2))
                .compare(experiments, data, ProgressListener.NONE);
    }

    @Test
    void both_twins_should_agree_in_all_three_scenarios() {
        assertEquals(3, comparisons.size());
        for (ScenarioComparison comparison : comparisons) {
            assertEquals(
                    List.of(), comparison.ladder().firstDivergence().stream().toList());
            assertEquals(Status.AGREE, comparison.verdict());
        }
    }

    @Test
    void the_free_runs_should_end_at_the_same_accuracy_and_boundary() {
        for (ScenarioComparison comparison : comparisons) {
            assertTrue(comparison.spread().wholeRun(), comparison.experiment().name());
            assertEquals(comparison.scratch().train(), comparison.dl4j().train());
            assertEquals(comparison.scratch().test(), comparison.dl4j().test());
            assertEquals(0, comparison.boundary().orElseThrow().disagreements());
            assertEquals(400 * 400, comparison.boundary().orElseThrow().comparedPoints());
        }
    }

    @Test
    void the_last_cost_should_be_kept_as_well_as_every_hundredth() {
        for (ScenarioComparison comparison : comparisons) {
            assertEquals(ITERATIONS / 100 + 1, comparison.dl4j().costs().size());
            assertEquals(
                    ITERATIONS - 1,
                    comparison.dl4j().costs().get(ITERATIONS / 100).iteration());
        }
    }
}
