package org.twinnet.compare.tuning.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.experiment.file.Presets;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.experiment.tree.ExperimentTree;

@DisplayName("An experiment as values under keys")
class FlatExperimentTest {

    private static final List<String> ODD = List.of("""
            {"layers": [{"units": 4, "activation": "tanh", "keep_prob": 0.9},
              {"units": 3, "activation": {"kind": "leaky-relu", "slope": 0.1}, "keep_prob": 0.8}, {"units": 1}],
             "input_keep_prob": 0.9, "batches": {"size": 16, "seed": 4}, "clip": {"kind": "value", "limit": 0.5},
             "schedule": {"kind": "step", "every": 10, "factor": 0.1}, "masks": {"kind": "fresh", "seed": 7}}""", """
            {"layers": [{"units": 4, "activation": {"kind": "leaky-relu", "slope": 0.2}},
              {"units": 4, "activation": {"kind": "leaky-relu", "slope": 0.2}},
              {"units": 2, "activation": {"kind": "leaky-relu", "slope": 0.3}}], "loss": "quadratic"}""", """
            {"layers": [{"units": 4, "batch_norm": {"decay": 0.8, "epsilon": 1e-3}}, {"units": 4},
              {"units": 2, "activation": "sigmoid", "batch_norm": {"decay": 0.9, "epsilon": 1e-5}}],
             "optimizer": {"kind": "adamw", "learning_rate": 0.01}, "weight_decay": 0.1}""", """
            {"layers": [{"units": 2}], "penalty": {"l1": 0.1, "biases": true, "over": "batch"}}""");

    static Stream<Experiment> experiments() {
        return Stream.concat(
                Presets.names().stream().flatMap(name -> Presets.read(name, 2).stream()),
                ODD.stream().flatMap(text -> ExperimentFile.parse("odd", text, false, 2).stream()));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_make_the_same_experiment_again(Experiment experiment) {
        Experiment again = ExperimentTree.with(Experiment.published(2), FlatExperiment.of(experiment));
        assertEquals(experiment.named(""), again.named(""));
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_be_what_a_study_keeps_as_texts(Experiment experiment) {
        SearchSpace space = SearchSpace.around(experiment);
        assertEquals(space, SearchSpace.of(space.texts()));
        Experiment candidate = space.setting(space.first()).experiment("", 2, experiment.iterations(), 3, 1);
        assertEquals(experiment.layerSizes(), candidate.layerSizes());
        assertEquals(experiment.loss(), candidate.loss());
        assertEquals(experiment.optimizer(), candidate.optimizer());
        assertEquals(experiment.batches(), candidate.batches());
        assertEquals(experiment.clip(), candidate.clip());
        assertEquals(experiment.output(), candidate.output());
    }

    @Test
    void should_say_once_what_all_hidden_layers_share() {
        Experiment experiment = Presets.read("batch-norm", 2).get(0);
        assertEquals("batch-norm", FlatExperiment.of(experiment).get("layers[].batch_norm"));
        assertEquals(Map.of("layers[].units", List.of(20, 3, 1)), FlatExperiment.of(Experiment.published(2)));
    }

    @Test
    void should_search_the_penalty_that_the_experiment_has() {
        SearchSpace space = SearchSpace.around(Presets.read("spiral-softmax", 2).get(0));
        assertEquals(Optional.of(new Dimension.Fixed<>(0.0)), space.dimension("penalty.l2"));
        assertTrue(space.dimension("penalty.l2_coefficient").orElseThrow().searched());
        SearchSpace other = SearchSpace.around(Experiment.published(2).with(Penalty.l2(0.7)));
        assertEquals(SearchSpace.usual(), other);
    }

    @Test
    void should_refuse_first_weights_from_a_file_since_a_study_draws_its_own() {
        Experiment experiment = Experiment.published(2).with(new Initialization.File("w.npz"));
        SettingException refusal = assertThrows(SettingException.class, () -> SearchSpace.around(experiment));
        assertEquals(
                "initialization is a file; a study draws the first weights of each of its trainings itself",
                refusal.getMessage());
    }

    @Test
    void should_search_no_dropout_without_hidden_layers_unless_that_was_said() {
        SearchSpace single = SearchSpace.usual().with("layers[].units", new Dimension.Fixed<>(List.of(1)));
        Dimension.Fixed<Double> one = new Dimension.Fixed<>(1.0);
        assertEquals(Optional.of(one), single.withoutIdle().dimension("layers[].keep_prob"));
        assertEquals(SearchSpace.usual(), SearchSpace.usual().withoutIdle());
        SearchSpace said = single.with("layers[].keep_prob", new Dimension.Range(0.6, 0.9, false));
        assertEquals(said, said.withoutIdle());
    }

    @Test
    void should_know_where_a_setting_has_a_place() {
        SearchSpace space = SearchSpace.usual()
                .with("optimizer.kind", new Dimension.Choice<>(List.of("momentum", "adam")))
                .with("optimizer.beta1", new Dimension.Fixed<>(0.9))
                .with("optimizer.decay", new Dimension.Fixed<>(0.9));
        assertTrue(space.hasPlace("optimizer.beta1"));
        assertEquals(false, space.hasPlace("optimizer.decay"));
    }
}
