package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Said;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

@DisplayName("Batch normalization")
class BatchNormalizationTest {

    private static final Split DATA = Split.of(Generator.defaults().get(2).generate(90, 3), 0.25, 1);
    private static final Experiment NETWORK =
            ExperimentTree.with(Experiment.of(2, 6, 4, 1).iterations(200), Map.of("layers[].batch_norm", "batch-norm"));

    static Stream<Map<String, Object>> networks() {
        return Stream.of(
                Map.of(),
                Map.of("layers[].batch_norm.running_variance", "unbiased", "layers[].keep_prob", 0.7),
                Map.of("layers[].batch_norm.decay", 0, "layers[].batch_norm.epsilon", 1e-12, "penalty.l2", 0.5),
                Map.of(
                        "layers[].batch_norm",
                        List.of("none", "batch-norm", "batch-norm"),
                        "layers[].activation",
                        "tanh"),
                Map.of("optimizer.kind", "adam"),
                Map.of("optimizer.kind", "adam", "optimizer.learning_rate", 0.01, "optimizer.epsilon", 1e-16),
                Map.of("optimizer.kind", "adam", "optimizer.epsilon_place", "before-correction"),
                Map.of("clip.kind", "value", "clip.limit", 0.01, "penalty.l2", 0.5),
                Map.of("clip.kind", "value", "clip.limit", 0.01, "clip.after_penalty", true, "penalty.l2", 0.5),
                Map.of("clip.kind", "norm-per-layer", "clip.limit", 0.05, "optimizer.kind", "adam"),
                Map.of(
                        "clip.kind",
                        "norm-per-layer",
                        "clip.limit",
                        0.05,
                        "clip.after_penalty",
                        true,
                        "penalty.l2",
                        0.5),
                Map.of("weight_decay", 0.1, "optimizer.kind", "adamw", "input_keep_prob", 0.8),
                Map.of("optimizer.kind", "amsgrad", "optimizer.learning_rate", 0.01, "penalty.l1", 0.1),
                Map.of("optimizer.kind", "rmsprop", "optimizer.learning_rate", 0.01),
                Map.of("optimizer.kind", "adagrad", "optimizer.learning_rate", 0.1),
                Map.of("optimizer.kind", "nesterov", "optimizer.learning_rate", 0.05));
    }

    private static ScenarioComparison compare(Experiment experiment) throws InterruptedException {
        return new Comparer(TwinFactories.standard(TwinFactories.Loss.LOGIT), new ComparisonSettings(10, 2, 40, 1))
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
    void should_agree_on_every_rung(Map<String, Object> changes) throws InterruptedException {
        ScenarioComparison comparison = compare(ExperimentTree.with(NETWORK, changes));
        assertEquals(List.of(), open(comparison));
        Rung lockStep = comparison.ladder().rungs().stream()
                .filter(rung -> rung.name() == RungName.LOCK_STEP)
                .findFirst()
                .orElseThrow();
        QuantityComparison kept = lockStep.quantities().stream()
                .filter(quantity -> quantity.quantity().equals(Said.STATISTICS.of()))
                .findFirst()
                .orElseThrow();
        assertTrue(kept.compared() > 0);
    }
}
