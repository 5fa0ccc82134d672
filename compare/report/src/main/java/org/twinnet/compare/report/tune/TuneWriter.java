package org.twinnet.compare.report.tune;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.text.Visible;

/** Renders the report of a study. */
public final class TuneWriter {

    /** Name of the published schema of the JSON, a resource beside this class. */
    public static final String SCHEMA = "tune.schema.json";

    private TuneWriter() {}

    /**
     * Renders all files of the report.
     *
     * @param report the report
     * @param language language of what people read
     * @return names and contents
     */
    public static Map<String, byte[]> files(TuneReport report, Language language) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        put(files, "report.html", html(report, language));
        Map<String, byte[]> pictures = TunePictures.paint(report, Texts.of(language));
        put(files, "report.md", TuneMarkdown.write(report, Texts.of(language), pictures.keySet()));
        files.putAll(pictures);
        put(files, "report.json", JsonWriter.write(report));
        put(files, "candidates.csv", CandidatesCsv.write(report));
        return files;
    }

    /**
     * Renders as one self-contained page.
     *
     * @param report the report
     * @param language the language that the page opens in
     * @return HTML text
     */
    static String html(TuneReport report, Language language) {
        TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
        StringOutput output = new StringOutput(1_000_000);
        engine.render("tune.jte", new TunePage(report, language), output);
        return Visible.lines(output.toString());
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
