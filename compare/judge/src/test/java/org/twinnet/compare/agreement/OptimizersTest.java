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
import org.twinnet.compare.experiment.ExperimentKeys;
import org.twinnet.compare.experiment.ExperimentTree;
import org.twinnet.compare.experiment.Optimizer;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.twin.ScratchTwin;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

@DisplayName("Every optimizer")
class OptimizersTest {

    private static final Split DATA = Split.of(Generator.defaults().get(2).generate(90, 3), 0.25, 1);
    private static final Experiment NETWORK = Experiment.of(2, 6, 4, 1).iterations(300);

    static Stream<Arguments> networks() {
        return ExperimentKeys.all().stream()
                .filter(key -> key.key().equals("optimizer.kind"))
                .flatMap(key -> key.words().stream())
                .flatMap(kind -> Stream.of(
                        Map.of("optimizer.kind", kind),
                        Map.of("optimizer.kind", kind, "optimizer.learning_rate", 0.01),
                        Map.of("optimizer.kind", kind, "penalty.l2", 0.5, "layers[].keep_prob", 0.7)))
                .map(Arguments::of);
    }

    private static ScenarioComparison compare(TwinFactories twins, Experiment experiment) throws InterruptedException {
        return new Comparer(twins, new ComparisonSettings(10, 2, 40, 1))
                .compare(List.of(experiment), DATA, ProgressListener.NONE)
                .get(0);
    }

    private static List<String> open(ScenarioComparison comparison) {
        return comparison.ladder().rungs().stream()
                .filter(rung -> rung.status() != Status.AGREE)
                .map(rung -> rung.name() + " " + rung.status() + " " + rung.decisive())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void should_agree_in_both_networks(Map<String, Object> changes) throws InterruptedException {
        TwinFactories twins = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        assertEquals(List.of(), open(compare(twins, ExperimentTree.with(NETWORK, changes))));
    }

    @Test
    void should_agree_with_an_average_of_gradients_too_and_compare_the_velocity() throws InterruptedException {
        ScenarioComparison comparison = compare(
                TwinFactories.standard(TwinFactories.Loss.LOGIT), NETWORK.with(new Optimizer.Momentum(0.3, 0.9, true)));
        assertEquals(List.of(), open(comparison));
        Rung steps = comparison.ladder().rungs().stream()
                .filter(rung -> rung.name() == RungName.LOCK_STEP)
                .findFirst()
                .orElseThrow();
        QuantityComparison velocity = steps.quantities().stream()
                .filter(quantity -> quantity.quantity().equals(Said.MEMORY.of("v")))
                .findFirst()
                .orElseThrow();
        assertEquals(300L * (18 + 28 + 5), velocity.compared());
    }

    /** A last digit of μ is all that differs. */
    @Test
    void should_catch_another_momentum() throws InterruptedException {
        TwinFactories real = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        TwinFactories other = new TwinFactories(
                (experiment, training) ->
                        new ScratchTwin(experiment.with(new Optimizer.Momentum(0.3, 0.9 + 1e-9, false)), training),
                real.dl4j(),
                real.stockLoss(),
                real.witnesses());
        ScenarioComparison comparison = compare(other, NETWORK.with(new Optimizer.Momentum(0.3, 0.9, false)));
        assertEquals(Status.DISAGREE, comparison.verdict());
        assertTrue(
                open(comparison).get(0).startsWith("lock-step trajectory disagree"),
                open(comparison).get(0));
    }
}
