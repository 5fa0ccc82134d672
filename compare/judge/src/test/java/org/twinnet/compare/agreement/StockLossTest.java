package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Moons;

/**
 * Data that a network separates for certain, so that its probabilities pass the 1e-5 at which DL4J's stock loss clips
 * them.
 */
@DisplayName("DL4J's stock loss")
class StockLossTest {

    private static final Experiment EXPERIMENT = Experiment.of(2, 20, 3, 1)
            .named("certain")
            .with(new Optimizer.GradientDescent(1))
            .iterations(1500);

    private static ScenarioComparison compare(TwinFactories.Loss loss) throws InterruptedException {
        Split data = new Split(new Moons(0.05).generate(60, 1), Optional.empty());
        return new Comparer(TwinFactories.standard(loss), new ComparisonSettings(100, 2, 50, 2))
                .compare(List.of(EXPERIMENT), data, ProgressListener.NONE)
                .get(0);
    }

    @Test
    void should_turn_the_verdict_where_its_clip_bites() throws InterruptedException {
        ScenarioComparison comparison = compare(TwinFactories.Loss.STOCK);

        assertEquals(Status.DISAGREE, comparison.verdict());
        assertEquals(
                RungName.LOCK_STEP,
                comparison.ladder().firstDivergence().orElseThrow().name());
    }

    @Test
    void should_have_its_clip_priced_in_a_run_that_does_not_use_it() throws InterruptedException {
        ScenarioComparison comparison = compare(TwinFactories.Loss.LOGIT);

        assertEquals(Status.AGREE, comparison.verdict());
        // measured 6.5e-4 and 2.3e-8: rows that are right for certain cost more and hardly pull less
        assertTrue(comparison.clip().costDifference() > 1e-4, "cost " + comparison.clip());
        assertTrue(comparison.clip().gradientDifference() > 1e-9, "gradient " + comparison.clip());
    }
}
