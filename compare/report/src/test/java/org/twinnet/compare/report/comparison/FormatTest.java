package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.model.JsonReader;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.Reports;
import org.w3c.dom.Document;

/** Every format, on ordinary reports and on those where something is missing, not finite or hostile. */
class FormatTest {

    private static final Set<Format> ALL = EnumSet.allOf(Format.class);

    static Stream<Report> reports() {
        return Degenerate.all().values().stream();
    }

    @ParameterizedTest
    @MethodSource("reports")
    void should_write_every_file_whatever_the_report_holds(Report report) throws Exception {
        for (Language language : Language.values()) {
            Map<String, byte[]> files = Format.render(ALL, report, language);
            assertTrue(files.keySet()
                    .containsAll(List.of("report.html", "report.md", "report.json", "junit.xml", "costs.csv")));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                if (file.getKey().endsWith(".png")) {
                    assertTrue(ImageIO.read(new ByteArrayInputStream(file.getValue()))
                                    .getWidth()
                            >= 400);
                    assertTrue(text(files, "report.md").contains("](" + file.getKey() + ")"));
                }
            }
            assertDoesNotThrow(() -> JsonReader.parse("r", text(files, "report.json")));
            DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(files.get("junit.xml")));
        }
    }

    @ParameterizedTest
    @MethodSource("reports")
    void should_write_the_same_bytes_again(Report report) {
        Map<String, byte[]> first = Format.render(ALL, report, Language.EN);
        Map<String, byte[]> second = Format.render(ALL, report, Language.EN);
        first.forEach((name, bytes) -> assertArrayEquals(bytes, second.get(name), name));
    }

    @Test
    void should_write_only_what_is_asked_for() {
        assertEquals(
                Set.of("costs.csv"),
                Format.render(EnumSet.of(Format.CSV), Reports.of(Status.AGREE, Reports.agreeing()), Language.EN)
                        .keySet());
    }

    @Test
    void should_make_each_rung_a_test_case_and_never_pass_an_open_one() throws Exception {
        Report report = Reports.of(Status.DISAGREE, Reports.parted(), Reports.inconclusive());
        byte[] xml = JUnitWriter.write(report).getBytes(StandardCharsets.UTF_8);
        Document document =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        assertEquals(4, document.getElementsByTagName("testcase").getLength());
        assertEquals(1, document.getElementsByTagName("failure").getLength());
        assertEquals(1, document.getElementsByTagName("error").getLength());
        String failure = document.getElementsByTagName("failure")
                .item(0)
                .getAttributes()
                .getNamedItem("message")
                .getNodeValue();
        assertTrue(failure.contains("layer 1 W[0,1]") && failure.contains("0.001"), failure);
    }

    @Test
    void should_write_costs_with_the_limit_they_are_held_to() {
        List<String> lines = CostsWriter.write(Reports.of(Status.DISAGREE, Reports.parted()))
                .lines()
                .toList();
        assertEquals(3, lines.size());
        assertEquals(
                "none,0,0.6931471805599453,0.6931471805599453,0.0,0.6931471805599453,0.6931471805599453,0.0,0.0,1.0E-14",
                lines.get(1));
        assertEquals("none,1999,0.25,0.25,0.0,,,0.0,,", lines.get(2));
    }

    @Test
    void should_keep_a_name_from_becoming_a_formula() {
        String csv = CostsWriter.write(Reports.of(Status.AGREE, Reports.named("=cmd|' /C calc'!A0")));
        assertTrue(csv.lines().skip(1).allMatch(line -> line.startsWith("\"'=cmd|' /C calc'!A0\",")), csv);
    }

    @Test
    void should_escape_hostile_names_in_the_page() {
        String hostile = "<script>alert(1)</script>";
        String html = HtmlWriter.write(
                Reports.of(Status.AGREE, hostile, Reports.provenance(hostile), Reports.named(hostile)), Language.EN);
        assertFalse(html.contains(hostile));
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
        assertTrue(html.contains("\\u003cscript>alert(1)\\u003c/script>"));
    }

    @Test
    void should_say_the_verdict_in_both_languages_of_the_page() {
        String html = HtmlWriter.write(Reports.of(Status.AGREE, Reports.agreeing()), Language.ZH)
                .replaceAll("<span class=\"n\">([^<]*)</span>", "$1");
        assertTrue(html.contains("<html lang=\"zh\">"));
        assertTrue(html.contains("Both networks computed the same in 1 of 1 scenarios: largest cost difference "
                + "1.5e-16 over 2,000 iterations."));
        assertTrue(html.contains("1 个场景的计算结果全部相同"));
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }
}
