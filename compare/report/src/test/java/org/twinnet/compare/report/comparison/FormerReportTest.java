package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.JsonReader;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Said;
import org.twinnet.data.InvalidDataException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code report-version-4.json} was written by {@code twinnet compare} when a scenario had eight settings in place of
 * an experiment.
 */
@DisplayName("A report.json of a former version")
class FormerReportTest {

    private static final Experiment TRAINED = Experiment.of(2, 3, 1)
            .named("custom")
            .with(Penalty.l2(0.5))
            .keepProbability(0.9)
            .with(new Masks(MaskKind.FRESH, 8))
            .with(new Initialization.ScaledGaussian(7))
            .iterations(4);

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void should_become_one_of_this_version(int version) {
        Report report = JsonReader.parse("old", text(version));

        assertEquals(Report.VERSION, report.version());
        assertEquals(ExperimentTree.of(TRAINED), report.scenarios().get(0).experiment());
        String written = JsonWriter.write(report);
        assertFalse(written.contains("keepProbability"));
        assertEquals(report, JsonReader.parse("again", written));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void should_be_rendered_in_every_format(int version) {
        Report report = JsonReader.parse("old", text(version));

        Map<String, String> files = Format.render(EnumSet.allOf(Format.class), report, Language.EN).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, file -> new String(file.getValue(), StandardCharsets.UTF_8)));

        assertTrue(
                files.get("report.md")
                        .contains(
                                "custom: layers 3,1, activations relu,sigmoid, keep probability 0.9,1.0, weight seed 7,"
                                        + " λ = 0.5, optimizer gradient-descent, learning rate 0.3, masks fresh, mask seed 8, 4 iterations"),
                files.get("report.md"));
        assertTrue(
                files.get("report.html").replace('\u00a0', ' ').contains("L2 penalty, λ = 0.5 and dropout, keep 0.9"));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void should_show_what_it_said_in_english_as_it_is(int version) {
        Report report = JsonReader.parse("old", text(version));
        Report.Rung gradients = report.scenarios().get(0).rungs().stream()
                .filter(rung -> rung.name() == RungName.GRADIENTS)
                .findFirst()
                .orElseThrow();

        assertEquals(
                Said.NAME.of("dW of layer 1, cross-entropy"),
                gradients.quantities().get(0).name());
        assertEquals("layer 1 W", gradients.where().in(Texts.of(Language.ZH)).substring(0, 9));
    }

    @Test
    void should_be_refused_in_one_line_where_its_settings_are_none() {
        for (String damage : List.of(
                "\"keepProbability\":2", "\"keepProbability\":0.9,\"experiment\":{\"layers\":[1],\"iterations\":1}")) {
            String damaged = text(4).replace("\"keepProbability\":0.9", damage);
            assertFalse(damaged.equals(text(4)));
            String message = assertThrows(InvalidDataException.class, () -> JsonReader.parse("old", damaged))
                    .getMessage();
            assertTrue(message.startsWith("old: ") && !message.contains("\n"), message);
        }
    }

    /** Version 3 knew nothing of numbers that are not determined, nor of divergence. */
    private static String text(int version) {
        JsonNode tree;
        try (InputStream in =
                FormerReportTest.class.getResourceAsStream("/org/twinnet/compare/report/report-version-4.json")) {
            tree = JsonMapper.shared().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        ((ObjectNode) tree).put("version", version);
        if (version == 5) {
            for (JsonNode scenario : tree.get("scenarios")) {
                ((ObjectNode) scenario).remove("settings");
                ((ObjectNode) scenario).set("experiment", JsonMapper.shared().valueToTree(ExperimentTree.of(TRAINED)));
            }
        }
        if (version == 3) {
            for (JsonNode scenario : tree.get("scenarios")) {
                ((ObjectNode) scenario).remove("diverges");
                for (JsonNode rung : scenario.get("rungs")) {
                    ((ObjectNode) rung).remove("undetermined");
                    for (JsonNode quantity : rung.get("quantities")) {
                        ((ObjectNode) quantity).remove(List.of("undetermined", "firstUndetermined"));
                    }
                }
            }
        }
        return tree.toString();
    }
}
