package org.twinnet.compare.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.agreement.prediction.Accuracy;
import org.twinnet.compare.agreement.prediction.Fit;
import org.twinnet.compare.agreement.prediction.RSquared;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Split;
import org.twinnet.data.source.ShippedData;

@DisplayName("The effect of regularization")
class EffectTest {

    private static final Experiment CLASSES = Experiment.of(2, 5, 3).iterations(30);

    @Test
    void should_be_the_fit_of_each_scenario_from_each_weight_seed() throws InterruptedException {
        Split arms = ShippedData.arms();
        AtomicLong heard = new AtomicLong();
        Effect effect = Effect.of(CLASSES, 2, arms, 2, (scenario, iterations) -> heard.addAndGet(iterations));

        assertEquals(
                List.of(Scenario.values()),
                effect.outcomes().stream().map(Effect.Outcome::scenario).toList());
        for (Effect.Outcome outcome : effect.outcomes()) {
            for (int seed = 1; seed <= 2; seed++) {
                Experiment experiment =
                        ExperimentTree.with(outcome.scenario().of(CLASSES), Map.of("initialization.seed", seed));
                try (ScratchTwin twin = new ScratchTwin(experiment, arms.train())) {
                    twin.train(30);
                    assertEquals(
                            Accuracy.of(twin.predict(arms.train().featureRows()), arms.train()),
                            outcome.train().get(seed - 1));
                    assertEquals(
                            Accuracy.of(
                                    twin.predict(arms.test().orElseThrow().featureRows()),
                                    arms.test().orElseThrow()),
                            outcome.test().get(seed - 1));
                }
            }
        }
        assertEquals(Effect.progressOf(CLASSES, 2), heard.get());
    }

    @Test
    void should_be_r_squared_of_a_regression_and_do_without_test_examples() throws InterruptedException {
        Split waves = new Split(ShippedData.waves().train(), Optional.empty());
        Experiment regression = Experiment.of(waves.train().featureCount(), 5, 1)
                .with(new Activation.Identity())
                .iterations(5);
        for (Effect.Outcome outcome :
                Effect.of(regression, 1, waves, 1, ProgressListener.NONE).outcomes()) {
            Fit fit = outcome.train().get(0);
            assertEquals(RSquared.class, fit.getClass());
            assertEquals(List.of(), outcome.test());
        }
    }

    @Test
    void should_fail_with_the_reason_of_the_network_that_failed() {
        // a network for labels cannot learn classes
        assertThrows(
                RuntimeException.class,
                () -> Effect.of(Experiment.of(2, 5, 1).iterations(1), 1, ShippedData.arms(), 1, ProgressListener.NONE));
    }
}
