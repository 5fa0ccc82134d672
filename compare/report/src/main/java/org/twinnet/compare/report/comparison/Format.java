package org.twinnet.compare.report.comparison;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Report;

/** The files that a report can be written as. */
public enum Format {
    /** {@code report.html}, one page for people. */
    HTML,
    /** {@code report.md} and its pictures, for a pull request or a wiki. */
    MD,
    /** {@code report.json}, every number. */
    JSON,
    /** {@code junit.xml}, each rung a test case. */
    JUNIT,
    /** {@code costs.csv}, the costs of all scenarios. */
    CSV;

    /**
     * The name that users write.
     *
     * @return such as {@code html}
     */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Renders a report.
     *
     * @param formats what to write
     * @param report the report
     * @param language language of what people read
     * @return names and contents of the files
     */
    public static Map<String, byte[]> render(Set<Format> formats, Report report, Language language) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Format format : formats) {
            switch (format) {
                case HTML -> put(files, "report.html", HtmlWriter.write(report, language));
                case MD -> {
                    Map<String, byte[]> pictures = Pictures.paint(report, Texts.of(language));
                    put(files, "report.md", MarkdownWriter.write(report, Texts.of(language), pictures.keySet()));
                    files.putAll(pictures);
                }
                case JSON -> put(files, "report.json", JsonWriter.write(report));
                case JUNIT -> put(files, "junit.xml", JUnitWriter.write(report));
                case CSV -> put(files, "costs.csv", CostsWriter.write(report));
            }
        }
        return files;
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
