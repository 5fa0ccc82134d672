package org.twinnet.compare.report.comparison;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Visible;

/** Renders a report as one self-contained page that works from disk, without a network. */
public final class HtmlWriter {

    private HtmlWriter() {}

    /**
     * Renders.
     *
     * @param report the report
     * @param language the language that the page opens in
     * @return HTML text
     */
    public static String write(Report report, Language language) {
        TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
        StringOutput output = new StringOutput(4_000_000);
        engine.render("page.jte", new Page(report, language), output);
        return Visible.lines(output.toString());
    }
}
