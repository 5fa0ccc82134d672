package org.twinnet.compare.report.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.comparison.Format;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfPort;

@DisplayName("The report of a port")
class PortWriterTest {

    private static final PortReport RIGHT = new PortReport(
            PortReport.FORMAT,
            PortReport.VERSION,
            Status.AGREE,
            "model.zip",
            "mine.npz",
            true,
            new PortReport.Answers(1.1e-16, 3e-16),
            new PortReport.Predictions("alike", 2.2e-16, 6e-16, 4),
            List.of());

    private static final PortReport WRONG = new PortReport(
            PortReport.FORMAT,
            PortReport.VERSION,
            Status.DISAGREE,
            "<b>.zip",
            "--experiment mine.json",
            false,
            null,
            null,
            List.of(
                    new PortReport.Mistake(
                            "l2-lambda-not-divided",
                            List.of(0, 2),
                            "l2(c) is c/2·ΣW².",
                            Said.NAME.of("0.7"),
                            Said.NAME.of("0.0033"),
                            Said.NAME.of(".l2(0.7 / 211)")),
                    new PortReport.Mistake(
                            "float-for-double",
                            List.of(),
                            "Single.",
                            Said.NAME.of("FLOAT"),
                            Said.NAME.of("DOUBLE"),
                            Said.NAME.of(".dataType(<DOUBLE>)")),
                    new PortReport.Mistake(
                            "weight-noise",
                            List.of(1),
                            "Noise.",
                            Said.NAME.of("DropConnect"),
                            SaidOfPort.NONE.of(),
                            SaidOfPort.WITHOUT.of(".weightNoise(…)"))));

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    @Test
    void should_say_each_mistake_in_every_file() {
        Map<String, byte[]> files = PortWriter.files(EnumSet.allOf(Format.class), WRONG, Language.EN);

        assertEquals(List.of("report.html", "report.md", "report.json", "junit.xml"), List.copyOf(files.keySet()));
        for (String file : files.keySet()) {
            String text = text(files, file);
            assertTrue(text.contains("l2-lambda-not-divided"), file);
            assertTrue(text.contains(".l2(0.7 / 211)"), file);
            assertTrue(text.contains("float-for-double"), file);
        }
        String page = text(files, "report.html");
        assertTrue(page.contains("<html lang=\"en\">"), page);
        assertTrue(page.contains("layers 0, 2"), page);
        assertTrue(page.contains("这里是 "), "both languages are in the page");
        assertFalse(page.contains("<b>") || page.contains("<DOUBLE>"), "what files say is no markup");
        assertTrue(page.contains("去掉 ") && page.contains("without "), "in both languages too is what mends it");
        assertTrue(text(files, "report.json").contains("\"key\" : \"said.port.without\""));
        assertTrue(text(files, "junit.xml").contains("failures=\"4\""));
    }

    @Test
    void should_be_in_chinese_where_that_was_asked_for() {
        Map<String, byte[]> files = PortWriter.files(EnumSet.allOf(Format.class), WRONG, Language.ZH);

        assertTrue(text(files, "report.html").contains("<html lang=\"zh\">"));
        String markdown = text(files, "report.md");
        assertTrue(markdown.contains("3 处错误") && markdown.contains("第 0, 2 层"), markdown);
        assertTrue(
                markdown.contains("DropConnect") && markdown.contains("无") && markdown.contains("去掉 .weightNoise(…)"));
        assertFalse(markdown.contains("none") || markdown.contains("without"), markdown);
        assertTrue(markdown.contains("答案：未比较"), markdown);
    }

    @Test
    void should_say_that_a_port_is_right() {
        assertEquals(
                "model.zip is a port of mine.npz: no mistake was found.",
                RIGHT.sentence().in(Texts.of(Language.EN)));
        assertEquals(
                "\nParameters: recognized as the original's.\nAnswers of DL4J: within 1.1e-16 of the formulas' with the"
                        + " same parameters, of which rounding explains 3.0e-16.\nPredictions of the original: DL4J's"
                        + " answers are within 2.2e-16 of them, of which rounding explains 6.0e-16.\n",
                PortWriter.details(RIGHT, Texts.of(Language.EN)));
        assertTrue(text(PortWriter.files(EnumSet.allOf(Format.class), RIGHT, Language.EN), "junit.xml")
                .contains("failures=\"0\""));
    }

    @Test
    void should_fit_its_schema_and_nothing_else_should() throws IOException {
        Schema schema;
        try (InputStream in = PortWriter.class.getResourceAsStream(PortWriter.SCHEMA)) {
            schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
        }
        for (PortReport report : List.of(RIGHT, WRONG)) {
            String json = JsonWriter.write(report);
            assertEquals(List.of(), schema.validate(json, InputFormat.JSON));
            assertFalse(schema.validate(json.replace("\"verdict\"", "\"surplus\" : 1, \"verdict\""), InputFormat.JSON)
                    .isEmpty());
            assertFalse(schema.validate(json.replace("\"original\"", "\"other\""), InputFormat.JSON)
                    .isEmpty());
        }
    }
}
