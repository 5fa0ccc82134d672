package org.twinnet.compare.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twinnet.compare.report.kit.MarkdownText;
import org.twinnet.compare.report.kit.Numbers;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Phrase;

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
    private final MarkdownText text = new MarkdownText();

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
        text.paragraph("# " + say("page.title", say("verdict." + report.verdict())));
        text.paragraph(MarkdownText.escape(Summary.verdict(report).in(texts)));
        List<String> headings = Summary.headings(report, texts);
        row(headings);
        text.rule(headings.size());
        for (Report.Scenario scenario : report.scenarios()) {
            row(Summary.cells(report, scenario, texts).stream()
                    .map(MarkdownText::escape)
                    .toList());
        }
        text.line("");
        Summary.notes(report).forEach(phrase -> text.paragraph(MarkdownText.escape(phrase.in(texts))));
        text.paragraph(Summary.note(report).in(texts));
        picture(Pictures.BOUNDARIES, "section.boundaries");
        predictions();
        picture(Pictures.COSTS, "section.costs");
        text.paragraph("## " + say("section.regularization"));
        text.paragraph(Stream.concat(Stream.of(Observations.gap(report)), Observations.others(report).stream())
                .map(phrase -> MarkdownText.escape(phrase.in(texts)))
                .collect(Collectors.joining(" ")));
    }

    private void predictions() {
        picture(Pictures.PREDICTIONS, "section.predictions");
        List<String> sentences = report.scenarios().stream()
                .filter(scenario -> !PredictionWords.of(scenario).isEmpty())
                .map(scenario -> "- " + MarkdownText.escape(scenario.name()) + ": "
                        + PredictionWords.of(scenario).stream().map(this::words).collect(Collectors.joining(" ")))
                .toList();
        if (!sentences.isEmpty()) {
            text.paragraph(say("predictions.lead"));
            text.paragraph(String.join("\n", sentences));
        }
    }

    private void picture(String file, String key) {
        if (pictures.contains(file)) {
            text.paragraph("## " + say(key));
            text.paragraph("![" + say(key) + "](" + file + ")");
        }
    }

    private void scenario(Report.Scenario scenario) {
        text.paragraph("## " + MarkdownText.escape(scenario.name()) + ": " + say("verdict." + scenario.verdict()));
        text.paragraph(MarkdownText.escape(Phrase.of(
                        "reproduce.settings",
                        scenario.name(),
                        ScenarioSettings.of(scenario).sentence())
                .in(texts)));
        if (scenario.firstDivergence() != null) {
            text.paragraph(
                    "**" + MarkdownText.escape(Summary.divergence(scenario).in(texts)) + "**");
        }
        row(LADDER.stream().map(this::say).toList());
        text.rule(LADDER.size());
        for (Report.Rung rung : scenario.rungs()) {
            row(List.of(
                    LadderWords.rung(rung.name()),
                    say("verdict." + rung.status()),
                    Numbers.count(rung.compared()),
                    Numbers.small(rung.maxRelativeDifference()),
                    Numbers.small(rung.noiseFloor()),
                    Numbers.multiple(rung.multiple()),
                    words(LadderWords.where(rung.where(), rung.iteration(), rung.multiple()))));
        }
        text.line("");
        Confusions.of(scenario).forEach(this::confusion);
        String notes = scenario.rungs().stream()
                .filter(rung -> !rung.note().isNothing())
                .map(rung -> "- " + LadderWords.rung(rung.name()).in(texts) + ": " + words(rung.note()))
                .collect(Collectors.joining("\n"));
        if (!notes.isEmpty()) {
            text.paragraph(notes);
        }
    }

    private void confusion(Confusions.Table table) {
        text.paragraph(words(table.caption()));
        List<Phrase> classes = Confusions.classes(table);
        row(Stream.concat(Stream.of(say("confusion.corner")), classes.stream()).toList());
        text.rule(classes.size() + 1);
        for (int k = 0; k < classes.size(); k++) {
            row(Stream.concat(
                            Stream.of(classes.get(k)),
                            table.rows().get(k).stream().map(Numbers::count))
                    .toList());
        }
        text.line("");
    }

    private void conventions() {
        List<String> rows = new ArrayList<>();
        for (Report.Scenario scenario : report.scenarios()) {
            for (Picture.Convention convention : scenario.picture() == null
                    ? List.<Picture.Convention>of()
                    : scenario.picture().conventions()) {
                if (convention.compared() > 0) {
                    rows.add("| " + MarkdownText.escape(scenario.name()) + " | " + say("convention." + convention.id())
                            + " | "
                            + cell(Numbers.exact(convention.expected())) + " | "
                            + cell(LadderWords.measured(convention)) + " |");
                }
            }
        }
        if (!rows.isEmpty()) {
            text.paragraph("## " + say("section.conventions"));
            row(List.of(
                    say("summary.scenario"),
                    say("conventions.convention"),
                    say("conventions.expected"),
                    say("conventions.measured")));
            text.rule(4);
            rows.forEach(text::line);
            text.line("");
        }
        DropoutWords.of(report).forEach(sentence -> text.paragraph(words(sentence)));
    }

    private void foot() {
        Report.Provenance run = report.provenance();
        text.paragraph("## " + say("section.reproduce"));
        text.fenced(run.command());
        Report.Data data = report.data();
        text.line("- " + say("facts.data") + ": " + MarkdownText.escape(data.name()));
        text.line("- " + say("reproduce.hash") + ": " + say("reproduce.training") + " ("
                + data.train().count() + ") `"
                + data.train().sha256() + "`"
                + (data.test() == null
                        ? ""
                        : ", " + say("reproduce.testing") + " (" + data.test().count() + ") `"
                                + data.test().sha256() + "`"));
        PreparedWords.of(report)
                .forEach(sentence -> text.line("- " + say("prepared.heading") + ": " + words(sentence)));
        text.line("- " + say("facts.versions") + ": "
                + MarkdownText.escape(
                        "Twinnet " + run.twinnet() + ", Deeplearning4j " + run.dl4j() + ", ND4J " + run.backend()));
        String machine = Stream.of(run.blas(), run.jvm(), run.os(), run.cpu(), run.date())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        if (!machine.isEmpty()) {
            text.line("- " + say("reproduce.system") + ": " + MarkdownText.escape(machine));
        }
        if (run.seconds() != null) {
            text.line("- " + say("facts.duration") + ": "
                    + say("facts.duration.value", String.format(Locale.ROOT, "%.1f", run.seconds())));
        }
    }

    private String say(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    /** Words of the report, which may come from anywhere. */
    private String words(Object what) {
        return MarkdownText.escape(what instanceof Phrase phrase ? phrase.in(texts) : what.toString());
    }

    private String cell(Object what) {
        return what instanceof Phrase phrase ? MarkdownText.escape(phrase.in(texts)) : String.valueOf(what);
    }

    private void row(List<?> cells) {
        text.row(cells.stream().map(this::cell).toList());
    }
}
