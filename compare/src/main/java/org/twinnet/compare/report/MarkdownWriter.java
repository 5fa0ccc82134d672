package org.twinnet.compare.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Renders a report as Markdown, for a pull request or a wiki. */
final class MarkdownWriter {

    private static final List<String> LADDER = List.of(
            "ladder.rung",
            "ladder.status",
            "ladder.compared",
            "ladder.difference",
            "ladder.floor",
            "ladder.multiple",
            "ladder.where");

    private final Report report;
    private final Texts texts;
    private final Set<String> pictures;
    private final StringBuilder text = new StringBuilder();

    private MarkdownWriter(Report report, Texts texts, Set<String> pictures) {
        this.report = report;
        this.texts = texts;
        this.pictures = pictures;
    }

    /** Renders, with the pictures that stand beside the file. */
    static String write(Report report, Texts texts, Set<String> pictures) {
        MarkdownWriter writer = new MarkdownWriter(report, texts, pictures);
        writer.head();
        report.scenarios().forEach(writer::scenario);
        writer.conventions();
        writer.foot();
        return writer.text.toString();
    }

    private void head() {
        paragraph("# " + say("page.title", say("verdict." + report.verdict())));
        paragraph(escape(Summary.verdict(report).in(texts)));
        row(Summary.headings(texts));
        rule(Summary.HEADINGS.size());
        for (Report.Scenario scenario : report.scenarios()) {
            row(Summary.cells(scenario, texts).stream()
                    .map(MarkdownWriter::escape)
                    .toList());
        }
        text.append('\n');
        Summary.chaos(report).forEach(phrase -> paragraph(escape(phrase.in(texts))));
        paragraph(say("summary.note"));
        picture(Pictures.BOUNDARIES, "section.boundaries");
        picture(Pictures.COSTS, "section.costs");
        paragraph("## " + say("section.regularization"));
        paragraph(Stream.concat(Stream.of(Observations.gap(report)), Observations.others(report).stream())
                .map(phrase -> escape(phrase.in(texts)))
                .collect(Collectors.joining(" ")));
    }

    private void picture(String file, String key) {
        if (pictures.contains(file)) {
            paragraph("## " + say(key));
            paragraph("![" + say(key) + "](" + file + ")");
        }
    }

    private void scenario(Report.Scenario scenario) {
        Report.Settings settings = scenario.settings();
        paragraph("## " + escape(scenario.name()) + ": " + say("verdict." + scenario.verdict()));
        paragraph(escape(say(
                "reproduce.settings",
                scenario.name(),
                settings.layers(),
                settings.learningRate(),
                Numbers.count(settings.iterations()),
                settings.lambda(),
                settings.keepProbability())));
        if (scenario.firstDivergence() != null) {
            paragraph("**" + escape(Summary.divergence(scenario).in(texts)) + "**");
        }
        row(LADDER.stream().map(this::say).toList());
        rule(LADDER.size());
        for (Report.Rung rung : scenario.rungs()) {
            row(List.of(
                    Vocabulary.rung(rung.name()),
                    say("verdict." + rung.status()),
                    Numbers.count(rung.compared()),
                    Numbers.small(rung.maxRelativeDifference()),
                    Numbers.small(rung.noiseFloor()),
                    Numbers.multiple(rung.multiple()),
                    words(Vocabulary.where(rung.where(), rung.iteration(), rung.multiple()))));
        }
        text.append('\n');
        String notes = scenario.rungs().stream()
                .filter(rung -> !rung.note().isEmpty())
                .map(rung -> "- " + Vocabulary.rung(rung.name()).in(texts) + ": " + words(Vocabulary.of(rung.note())))
                .collect(Collectors.joining("\n"));
        if (!notes.isEmpty()) {
            paragraph(notes);
        }
    }

    private void conventions() {
        List<String> rows = new ArrayList<>();
        for (Report.Scenario scenario : report.scenarios()) {
            for (Picture.Convention convention : scenario.picture() == null
                    ? List.<Picture.Convention>of()
                    : scenario.picture().conventions()) {
                if (convention.compared() > 0) {
                    rows.add("| " + escape(scenario.name()) + " | " + say("convention." + convention.id()) + " | "
                            + cell(Numbers.exact(convention.expected())) + " | "
                            + cell(Numbers.measured(convention)) + " |");
                }
            }
        }
        if (!rows.isEmpty()) {
            paragraph("## " + say("section.conventions"));
            row(List.of(
                    say("summary.scenario"),
                    say("conventions.convention"),
                    say("conventions.expected"),
                    say("conventions.measured")));
            rule(4);
            rows.forEach(this::line);
            text.append('\n');
        }
    }

    private void foot() {
        Report.Provenance run = report.provenance();
        paragraph("## " + say("section.reproduce"));
        String fence = fence(run.command());
        line(fence);
        line(run.command());
        line(fence);
        text.append('\n');
        Report.Data data = report.data();
        line("- " + say("facts.data") + ": " + escape(data.name()));
        line("- " + say("reproduce.hash") + ": " + say("reproduce.training") + " ("
                + data.train().count() + ") `"
                + data.train().sha256() + "`"
                + (data.test() == null
                        ? ""
                        : ", " + say("reproduce.testing") + " (" + data.test().count() + ") `"
                                + data.test().sha256() + "`"));
        line("- " + say("facts.versions") + ": "
                + escape("Twinnet " + run.twinnet() + ", Deeplearning4j " + run.dl4j() + ", ND4J " + run.backend()));
        String machine = Stream.of(run.blas(), run.jvm(), run.os(), run.cpu(), run.date())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        if (!machine.isEmpty()) {
            line("- " + say("reproduce.system") + ": " + escape(machine));
        }
        if (run.seconds() != null) {
            line("- " + say("facts.duration") + ": "
                    + say("facts.duration.value", String.format(Locale.ROOT, "%.1f", run.seconds())));
        }
    }

    private String say(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** Words of the report, which may come from anywhere. */
    private String words(Object what) {
        return escape(what instanceof Phrase phrase ? phrase.in(texts) : what.toString());
    }

    private String cell(Object what) {
        return what instanceof Phrase phrase ? escape(phrase.in(texts)) : String.valueOf(what);
    }

    private void row(List<?> cells) {
        line("| " + cells.stream().map(this::cell).collect(Collectors.joining(" | ")) + " |");
    }

    private void rule(int columns) {
        line("|" + "---|".repeat(columns));
    }

    private void paragraph(String content) {
        text.append(content).append("\n\n");
    }

    private void line(String content) {
        text.append(content).append('\n');
    }

    /** A fence that nothing in the text can close. */
    private static String fence(String text) {
        String fence = "```";
        while (text.contains(fence)) {
            fence += "`";
        }
        return fence;
    }

    /** A name from outside shows as it is: it neither breaks the line nor becomes markup. */
    private static String escape(String text) {
        return text.replaceAll("\\p{Cntrl}", "?").replaceAll("([\\\\`*_{}\\[\\]<>#|~!&])", "\\\\$1");
    }
}
