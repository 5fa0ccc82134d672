package org.twinnet.compare.report.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.report.comparison.Format;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.StrictJson;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.trace.file.TraceReader;
import org.twinnet.compare.verdict.CheckReport;
import org.twinnet.compare.verdict.TraceVerdict;
import org.twinnet.data.InvalidDataException;

@DisplayName("The JSON of a check")
class CheckReaderTest {

    private static final Path HALVED = Path.of("../docs/example/halved.npz");

    private static CheckReport report;

    @BeforeAll
    static void check() {
        report = TraceVerdict.of(TraceReader.read(HALVED, Optional.empty()), ProgressListener.NONE)
                .report("halved.npz");
    }

    private static StrictJson.Source source(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static CheckReport read(String text) throws IOException {
        return CheckReader.read("check.json", source(text));
    }

    /** Written by the last program of version 3 for the same trace; shortened to three quantities a rung. */
    private static CheckReport former() throws IOException {
        try (InputStream in = CheckReaderTest.class.getResourceAsStream("check-version-3.json")) {
            return read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String text(CheckReport of, Format format, Language language) {
        Map<String, byte[]> files = CheckWriter.files(EnumSet.of(format), of, Texts.of(language));
        return new String(files.values().iterator().next(), StandardCharsets.UTF_8);
    }

    @Test
    void should_hold_all_that_was_found() throws IOException {
        assertEquals(4, report.version());
        String text = JsonWriter.write(report);
        assertEquals(text, JsonWriter.write(read(text)));
        assertEquals(report, read(text));
    }

    @Test
    void should_carry_key_arguments_and_english_of_a_diagnosis() {
        String text = JsonWriter.write(report.diagnosis().get(0).sentence());
        assertTrue(text.contains("\"key\" : \"said.check.mistake\""), text);
        assertTrue(text.contains("\"l2-gradient-halved\""), text);
        assertTrue(text.contains("\"english\" : \"The factor is 0.5.\""), text);
    }

    @Test
    void should_render_in_both_languages() throws IOException {
        CheckReport again = read(JsonWriter.write(report));
        String page = text(again, Format.HTML, Language.ZH);
        assertTrue(page.contains("<html lang=\"zh\">"), page);
        for (String chinese : List.of("不一致", "错在哪里", "梯度中的惩罚项保留了 ½", "因子为 0.5。", "梯级", "噪声下限")) {
            assertTrue(page.contains(chinese), chinese);
        }
        assertTrue(page.contains("<span lang=\"en\">What is wrong</span><span lang=\"zh\">错在哪里</span>"), page);
        assertTrue(text(again, Format.MD, Language.ZH).startsWith("# halved.npz 的检查\n\n**不一致**: "));
        assertTrue(text(again, Format.HTML, Language.EN).contains("<html lang=\"en\">"));
    }

    @Test
    void should_tell_a_dashboard_what_is_wrong_and_how_long_it_took() {
        String xml = new String(
                CheckWriter.files(EnumSet.of(Format.JUNIT), report, Texts.of(Language.ZH), 1.25)
                        .get("junit.xml"),
                StandardCharsets.UTF_8);
        assertTrue(xml.contains("<testsuites name=\"twinnet\" time=\"1.250\">"), xml);
        assertTrue(xml.contains("l2-gradient-halved: The penalty in the gradient keeps the ½"), xml);
        assertTrue(xml.contains("right is dW = dZ·Aᵀ/m + λ/m·W"), xml);
        assertTrue(xml.contains("It explains dW3@0, "), xml);
        assertFalse(text(report, Format.JUNIT, Language.EN).contains("time="), "a time that nobody measured");
    }

    @Test
    void should_be_read_of_version_3_and_say_what_it_said() throws IOException {
        CheckReport former = former();
        assertEquals(CheckReport.VERSION, former.version());
        assertEquals(report.sentence().english(), former.sentence().english());
        assertEquals(
                report.diagnosis().get(0).sentence().english(),
                former.diagnosis().get(0).sentence().english());
        String chinese = text(former, Format.MD, Language.ZH);
        assertTrue(chinese.contains("The penalty in the gradient keeps the ½"), chinese);
        assertTrue(chinese.contains("- dW2 of iteration 1: not in the trace, recomputed"), chinese);
        assertEquals(former, read(JsonWriter.write(former)));
    }

    @Test
    void should_be_refused_in_one_line_where_it_is_damaged() {
        String text = JsonWriter.write(report);
        for (String damaged : List.of(
                text.replace("\"version\" : 4", "\"version\" : 5"),
                text.replace("\"verdict\" : \"disagree\"", "\"verdict\" : \"perhaps\""),
                text.replaceFirst("\"notes\" : \\[", "\"notes\" : [ 7"),
                text.substring(0, 500))) {
            String message = assertThrows(InvalidDataException.class, () -> read(damaged))
                    .getMessage();
            assertTrue(message.startsWith("check.json: is no "), message);
            assertFalse(message.contains("\n"), message);
        }
    }

    @Test
    void should_be_told_from_others_by_its_format() throws IOException {
        assertEquals(Optional.of("twinnet-check"), StrictJson.format(source(JsonWriter.write(report))));
        assertEquals(Optional.of("x"), StrictJson.format(source("{\"a\": {\"format\": 1}, \"format\": \"x\"}")));
        for (String other : List.of("", "[]", "{}", "{\"format\": 3}", "{\"a\": ", "PK")) {
            assertEquals(Optional.empty(), StrictJson.format(source(other)), other);
        }
    }
}
