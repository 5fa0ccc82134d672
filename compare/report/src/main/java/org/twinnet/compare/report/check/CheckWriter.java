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
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.JUnitXml;
import org.twinnet.compare.report.kit.PhraseModule;
import org.twinnet.compare.text.Visible;
import org.twinnet.compare.verdict.CheckReport;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/** Renders the report of a check. */
public final class CheckWriter {

    /** Name of the published schema of the JSON, a resource beside this class. */
    public static final String SCHEMA = "check.schema.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new PhraseModule())
            .enable(EnumFeature.WRITE_ENUMS_USING_TO_STRING)
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private CheckWriter() {}

    /**
     * Renders all files of the report.
     *
     * @param report the report
     * @return names and contents
     */
    public static Map<String, byte[]> files(CheckReport report) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("report.html", html(report).getBytes(StandardCharsets.UTF_8));
        files.put("report.md", CheckMarkdown.write(report).getBytes(StandardCharsets.UTF_8));
        files.put("report.json", json(report).getBytes(StandardCharsets.UTF_8));
        files.put("junit.xml", junit(report).getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /**
     * Renders as JSON.
     *
     * @param report the report
     * @return JSON text
     */
    public static String json(CheckReport report) {
        return MAPPER.writeValueAsString(report) + "\n";
    }

    /**
     * Renders as one self-contained page.
     *
     * @param report the report
     * @return HTML text
     */
    static String html(CheckReport report) {
        TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
        StringOutput output = new StringOutput();
        engine.render("check.jte", new CheckPage(report), output);
        return Visible.lines(output.toString());
    }

    private static String junit(CheckReport report) {
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
                                rung.compared())))
                .toList();
        List<JUnitXml.Case> all = new ArrayList<>(cases);
        if (!report.notChecked().isEmpty()) {
            all.add(new JUnitXml.Case(
                    "everything checked", Status.INCONCLUSIVE, String.join("; ", report.notChecked())));
        }
        // a case each, which passes: a convention is not wrong
        report.conventions()
                .forEach(convention ->
                        all.add(new JUnitXml.Case("convention " + convention.id(), Status.AGREE, convention.told())));
        return JUnitXml.write(List.of(new JUnitXml.Suite("twinnet.check", all)));
    }
}
