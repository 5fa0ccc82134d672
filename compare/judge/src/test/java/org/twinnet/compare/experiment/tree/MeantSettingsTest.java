package org.twinnet.compare.experiment.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.setting.SettingException;

/** Settings of single layers, and of kinds that not every experiment chooses. */
class MeantSettingsTest {

    private static final Experiment PUBLISHED = Experiment.published(2);

    @Test
    void should_change_one_layer_counted_from_zero() {
        Experiment changed = ExperimentTree.with(
                PUBLISHED,
                Map.of(
                        "layers[0].units",
                        7,
                        "layers[1].keep_prob",
                        0.5,
                        "layers[1].activation",
                        "tanh",
                        "layers[].keep_prob",
                        0.9));
        assertEquals(List.of(2, 7, 3, 1), changed.layerSizes());
        assertEquals(List.of(1.0, 0.9, 0.5), changed.keepProbabilities());
        assertEquals("relu", changed.layers().get(0).activation().kind());
        assertEquals("tanh", changed.layers().get(1).activation().kind());
    }

    @Test
    void should_change_what_one_layer_chooses() {
        Experiment changed = ExperimentTree.with(
                PUBLISHED, Map.of("layers[1].activation", "leaky-relu", "layers[1].activation.slope", 0.2));
        assertEquals(new Activation.LeakyRelu(0.2), changed.layers().get(1).activation());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "layers[3].units# 5# layers[3].units is of no layer: the network has 3, from layers[0], the first after the"
                        + " inputs, to layers[2], the output",
                "layers[0].activation.slope# 0.1# layers[0].activation.slope is 0.1, and its layer has no such setting; its"
                        + " activation is relu"
            })
    void should_refuse_a_layer_or_a_setting_that_is_not_there(String key, double value, String message) {
        assertEquals(
                message,
                assertThrows(SettingException.class, () -> ExperimentTree.with(PUBLISHED, Map.of(key, value)))
                        .getMessage());
    }

    @Test
    void should_leave_out_what_has_no_place_and_keep_the_order() {
        Map<String, Object> changes = new LinkedHashMap<>();
        changes.put("optimizer.beta1", 0.8);
        changes.put("optimizer.kind", "momentum");
        changes.put("layers[0].activation.slope", 0.2);
        changes.put("layers[1].activation.slope", 0.3);
        changes.put("layers[0].activation", "leaky-relu");
        changes.put("layers[7].units", 5);
        changes.put("optimizer.average", true);
        changes.put("clip.limit", 1.0);
        changes.put("penalty.l2", 0.1);
        assertEquals(
                List.of(
                        "optimizer.kind",
                        "layers[0].activation.slope",
                        "layers[0].activation",
                        "optimizer.average",
                        "penalty.l2"),
                List.copyOf(MeantSettings.of(PUBLISHED, changes).keySet()));
    }

    @Test
    void should_keep_a_setting_that_chooses_its_kind_by_itself() {
        assertEquals(Map.of("batches.size", 32), MeantSettings.of(PUBLISHED, Map.of("batches.size", 32)));
        assertEquals(
                Map.of("batches.kind", "full"),
                MeantSettings.of(PUBLISHED, Map.of("batches.kind", "full", "batches.size", 32)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            value = {
                "layers[0].unit# layers[0].unit is no key; did you mean 'layers[0].units'?",
                "learning_rate# learning_rate is no key; did you mean 'optimizer.learning_rate'?",
                "optimizer.beta# optimizer.beta is no key; did you mean 'optimizer.beta1'?"
            })
    void should_suggest_the_nearest_key(String key, String message) {
        assertEquals(
                message,
                assertThrows(SettingException.class, () -> ExperimentKeys.require(key))
                        .getMessage());
    }
}
