package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.tree.ExperimentKeys;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.Status;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

@DisplayName("Every activation of a hidden layer")
class ActivationsTest {

    private static final Split DATA = Split.of(Generator.defaults().get(2).generate(90, 3), 0.25, 1);

    private static final Split SMALL = ScaledData.of(DATA, 1e-3);

    static Stream<String> kinds() {
        return ExperimentKeys.all().stream()
                .filter(key -> key.key().equals("layers[].activation"))
                .findFirst()
                .orElseThrow()
                .words()
                .stream()
                // for outputs only, where OutputsTest has it
                .filter(kind -> !kind.equals("softmax"));
    }

    /** Each alone, with a penalty and dropout, far out where it saturates, and beside ReLU. */
    static Stream<Arguments> networks() {
        return kinds().flatMap(kind -> Stream.of(
                        Map.of("layers[].activation", kind),
                        Map.of("layers[].activation", kind, "penalty.l2", 0.5, "layers[].keep_prob", 0.7),
                        Map.of("layers[].activation", kind, "optimizer.learning_rate", 3.0),
                        Map.of("layers[].activation", List.of(kind, "relu", "sigmoid"))))
                .map(Arguments::of);
    }

    @ParameterizedTest
    @MethodSource("networks")
    void should_agree_in_both_networks_and_with_all_witnesses(Map<String, Object> changes) throws InterruptedException {
        assertAgree(ExperimentTree.with(Experiment.of(2, 6, 4, 1).iterations(300), changes), DATA);
    }

    /** Pre-activations near 0, where a slope may bend or jump within the step of a difference. */
    @ParameterizedTest
    @MethodSource("kinds")
    void should_agree_where_features_are_small(String kind) throws InterruptedException {
        assertAgree(
                ExperimentTree.with(Experiment.of(2, 5, 4, 3, 1).iterations(40), Map.of("layers[].activation", kind)),
                SMALL);
    }

    private static void assertAgree(Experiment experiment, Split data) throws InterruptedException {
        ScenarioComparison comparison = new Comparer(
                        TwinFactories.standard(TwinFactories.Loss.LOGIT), new ComparisonSettings(10, 2, 40, 1))
                .compare(List.of(experiment), data, ProgressListener.NONE)
                .get(0);
        assertEquals(
                List.of(),
                comparison.ladder().rungs().stream()
                        .filter(rung -> rung.status() != Status.AGREE)
                        .map(rung -> rung.name() + " " + rung.status() + " " + rung.decisive())
                        .toList());
    }
}
