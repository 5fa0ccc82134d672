package org.twinnet.compare.report.check;

import java.util.List;
import java.util.stream.Collectors;
import org.twinnet.compare.report.kit.SettingWords;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.text.Visible;
import org.twinnet.compare.verdict.CheckReport;
import org.twinnet.compare.verdict.CheckText;

/** Renders the report of a check as Markdown, for a pull request or a wiki. */
final class CheckMarkdown {

    private final CheckReport report;
    private final Texts texts;
    private final StringBuilder text = new StringBuilder();

    private CheckMarkdown(CheckReport report, Texts texts) {
        this.report = report;
        this.texts = texts;
    }

    static String write(CheckReport report, Texts texts) {
        return new CheckMarkdown(report, texts).write();
    }

    private String write() {
        text.append("# ")
                .append(escape(texts.text("check.title", report.trace().name())))
                .append("\n\n");
        text.append("**")
                .append(said(CheckText.outcome(report.verdict())))
                .append("**: ")
                .append(said(report.sentence()))
                .append("\n\n");
        facts();
        if (!report.conventions().isEmpty()) {
            heading(texts.text("check.conventions"));
            report.conventions().forEach(convention -> entry(convention.id(), said(convention.told())));
            text.append('\n');
        }
        if (!report.diagnosis().isEmpty()) {
            heading(SaidOfCheck.HEADING_WRONG.of().in(texts));
            report.diagnosis().forEach(this::finding);
            text.append('\n');
        }
        ladder();
        list(SaidOfCheck.HEADING_NOT_CHECKED, report.notChecked());
        list(SaidOfCheck.HEADING_NOTES, report.notes());
        return Visible.lines(text.toString());
    }

    private void facts() {
        CheckReport.TraceFacts trace = report.trace();
        String settings = trace.settings().keySet().stream()
                .map(key -> SettingWords.label(key).in(texts) + " "
                        + trace.setting(key).in(texts))
                .collect(Collectors.joining(", "));
        text.append(texts.text(
                        "check.facts",
                        trace.layers(),
                        trace.examples(),
                        settings,
                        trace.tensors(),
                        trace.iterations(),
                        trace.costs()))
                .append("\n\n");
    }

    private void finding(CheckReport.Finding finding) {
        String sentence = said(finding.sentence());
        entry(
                finding.id(),
                finding.explains().isEmpty()
                        ? sentence
                        : said(SaidOfCheck.THEN.of(
                                finding.sentence(),
                                Phrase.of("check.explains.sentence", String.join(", ", finding.explains())))));
    }

    private void entry(String id, String told) {
        text.append("- `").append(id).append("`: ").append(told).append('\n');
    }

    private void ladder() {
        heading(texts.text("check.ladder"));
        text.append("| ").append(texts.text("check.ladder.headings")).append(" |\n");
        text.append("|---|--:|--:|--:|--:|---|---|\n");
        for (CheckReport.RungResult rung : report.rungs()) {
            text.append("| ")
                    .append(String.join(
                            " | ",
                            said(rung.name().said()),
                            String.valueOf(rung.compared()),
                            said(CheckText.number(rung.maxRelativeDifference())),
                            said(CheckText.number(rung.noiseFloor())),
                            said(CheckText.number(rung.multiple())),
                            said(rung.where()),
                            said(CheckText.outcome(rung.status()))))
                    .append(" |\n");
        }
        for (CheckReport.RungResult rung : report.rungs()) {
            if (!rung.note().isNothing()) {
                text.append('\n')
                        .append(said(SaidOfCheck.COLON.of(rung.name().said(), rung.note())))
                        .append(texts.text("check.full-stop"))
                        .append('\n');
            }
        }
    }

    private void list(SaidOfCheck heading, List<Phrase> lines) {
        if (!lines.isEmpty()) {
            text.append('\n');
            heading(heading.of().in(texts));
            lines.forEach(line -> text.append("- ").append(said(line)).append('\n'));
        }
    }

    private void heading(String heading) {
        text.append("## ").append(heading).append("\n\n");
    }

    private String said(Phrase phrase) {
        return escape(phrase.in(texts));
    }

    private static String escape(String text) {
        return Visible.of(text).replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
