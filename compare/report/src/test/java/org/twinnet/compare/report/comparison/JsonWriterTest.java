package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.Reports;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JsonWriterTest {

    private static final String TEXT =
            JsonWriter.write(Reports.of(Status.DISAGREE, "a\"\\\n</script>.csv", Reports.PROVENANCE, Reports.parted()));
    private static final JsonNode ROOT = JsonMapper.shared().readTree(TEXT);

    @Test
    void should_write_fields_in_the_order_of_the_model() {
        assertEquals(List.of("format", "version", "verdict", "data", "provenance", "scenarios"), names(ROOT));
        assertEquals(
                List.of(
                        "name",
                        "verdict",
                        "experiment",
                        "twins",
                        "largestCostDifference",
                        "largestCostDifferenceOfWholeRun",
                        "firstDivergence",
                        "rungs",
                        "spread",
                        "boundary",
                        "clip",
                        "published",
                        "picture",
                        "costDifferences",
                        "effect",
                        "diverges"),
                names(ROOT.at("/scenarios/0")));
        assertEquals(
                List.of(
                        "name",
                        "status",
                        "compared",
                        "undetermined",
                        "maxRelativeDifference",
                        "noiseFloor",
                        "multiple",
                        "where",
                        "iteration",
                        "derivation",
                        "note",
                        "quantities"),
                names(ROOT.at("/scenarios/0/rungs/0")));
        assertEquals(List.of("scratch", "dl4j"), names(ROOT.at("/scenarios/0/twins")));
        assertEquals(List.of("costs", "accuracy"), names(ROOT.at("/scenarios/0/twins/dl4j")));
    }

    @Test
    void should_name_format_and_version() {
        assertEquals("twinnet-report", ROOT.at("/format").stringValue());
        assertEquals(9, ROOT.at("/version").intValue());
    }

    @Test
    void should_write_numbers_that_are_not_finite_as_null() {
        assertTrue(ROOT.at("/scenarios/0/largestCostDifference").isNull());
        assertTrue(ROOT.at("/scenarios/0/twins/dl4j/costs/1/cost").isNull());
        assertFalse(TEXT.contains("NaN") || TEXT.contains("Infinity"));
    }

    @Test
    void should_write_what_the_judge_says_as_key_arguments_and_english() {
        assertEquals(
                "{\"key\":\"said.entry\",\"arguments\":[1,\"W\",0,1],\"english\":\"layer 1 W[0,1]\"}",
                ROOT.at("/scenarios/0/rungs/1/where").toString());
        assertEquals("gradients", ROOT.at("/scenarios/0/rungs/1/name").stringValue());
        assertEquals("disagree", ROOT.at("/scenarios/0/rungs/1/status").stringValue());
    }

    @Test
    void should_write_doubles_so_that_they_read_back_bit_for_bit() {
        assertEquals(
                0.6931471805599453,
                ROOT.at("/scenarios/0/twins/scratch/costs/0/cost").doubleValue());
    }

    @Test
    void should_write_hostile_names_as_plain_strings() {
        assertEquals("a\"\\\n</script>.csv", ROOT.at("/data/name").stringValue());
    }

    @Test
    void should_write_the_same_text_again_and_end_it_with_a_line_break() {
        Report report = Reports.of(Status.AGREE, Reports.agreeing());
        assertEquals(JsonWriter.write(report), JsonWriter.write(report));
        assertTrue(TEXT.endsWith("}\n"));
    }

    private static List<String> names(JsonNode node) {
        return List.copyOf(node.propertyNames());
    }
}
