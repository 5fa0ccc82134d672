package org.twinnet.compare.report.port;

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
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.comparison.Format;
import org.twinnet.compare.report.kit.JUnitXml;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.MarkdownText;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Visible;

/** Renders what was found out about a model of DL4J. */
public final class PortWriter {

    /** Name of the published schema of the JSON, a resource beside this class. */
    public static final String SCHEMA = "port.schema.json";

    private PortWriter() {}

    /**
     * What is wrong, by the id of a mistake.
     *
     * @param id such as {@code l2-lambda-not-divided}
     * @return a sentence or two, in any language
     */
    public static Phrase mistake(String id) {
        return Phrase.of("port.mistake." + id);
    }

    /**
     * A small number as it is said.
     *
     * @param number the number, null where it is none
     * @return two digits
     */
    static String number(Double number) {
        return number == null ? "NaN" : String.format(Locale.ROOT, "%.2g", number);
    }

    /**
     * Renders files of the report; nothing of a port is CSV.
     *
     * @param formats what to write
     * @param report the report
     * @param language the language of Markdown, and that in which the page opens
     * @return names and contents
     */
    public static Map<String, byte[]> files(Set<Format> formats, PortReport report, Language language) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Format format : formats) {
            switch (format) {
                case HTML -> files.put("report.html", bytes(html(report, language)));
                case MD -> files.put("report.md", bytes(markdown(report, Texts.of(language))));
                case JSON -> files.put("report.json", bytes(JsonWriter.write(report)));
                case JUNIT -> files.put("junit.xml", bytes(junit(report)));
                case CSV -> {}
            }
        }
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The lines behind the verdict, for a terminal.
     *
     * @param report the report
     * @param texts the language
     * @return each mistake, and what was compared
     */
    public static String details(PortReport report, Texts texts) {
        StringBuilder text = new StringBuilder();
        for (PortReport.Mistake mistake : report.mistakes()) {
            text.append('\n').append(mistake.id());
            if (!mistake.where().isNothing()) {
                text.append(", ").append(mistake.where().in(texts));
            }
            text.append('\n');
            for (String line : List.of(
                    mistake.told().in(texts),
                    mistake.numbers().in(texts),
                    mistake.line().in(texts))) {
                text.append("    ").append(Visible.of(line)).append('\n');
            }
        }
        text.append('\n');
        report.compared().forEach(phrase -> text.append(phrase.in(texts)).append('\n'));
        return text.toString();
    }

    private static String html(PortReport report, Language language) {
        TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
        StringOutput output = new StringOutput();
        engine.render("port.jte", new PortPage(report, language), output);
        return Visible.lines(output.toString());
    }

    private static String markdown(PortReport report, Texts texts) {
        MarkdownText text = new MarkdownText();
        text.paragraph("# " + MarkdownText.escape(texts.text("port.page.title", report.model())));
        text.paragraph("**" + texts.text("verdict." + report.verdict()) + "**: "
                + MarkdownText.escape(report.sentence().in(texts)));
        if (!report.mistakes().isEmpty()) {
            text.paragraph("## " + texts.text("port.mistakes"));
        }
        for (PortReport.Mistake mistake : report.mistakes()) {
            String where =
                    mistake.where().isNothing() ? "" : ", " + mistake.where().in(texts);
            text.paragraph("### `" + mistake.id() + "`" + where);
            text.paragraph(MarkdownText.escape(
                    mistake.told().in(texts) + " " + mistake.numbers().in(texts)));
            text.fenced(mistake.line().in(texts));
        }
        text.paragraph("## " + texts.text("port.compared"));
        text.paragraph(texts.text("port.configuration"));
        report.compared().forEach(phrase -> text.paragraph(MarkdownText.escape(phrase.in(texts))));
        text.line(texts.text("port.guide"));
        return text.toString();
    }

    private static String junit(PortReport report) {
        List<JUnitXml.Case> cases = new ArrayList<>();
        cases.add(new JUnitXml.Case("port", report.verdict(), report.sentence().in(Texts.of(Language.EN))));
        for (PortReport.Mistake mistake : report.mistakes()) {
            cases.add(new JUnitXml.Case(
                    mistake.id() + (mistake.layers().isEmpty() ? "" : " " + mistake.layers()),
                    Status.DISAGREE,
                    mistake.sentence() + " " + mistake.numbers().in(Texts.of(Language.EN)) + " "
                            + mistake.line().english()));
        }
        return JUnitXml.write(List.of(new JUnitXml.Suite("twinnet.port", cases)), null);
    }
}
