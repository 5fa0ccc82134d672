package org.twinnet.compare.experiment.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.experiment.choice.EpsilonPlace;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.experiment.choice.Schedule;
import org.twinnet.compare.experiment.setting.Setting;
import org.twinnet.compare.experiment.setting.SettingException;

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
                "{format=twinnet-experiment/1, name=dropout, layers=[{units=20, activation=relu, keep_prob=0.86,"
                        + " batch_norm=none}, {units=3, activation=relu, keep_prob=0.86, batch_norm=none}, {units=1,"
                        + " activation=sigmoid, keep_prob=1.0, batch_norm=none}],"
                        + " input_keep_prob=1.0, initialization={kind=scaled-gaussian, seed=3}, loss=binary-cross-entropy, penalty={l2=0.0, l1=0.0,"
                        + " l2_coefficient=0.0, l1_coefficient=0.0, biases=false, over=training-set},"
                        + " optimizer={kind=gradient-descent, learning_rate=0.3}, schedule=constant,"
                        + " weight_decay=0.0, clip=none, batches=full, masks={kind=published, seed=1},"
                        + " precision=float64, iterations=30000}",
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
                .with(Precision.FLOAT32)
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
                "loss; softmax-cross-entropy; loss is softmax-cross-entropy with the output sigmoid; allowed: "
                        + "binary-cross-entropy, mean-squared-error, quadratic",
                "loss; quadratik; loss is 'quadratik'; allowed: binary-cross-entropy, softmax-cross-entropy,"
                        + " mean-squared-error, quadratic; did you mean 'quadratic'?",
                "precision; float16; precision is 'float16'; allowed: float64, float32",
                "format; twinnet-experiment/9; format is 'twinnet-experiment/9'; allowed: twinnet-experiment/1"
            })
    void should_refuse_by_name(String parts) {
        String[] part = parts.split("; ", 3);
        Object value = part[1].matches("\\d+") ? (Object) Integer.valueOf(part[1]) : part[1];
        assertEquals(part[2], refusal(with(part[0], value)));
    }

    @Test
    void should_read_a_schedule_with_its_settings() {
        Experiment read = ExperimentTree.read(with("schedule", Map.of("kind", "step", "every", 50, "factor", 0.25)), 2);
        assertEquals(new Schedule.Step(50, 0.25), read.schedule());
        assertEquals(read, ExperimentTree.read(ExperimentTree.of(read), 2));
        assertEquals(
                new Schedule.Step(50, 0.5),
                ExperimentTree.with(read, Map.of("schedule.factor", 0.5)).schedule());
        assertEquals(
                new Schedule.Inverse(0.5, 1),
                ExperimentTree.with(read, Map.of("schedule.kind", "inverse", "schedule.rate", 0.5))
                        .schedule());
        assertEquals(
                "schedule.every is 0; allowed: a whole number from 1 to 1000000000",
                refusal(with("schedule", Map.of("kind", "step", "every", 0))));
    }

    @Test
    void should_read_clipping_and_weight_decay() {
        Experiment read = ExperimentTree.read(
                Map.of(
                        "layers",
                        LAYERS,
                        "clip",
                        Map.of("kind", "norm-per-layer", "limit", 0.5, "after_penalty", true),
                        "weight_decay",
                        0.1,
                        "optimizer",
                        "adamw"),
                2);
        assertEquals(new Clipping.NormPerLayer(0.5, true), read.clip());
        assertEquals(0.1, read.weightDecay());
        assertEquals(new Optimizer.Adamw(0.3, 0.9, 0.999, 1e-8, EpsilonPlace.AFTER_CORRECTION), read.optimizer());
        assertEquals(read, ExperimentTree.read(ExperimentTree.of(read), 2));
        assertEquals(
                new Clipping.Value(0.5, true),
                ExperimentTree.with(read, Map.of("clip.kind", "value")).clip());
        assertEquals("weight_decay is -1.0; allowed: a number of 0 or more", refusal(with("weight_decay", -1.0)));
        assertEquals(
                "clip.limit is 0.0; allowed: a number above 0",
                refusal(with("clip", Map.of("kind", "norm", "limit", 0.0))));
    }

    @Test
    void should_let_the_output_follow_the_units_and_the_loss_the_output() {
        Experiment classes = ExperimentTree.with(Experiment.of(2, 3, 1), Map.of("layers[].units", List.of(4, 3)));
        assertEquals(Experiment.of(2, 4, 3), classes);
        assertEquals(new Activation.Softmax(), classes.output().activation());
        assertEquals(new Loss.SoftmaxCrossEntropy(), classes.loss());

        Experiment numbers = ExperimentTree.with(classes, Map.of(ExperimentTree.OUTPUT, "identity"));
        assertEquals(new Loss.MeanSquaredError(), numbers.loss());
        assertEquals(
                new Loss.Quadratic(),
                ExperimentTree.with(numbers, Map.of("loss.kind", "quadratic")).loss());
        assertEquals(numbers, ExperimentTree.read(ExperimentTree.of(numbers), 2));
    }

    @Test
    void should_put_a_setting_of_a_choice_into_the_layers_that_have_it() {
        Experiment leaky = ExperimentTree.with(
                Experiment.of(2, 3, 4, 1),
                Map.of("layers[].activation.slope", 0.25, "layers[].activation", "leaky-relu"));
        assertEquals(new Activation.LeakyRelu(0.25), leaky.layers().get(1).activation());
        assertEquals(new Activation.Sigmoid(), leaky.output().activation());
        assertEquals(
                List.of(
                        new Setting("layers[].activation", List.of("leaky-relu", "leaky-relu", "sigmoid")),
                        new Setting("layers[].activation.slope", List.of(0.25, 0.25, "none"))),
                ExperimentTree.settings(leaky).stream()
                        .filter(setting -> setting.key().startsWith("layers[].activation"))
                        .toList());
        assertEquals(
                "layers[].activation.slope is 0.25, and no layer has such a setting; its activation is relu",
                assertThrows(
                                SettingException.class,
                                () -> ExperimentTree.with(
                                        Experiment.of(2, 3, 1), Map.of("layers[].activation.slope", 0.25)))
                        .getMessage());
    }

    @Test
    void should_write_a_choice_without_a_kind_as_its_settings_alone() {
        Experiment normalized = ExperimentTree.with(
                Experiment.of(2, 3, 4, 1),
                Map.of(
                        "layers[].batch_norm",
                        List.of("none", "batch-norm", "none"),
                        "layers[].batch_norm.decay",
                        0.5,
                        "layers[].batch_norm.running_variance",
                        "unbiased"));
        assertEquals(
                List.of(
                        new Normalization.None(),
                        new Normalization.BatchNorm(0.5, 1e-5, Normalization.RunningVariance.UNBIASED),
                        new Normalization.None()),
                normalized.layers().stream().map(Layer::batchNorm).toList());
        assertEquals(
                "[none, {decay=0.5, epsilon=1.0E-5, running_variance=unbiased}, none]",
                ((List<?>) ExperimentTree.of(normalized).get("layers"))
                        .stream()
                                .map(layer -> ((Map<?, ?>) layer).get("batch_norm"))
                                .toList()
                                .toString());
        assertEquals(normalized, ExperimentTree.read(ExperimentTree.of(normalized), 2));
        assertEquals(
                List.of(
                        new Setting("layers[].batch_norm", List.of("none", "batch-norm", "none")),
                        new Setting("layers[].batch_norm.decay", List.of("none", 0.5, "none")),
                        new Setting("layers[].batch_norm.epsilon", List.of("none", 1e-5, "none")),
                        new Setting("layers[].batch_norm.running_variance", List.of("none", "unbiased", "none"))),
                ExperimentTree.settings(normalized).stream()
                        .filter(setting -> setting.key().startsWith("layers[].batch_norm"))
                        .toList());
    }

    @Test
    void should_read_the_defaults_of_a_choice_without_a_kind_and_refuse_what_it_has_not() {
        Experiment normalized = ExperimentTree.read(
                Map.of("layers", List.of(Map.of("units", 3, "batch_norm", Map.of()), Map.of("units", 1))), 2);
        assertEquals(Normalization.BatchNorm.DEFAULT, normalized.layers().get(0).batchNorm());
        assertEquals(
                normalized,
                ExperimentTree.with(
                        Experiment.of(2, 3, 1).named("experiment"), Map.of("layers[].batch_norm", "batch-norm")));
        assertEquals(
                "layers[0].batch_norm.momentum is no key; known: decay, epsilon, running_variance",
                refusal(Map.of("layers", List.of(Map.of("units", 3, "batch_norm", Map.of("momentum", 0.1))))));
        assertEquals(
                "layers[0].batch_norm.decay is 1.0; allowed: a number from 0 and below 1",
                refusal(Map.of("layers", List.of(Map.of("units", 3, "batch_norm", Map.of("decay", 1.0))))));
        assertEquals(
                "layers[].batch_norm.decay is 0.5, and no layer has such a setting; its batch_norm is none",
                assertThrows(
                                SettingException.class,
                                () -> ExperimentTree.with(
                                        Experiment.of(2, 3, 1), Map.of("layers[].batch_norm.decay", 0.5)))
                        .getMessage());
    }

    @Test
    void should_name_the_layer_and_the_choice() {
        assertEquals(
                "layers[1].units is 0; allowed: a whole number from 1 to 100000",
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
    void should_take_one_value_for_each_layer_or_for_each_hidden_one() {
        Experiment plain = Experiment.of(2, 9, 8, 1);
        for (List<Double> keep : List.of(List.of(0.9, 0.8), List.of(0.9, 0.8, 1.0))) {
            assertEquals(
                    List.of(0.7, 0.9, 0.8),
                    ExperimentTree.with(plain, Map.of("layers[].keep_prob", keep, "input_keep_prob", 0.7))
                            .keepProbabilities());
        }
        assertEquals(
                "layers[].keep_prob has 1 values for 3 layers; needed: one for each, or for each hidden one",
                assertThrows(
                                SettingException.class,
                                () -> ExperimentTree.with(plain, Map.of("layers[].keep_prob", List.of(0.9))))
                        .getMessage());
    }

    @Test
    void should_write_batches_as_a_word_or_as_their_settings_alone() {
        Experiment batches = Experiment.of(2, 1).with(new Batches.Shuffled(32, 1));
        assertEquals(Map.of("size", 32, "seed", 1L), ExperimentTree.of(batches).get("batches"));
        assertEquals("full", ExperimentTree.of(Experiment.of(2, 1)).get("batches"));
        assertEquals(batches, ExperimentTree.with(Experiment.of(2, 1), Map.of("batches.size", 32)));
        assertEquals(batches, ExperimentTree.read(ExperimentTree.of(batches), 2));
        assertEquals(Experiment.of(2, 1), ExperimentTree.with(batches, Map.of("batches.kind", "full")));
        assertEquals(
                new Batches.Shuffled(32, 7),
                ExperimentTree.with(batches, Map.of("batches.seed", 7)).batches());
        assertEquals(
                "batches.size is missing; needed: a whole number from 1 to 1000000000",
                refusal(with("batches", Map.of("seed", 3))));
        assertTrue(refusal(with("batches", "all")).startsWith("batches is 'all'; allowed: full, shuffled"));
        assertTrue(ExperimentTree.settings(batches).contains(new Setting("batches.size", 32)));
    }

    @Test
    void should_list_every_setting_once() {
        assertEquals(
                List.of(
                        "layers[].units",
                        "layers[].activation",
                        "layers[].activation.slope",
                        "layers[].keep_prob",
                        "layers[].batch_norm",
                        "layers[].batch_norm.decay",
                        "layers[].batch_norm.epsilon",
                        "layers[].batch_norm.running_variance",
                        "input_keep_prob",
                        "initialization.kind",
                        "initialization.seed",
                        "initialization.file",
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
                        "schedule.kind",
                        "schedule.every",
                        "schedule.factor",
                        "schedule.rate",
                        "schedule.power",
                        "weight_decay",
                        "clip.kind",
                        "clip.limit",
                        "clip.after_penalty",
                        "batches.kind",
                        "batches.size",
                        "batches.seed",
                        "masks.kind",
                        "masks.seed",
                        "precision",
                        "iterations"),
                ExperimentKeys.all().stream().map(ExperimentKeys.Key::key).toList());
    }
}
