package org.twinnet.compare.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExperimentTreeTest {

    private static final List<Map<String, Object>> LAYERS = List.of(Map.of("units", 3), Map.of("units", 1));

    private static Map<String, Object> with(String key, Object value) {
        return Map.of("layers", LAYERS, key, value);
    }

    private static String refusal(Map<String, Object> tree) {
        String message = assertThrows(SettingException.class, () -> ExperimentTree.read(tree, 2))
                .getMessage();
        assertEquals(1, message.lines().count());
        return message;
    }

    @Test
    void should_say_all_settings_in_the_order_of_the_format() {
        Map<String, Object> tree = ExperimentTree.of(Scenario.DROPOUT.of(Experiment.published(2)));
        assertEquals(
                "{format=twinnet-experiment/1, name=dropout, layers=[{units=20, activation=relu, keep_prob=0.86},"
                        + " {units=3, activation=relu, keep_prob=0.86}, {units=1, activation=sigmoid, keep_prob=1.0}],"
                        + " initialization={kind=scaled-gaussian, seed=3}, loss=binary-cross-entropy, penalty={l2=0.0, l1=0.0,"
                        + " l2_coefficient=0.0, l1_coefficient=0.0, biases=false, over=training-set},"
                        + " optimizer={kind=gradient-descent, learning_rate=0.3}, masks={kind=published, seed=1},"
                        + " iterations=30000}",
                tree.toString());
    }

    @Test
    void should_say_layers_as_columns_in_a_flat_list() {
        List<Setting> settings = ExperimentTree.settings(Scenario.L2.of(Experiment.published(2)));
        assertTrue(settings.contains(new Setting("layers[].units", List.of(20, 3, 1))), settings.toString());
        assertTrue(settings.contains(new Setting("penalty.l2", 0.7)));
        assertTrue(settings.contains(new Setting("optimizer.kind", "gradient-descent")));
    }

    @Test
    void should_read_what_it_said() {
        Experiment experiment = Experiment.of(5, 7, 4, 1)
                .named("all")
                .with(new Optimizer.GradientDescent(1e-3))
                .with(Penalty.l2(1e4))
                .keepProbability(0.3)
                .with(new Masks(MaskKind.FRESH, 4_294_967_295L))
                .with(new Initialization.ScaledGaussian(0))
                .iterations(1);
        assertEquals(experiment, ExperimentTree.read(ExperimentTree.of(experiment), 5));
    }

    @Test
    void should_take_defaults_for_what_is_left_out() {
        Experiment read = ExperimentTree.read(Map.of("layers", LAYERS), 2);
        assertEquals(Experiment.of(2, 3, 1).named("experiment"), read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "iterations; 0; iterations is 0; allowed: a whole number from 1 to 1000000000",
                "iteration; 5; iteration is no key; did you mean 'iterations'?",
                "optimiser; adam; optimiser is no key; did you mean 'optimizer'?",
                "loss; mean-squared-error; loss is 'mean-squared-error', which is not built yet; allowed: "
                        + "binary-cross-entropy",
                "loss; cross-entropie; loss is 'cross-entropie'; allowed: binary-cross-entropy; known: "
                        + "binary-cross-entropy",
                "precision; float32; precision is float32, which is not built yet; allowed: float64",
                "format; twinnet-experiment/9; format is 'twinnet-experiment/9'; allowed: twinnet-experiment/1"
            })
    void should_refuse_by_name(String parts) {
        String[] part = parts.split("; ", 3);
        Object value = part[1].matches("\\d+") ? (Object) Integer.valueOf(part[1]) : part[1];
        assertEquals(part[2], refusal(with(part[0], value)));
    }

    @Test
    void should_name_the_layer_and_the_choice() {
        assertEquals(
                "layers[2].units is 0; allowed: a whole number from 1 to 100000",
                refusal(Map.of("layers", List.of(Map.of("units", 3), Map.of("units", 0)))));
        assertEquals(
                "optimizer.learning_rate is -1.0; allowed: a number above 0",
                refusal(with("optimizer", Map.of("kind", "gradient-descent", "learning_rate", -1.0))));
        assertEquals(
                "optimizer.learningrate is no key; did you mean 'learning_rate'?",
                refusal(with("optimizer", Map.of("learningrate", 1))));
        assertEquals(
                "layers are missing; needed: a list with one entry a layer, the output last",
                refusal(Map.of("name", "x")));
    }

    @ParameterizedTest
    @CsvSource({"schedule, constant", "clip, none", "batches, full", "precision, float64"})
    void should_accept_planned_keys_that_change_nothing(String key, String value) {
        assertEquals(Experiment.of(2, 3, 1).named("experiment"), ExperimentTree.read(with(key, value), 2));
    }

    @Test
    void should_replace_settings_by_their_flat_keys() {
        Experiment changed = ExperimentTree.with(
                Experiment.published(2),
                Map.of("penalty.l2", 0.5, "layers[].keep_prob", 0.8, "layers[].units", List.of(9, 8, 7, 1)));
        assertEquals(
                Experiment.of(2, 9, 8, 7, 1).named("none").with(Penalty.l2(0.5)).keepProbability(0.8), changed);
    }

    @Test
    void should_grow_hidden_layers_from_none() {
        assertEquals(
                List.of(2, 4, 1),
                ExperimentTree.with(Experiment.of(2, 1), Map.of("layers[].units", List.of(4, 1)))
                        .layerSizes());
    }

    @Test
    void should_list_every_setting_once() {
        assertEquals(
                List.of(
                        "layers[].units",
                        "layers[].activation",
                        "layers[].keep_prob",
                        "initialization.kind",
                        "initialization.seed",
                        "loss.kind",
                        "penalty.l2",
                        "penalty.l1",
                        "penalty.l2_coefficient",
                        "penalty.l1_coefficient",
                        "penalty.biases",
                        "penalty.over",
                        "optimizer.kind",
                        "optimizer.learning_rate",
                        "optimizer.momentum",
                        "optimizer.average",
                        "optimizer.epsilon",
                        "optimizer.decay",
                        "optimizer.beta1",
                        "optimizer.beta2",
                        "optimizer.epsilon_place",
                        "masks.kind",
                        "masks.seed",
                        "iterations"),
                ExperimentKeys.all().stream().map(ExperimentKeys.Key::key).toList());
    }
}
