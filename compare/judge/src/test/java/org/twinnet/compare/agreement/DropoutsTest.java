package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Split;
import org.twinnet.data.generator.Generator;

@DisplayName("Dropout of any layers, each with a keep probability of its own")
class DropoutsTest {

    private static final Split DATA = Split.of(Generator.defaults().get(2).generate(90, 3), 0.25, 1);
    private static final String KEEP = "layers[].keep_prob";
    private static final String INPUT_KEEP = "input_keep_prob";

    private static Experiment network(Integer... units) {
        return ExperimentTree.with(
                Experiment.of(2, 6, 4, 1).iterations(200), Map.of("layers[].units", List.of(units), "penalty.l2", 0.3));
    }

    static Stream<Arguments> networks() {
        return Stream.of("published", "fresh")
                .flatMap(masks -> Stream.of(
                                with(masks, network(6, 4, 1), Map.of(INPUT_KEEP, 0.8)),
                                with(masks, network(6, 4, 1), Map.of(KEEP, List.of(0.9, 0.6))),
                                with(masks, network(6, 4, 1), Map.of(KEEP, List.of(1.0, 0.7))),
                                with(masks, network(6, 4, 1), Map.of(KEEP, List.of(0.7, 1.0), INPUT_KEEP, 0.9)),
                                with(masks, network(1), Map.of(INPUT_KEEP, 0.7)),
                                with(
                                        masks,
                                        network(5, 5, 5, 1),
                                        Map.of(
                                                KEEP,
                                                List.of(0.9, 1.0, 0.5),
                                                INPUT_KEEP,
                                                0.8,
                                                "layers[].activation",
                                                List.of("tanh", "relu", "tanh"))))
                        .map(Arguments::of));
    }

    private static Experiment with(String masks, Experiment network, Map<String, ?> keep) {
        Map<String, Object> changes = new HashMap<>(keep);
        changes.put("masks.kind", masks);
        return ExperimentTree.with(network, changes);
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
        Experiment right = ExperimentTree.with(network(6, 4, 1), Map.of(KEEP, List.of(0.9, 0.8), INPUT_KEEP, 0.9));
        return Stream.<Map<String, ?>>of(
                        Map.of(INPUT_KEEP, 1.0),
                        Map.of(INPUT_KEEP, 0.9 + 1e-12),
                        Map.of(KEEP, List.of(0.8, 0.9)),
                        Map.of(KEEP, List.of(0.9, 0.8 + 1e-12)))
                .map(wrong -> Arguments.of(right, ExperimentTree.with(right, wrong)));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void should_catch_another_probability_in_the_forward_pass(Experiment right, Experiment wrong)
            throws InterruptedException {
        TwinFactories real = TwinFactories.standard(TwinFactories.Loss.LOGIT);
        TwinFactories planted = new TwinFactories(
                (experiment, training) -> new ScratchTwin(wrong, training),
                real.dl4j(),
                real.stockLoss(),
                (experiment, training) -> List.of());
        assertEquals(
                RungName.FORWARD,
                compare(planted, right).ladder().firstDivergence().orElseThrow().name());
    }
}
