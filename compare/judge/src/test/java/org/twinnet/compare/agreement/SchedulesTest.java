package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Schedule;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

@DisplayName("Every schedule")
class SchedulesTest {

    private static final Split DATA = Split.of(Generator.defaults().get(2).generate(90, 3), 0.25, 1);
    private static final Experiment NETWORK = Experiment.of(2, 6, 4, 1).iterations(120);

    private static Stream<String> words(String choice) {
        return ExperimentKeys.all().stream()
                .filter(key -> key.key().equals(choice + ".kind"))
                .flatMap(key -> key.words().stream());
    }

    /** Falls that show within the run, whatever the kind's defaults. */
    static Stream<Arguments> networks() {
        List<Map<String, Object>> schedules = List.of(
                Map.of("kind", "step", "every", 25, "factor", 0.5),
                Map.of("kind", "exponential", "factor", 0.97),
                Map.of("kind", "inverse", "rate", 0.1, "power", 0.75));
        assertEquals(
                words("schedule").filter(word -> !word.equals("constant")).toList(),
                schedules.stream().map(schedule -> schedule.get("kind")).toList());
        return words("optimizer").flatMap(kind -> schedules.stream().map(schedule -> Arguments.of(kind, schedule)));
    }

    private static ScenarioComparison compare(TwinFactories twins, Experiment experiment) throws InterruptedException {
        return new Comparer(twins, new ComparisonSettings(10, 2, 40, 1))
                .compare(List.of(experiment), DATA, ProgressListener.NONE)
                .get(0);
    }

    private static List<String> open(ScenarioComparison comparison) {
        return comparison.ladder().rungs().stream()
                .filter(rung -> rung.status() != Status.AGREE)
                .map(rung -> rung.name().name() + " " + rung.status().name() + " " + rung.decisive())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void should_agree_in_both_networks(String optimizer, Map<String, Object> schedule) throws InterruptedException {
        Experiment experiment = ExperimentTree.with(
                NETWORK, Map.of("optimizer.kind", optimizer, "optimizer.learning_rate", 0.02, "schedule", schedule));
        assertEquals(List.of(), open(compare(TwinFactories.standard(TwinFactories.Loss.LOGIT), experiment)));
    }

    /** One iteration early, which shows where the rate first falls. */
    @Test
    void should_catch_a_rate_that_falls_too_early() throws InterruptedException {
        TwinFactories real = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        TwinFactories early = new TwinFactories(
                (experiment, training) -> new ScratchTwin(experiment.with(new Schedule.Step(24, 0.5)), training),
                real.dl4j(),
                real.stockLoss(),
                real.witnesses());
        ScenarioComparison comparison = compare(
                early, NETWORK.with(new Optimizer.Momentum(0.05, 0.9, false)).with(new Schedule.Step(25, 0.5)));
        assertTrue(open(comparison).get(0).startsWith("LOCK_STEP DISAGREE"), open(comparison)::toString);
    }

    /** A last digit of the factor is all that differs. */
    @Test
    void should_catch_another_factor() throws InterruptedException {
        TwinFactories real = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        TwinFactories other = new TwinFactories(
                (experiment, training) ->
                        new ScratchTwin(experiment.with(new Schedule.Exponential(0.99 + 1e-12)), training),
                real.dl4j(),
                real.stockLoss(),
                real.witnesses());
        assertTrue(open(compare(other, NETWORK.with(new Schedule.Exponential(0.99))))
                .get(0)
                .startsWith("LOCK_STEP DISAGREE"));
    }
}
