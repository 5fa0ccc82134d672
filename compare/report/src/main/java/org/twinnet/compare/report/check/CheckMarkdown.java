package org.twinnet.compare.report.check;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.SettingWords;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.text.Visible;
import org.twinnet.compare.verdict.CheckReport;
import org.twinnet.compare.verdict.CheckText;

/** Renders the report of a check as Markdown, for a pull request or a wiki. */
final class CheckMarkdown {

    private CheckMarkdown() {}

    static String write(CheckReport report) {
        StringBuilder text = new StringBuilder();
        text.append("# Check of ").append(escape(report.trace().name())).append("\n\n");
        text.append("**")
                .append(report.verdict())
                .append("**: ")
                .append(escape(report.sentence()))
                .append("\n\n");
        CheckReport.TraceFacts trace = report.trace();
        text.append(String.format(
                Locale.ROOT,
                "Layers %s, %d examples, %s; %d tensors of iterations %s, %d costs.\n\n",
                trace.layers(),
                trace.examples(),
                trace.settings().keySet().stream()
                        .map(key -> SettingWords.label(key).in(Texts.of(Language.EN)) + " " + trace.settingText(key))
                        .collect(Collectors.joining(", ")),
                trace.tensors(),
                trace.iterations(),
                trace.costs()));
        if (!report.conventions().isEmpty()) {
            text.append("## Conventions\n\n");
            for (CheckReport.ConventionResult convention : report.conventions()) {
                text.append("- `").append(convention.id()).append("`: ").append(escape(convention.told()));
                text.append('\n');
            }
            text.append('\n');
        }
        if (!report.diagnosis().isEmpty()) {
            text.append("## What is wrong\n\n");
            for (CheckReport.Finding finding : report.diagnosis()) {
                text.append("- `").append(finding.id()).append("`: ").append(escape(finding.sentence()));
                if (!finding.explains().isEmpty()) {
                    text.append(" It explains ")
                            .append(escape(String.join(", ", finding.explains())))
                            .append('.');
                }
                text.append('\n');
            }
            text.append('\n');
        }
        text.append("## The ladder\n\n");
        text.append("| rung | numbers | largest difference | noise floor | multiple | where | outcome |\n");
        text.append("|---|--:|--:|--:|--:|---|---|\n");
        for (CheckReport.RungResult rung : report.rungs()) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %d | %s | %s | %s | %s | %s |\n",
                    rung.name(),
                    rung.compared(),
                    CheckText.number(rung.maxRelativeDifference()),
                    CheckText.number(rung.noiseFloor()),
                    CheckText.number(rung.multiple()),
                    escape(rung.where().english()),
                    rung.status()));
        }
        for (CheckReport.RungResult rung : report.rungs()) {
            if (!rung.note().isNothing()) {
                text.append("\n")
                        .append(rung.name())
                        .append(": ")
                        .append(escape(rung.note().english()))
                        .append(".\n");
            }
        }
        list(text, "Not checked", report.notChecked());
        list(text, "Notes", report.notes());
        return Visible.lines(text.toString());
    }

    private static void list(StringBuilder text, String heading, List<String> lines) {
        if (!lines.isEmpty()) {
            text.append("\n## ").append(heading).append("\n\n");
            lines.forEach(line -> text.append("- ").append(escape(line)).append('\n'));
        }
    }

    private static String escape(String text) {
        return Visible.of(text).replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }
}
