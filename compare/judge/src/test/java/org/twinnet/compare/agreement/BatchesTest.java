package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
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
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.dl4j.Dl4jTwin;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

@DisplayName("Batches")
class BatchesTest {

    /** 68 training examples: batches of 16 leave a last one of 4, of 17 leave none. */
    private static final Split DATA = Split.of(Generator.defaults().get(2).generate(90, 3), 0.25, 1);

    private static final Experiment NETWORK =
            Experiment.of(2, 6, 4, 1).iterations(200).with(new Batches.Shuffled(16, 4));

    static Stream<Arguments> networks() {
        return Stream.<Map<String, ?>>of(
                        Map.of(),
                        Map.of("penalty.l2", 0.5),
                        Map.of("penalty.l2", 0.5, "penalty.over", "batch"),
                        Map.of("penalty.l1", 0.1, "penalty.l2", 0.2, "penalty.over", "batch", "penalty.biases", true),
                        Map.of("penalty.l2", 0.5, "penalty.over", "batch", "batches.size", 17),
                        Map.of("layers[].keep_prob", 0.8, "masks.kind", "published"),
                        Map.of("layers[].keep_prob", List.of(0.8, 0.9), "masks.kind", "fresh", "input_keep_prob", 0.9),
                        Map.of("optimizer.kind", "adam", "optimizer.learning_rate", 0.01, "penalty.l2", 0.3),
                        Map.of("optimizer.kind", "momentum", "optimizer.learning_rate", 0.03),
                        Map.of("batches.size", 1, "penalty.l2", 0.1),
                        Map.of("batches.size", 68),
                        Map.of("batches.size", 1000, "layers[].keep_prob", 0.7))
                .map(changes -> Arguments.of(ExperimentTree.with(NETWORK, changes)));
    }

    private static ScenarioComparison compare(TwinFactories twins, Experiment experiment) throws InterruptedException {
        return new Comparer(twins, new ComparisonSettings(10, 2, 40, 1))
                .compare(List.of(experiment), DATA, ProgressListener.NONE)
                .get(0);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void should_agree_in_both_networks_and_with_all_witnesses(Experiment experiment) throws InterruptedException {
        ScenarioComparison comparison = compare(TwinFactories.standard(TwinFactories.Loss.LOGIT), experiment);
        assertEquals(
                List.of(),
                comparison.ladder().rungs().stream()
                        .filter(rung -> rung.status() != Status.AGREE)
                        .map(rung -> rung.name() + " " + rung.status() + " " + rung.decisive())
                        .toList());
    }

    static Stream<Arguments> mistakes() {
        Map<String, Object> penalized = Map.of("penalty.l2", 0.5);
        return Stream.of(
                // the order of another seed, and another divisor
                Arguments.of(Map.of(), Map.of("batches.seed", 5), RungName.FORWARD),
                Arguments.of(penalized, Map.of("penalty.over", "batch"), RungName.COST));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void should_catch_other_batches_at_once(Map<String, Object> right, Map<String, Object> wrong, RungName rung)
            throws InterruptedException {
        TwinFactories real = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        Experiment experiment = ExperimentTree.with(NETWORK, right);
        Map<String, Object> both = new HashMap<>(right);
        both.putAll(wrong);
        Experiment mistaken = ExperimentTree.with(NETWORK, both);
        TwinFactories planted = new TwinFactories(
                (asked, training) -> new ScratchTwin(mistaken, training),
                real.dl4j(),
                real.stockLoss(),
                (asked, training) -> List.of());
        assertEquals(
                rung,
                compare(planted, experiment)
                        .ladder()
                        .firstDivergence()
                        .orElseThrow()
                        .name());
    }

    @Test
    void should_say_the_penalty_of_the_coming_batch_wherever_training_was_sent_to() {
        Experiment experiment =
                ExperimentTree.with(NETWORK, Map.of("penalty.l2", 0.5, "penalty.l1", 0.1, "penalty.over", "batch"));
        try (Twin scratch = new ScratchTwin(experiment, DATA.train());
                Twin dl4j = Dl4jTwin.withLogitLoss(experiment, DATA.train())) {
            scratch.train(4);
            dl4j.restore(scratch.state());
            // the fifth batch has 4 examples, the sixth 16
            double ofShort = scratch.penalty();
            assertEquals(ofShort, dl4j.penalty(), 1e-15);
            scratch.step();
            dl4j.restore(scratch.state());
            assertEquals(scratch.penalty(), dl4j.penalty(), 1e-15);
            assertEquals(4, ofShort / scratch.penalty(), 0.5);
        }
    }
}
