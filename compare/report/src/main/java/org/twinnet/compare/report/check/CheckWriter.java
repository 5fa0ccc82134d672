package org.twinnet.compare.report.check;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.comparison.Format;
import org.twinnet.compare.report.kit.JUnitXml;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Visible;
import org.twinnet.compare.verdict.CheckReport;

/** Renders the report of a check. */
public final class CheckWriter {

    /** Name of the published schema of the JSON, a resource beside this class. */
    public static final String SCHEMA = "check.schema.json";

    private CheckWriter() {}

    /**
     * Renders files of the report; nothing of a check is CSV.
     *
     * @param formats what to write
     * @param report the report
     * @param texts language of page and Markdown
     * @return names and contents
     */
    public static Map<String, byte[]> files(Set<Format> formats, CheckReport report, Texts texts) {
        return files(formats, report, texts, null);
    }

    /**
     * Renders files of the report; nothing of a check is CSV.
     *
     * @param formats what to write
     * @param report the report
     * @param texts language of page and Markdown
     * @param seconds how long the check took; null where that is not told
     * @return names and contents
     */
    public static Map<String, byte[]> files(Set<Format> formats, CheckReport report, Texts texts, Double seconds) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Format format : formats) {
            switch (format) {
                case HTML -> put(files, "report.html", html(report, texts));
                case MD -> put(files, "report.md", CheckMarkdown.write(report, texts));
                case JSON -> put(files, "report.json", JsonWriter.write(report));
                case JUNIT -> put(files, "junit.xml", junit(report, seconds));
                case CSV -> {}
            }
        }
        return files;
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Renders as one self-contained page.
     *
     * @param report the report
     * @param texts the language
     * @return HTML text
     */
    private static String html(CheckReport report, Texts texts) {
        TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
        StringOutput output = new StringOutput();
        engine.render("check.jte", new CheckPage(report, texts.language()), output);
        return Visible.lines(output.toString());
    }

    private static String junit(CheckReport report, Double seconds) {
        String diagnosis = diagnosis(report);
        List<JUnitXml.Case> cases = report.rungs().stream()
                .map(rung -> new JUnitXml.Case(
                        rung.name().label(),
                        rung.status(),
                        String.format(
                                Locale.ROOT,
                                "%s: relative difference %s, noise floor %s, over %d numbers",
                                rung.where().english(),
                                rung.maxRelativeDifference(),
                                rung.noiseFloor(),
                                rung.compared()),
                        rung.status() == Status.DISAGREE ? diagnosis : ""))
                .toList();
        List<JUnitXml.Case> all = new ArrayList<>(cases);
        if (!report.notChecked().isEmpty()) {
            all.add(new JUnitXml.Case(
                    "everything checked",
                    Status.INCONCLUSIVE,
                    report.notChecked().stream().map(Phrase::english).collect(Collectors.joining("; "))));
        }
        // a case each, which passes: a convention is not wrong
        report.conventions()
                .forEach(convention -> all.add(new JUnitXml.Case(
                        "convention " + convention.id(),
                        Status.AGREE,
                        convention.told().english())));
        return JUnitXml.write(List.of(new JUnitXml.Suite("twinnet.check", all)), seconds);
    }

    /** The verdict, and of each mistake its name, what it is, and the numbers that it explains. */
    private static String diagnosis(CheckReport report) {
        StringBuilder text = new StringBuilder(report.sentence().english()).append('\n');
        for (CheckReport.Finding finding : report.diagnosis()) {
            text.append(finding.id())
                    .append(": ")
                    .append(finding.sentence().english())
                    .append('\n');
            if (!finding.explains().isEmpty()) {
                text.append("It explains ")
                        .append(String.join(", ", finding.explains()))
                        .append(".\n");
            }
        }
        return text.toString();
    }
}
