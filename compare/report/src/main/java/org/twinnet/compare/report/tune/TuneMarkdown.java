package org.twinnet.compare.report.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twinnet.compare.report.kit.MarkdownText;
import org.twinnet.compare.report.kit.Numbers;
import org.twinnet.compare.report.kit.SettingWords;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Phrase;

/** Renders the report of a study as Markdown, for a pull request or a wiki. */
final class TuneMarkdown {

    private static final int BEST = 20;

    private final TuneReport report;
    private final TuneSummary summary;
    private final Texts texts;
    private final Set<String> pictures;
    private final MarkdownText text = new MarkdownText();

    private TuneMarkdown(TuneReport report, Texts texts, Set<String> pictures) {
        this.report = report;
        this.summary = new TuneSummary(report);
        this.texts = texts;
        this.pictures = pictures;
    }

    /** Renders, with the pictures that stand beside the file. */
    static String write(TuneReport report, Texts texts, Set<String> pictures) {
        TuneMarkdown writer = new TuneMarkdown(report, texts, pictures);
        writer.head();
        writer.space();
        writer.contenders();
        writer.twins();
        writer.candidates();
        writer.foot();
        return writer.text.toString();
    }

    private void head() {
        text.paragraph("# " + escaped(Phrase.of("tune.page.title", report.data().name())));
        for (Phrase phrase : summary.disagreements()) {
            text.paragraph("**" + say("verdict.disagree") + ": " + escaped(phrase) + "**");
        }
        text.paragraph(escaped(summary.answer()));
        Stream.of(summary.comparisons().stream(), Stream.of(summary.test()), Stream.of(summary.twins()))
                .flatMap(phrases -> phrases)
                .filter(phrase -> summary.disagreements().isEmpty() || !phrase.equals(summary.twins()))
                .forEach(phrase -> text.line("- " + escaped(phrase)));
        text.line("");
        text.paragraph(summary.search().stream().map(this::escaped).collect(Collectors.joining(" ")));
    }

    private void space() {
        text.paragraph("## " + escaped(summary.map()));
        text.paragraph(summary.surrogate().stream().map(this::escaped).collect(Collectors.joining(" ")));
        picture(TunePictures.MAP, summary.map());
        text.paragraph("## " + say("tune.section.importance"));
        text.paragraph(escaped(Phrase.of("tune.importance.lead")));
        text.row(List.of(
                say("tune.column.parameter"),
                say("tune.column.tried"),
                say("tune.importance.share"),
                say("tune.importance.total")));
        text.rule(4);
        for (TuneReport.Parameter parameter : report.parameters()) {
            List<String> shares = report.importances().stream()
                    .filter(importance -> importance.parameter().equals(parameter.key()))
                    .flatMap(importance -> Stream.of(importance.share(), importance.total()))
                    .map(TuneNumbers::share)
                    .toList();
            text.row(List.of(
                    escaped(SettingWords.label(parameter.key())),
                    escaped(TuneNumbers.tried(parameter)),
                    shares.isEmpty() ? "–" : shares.get(0),
                    shares.isEmpty() ? "–" : shares.get(1)));
        }
        text.line("");
        picture(TunePictures.IMPORTANCE, Phrase.of("tune.section.importance"));
        text.paragraph("## " + say("tune.section.progress"));
        picture(TunePictures.PROGRESS, Phrase.of("tune.section.progress"));
        picture(TunePictures.PARALLEL, Phrase.of("tune.section.parallel"));
    }

    private void picture(String file, Phrase title) {
        if (pictures.contains(file)) {
            text.paragraph("![" + escaped(title) + "](" + file + ")");
        }
    }

    private void contenders() {
        if (report.proof() == null || report.proof().contenders().isEmpty()) {
            return;
        }
        text.paragraph("## " + say("tune.section.contenders"));
        text.paragraph(escaped(Phrase.of("tune.contenders.lead")));
        List<String> headings = new ArrayList<>(List.of(say("tune.column.setting")));
        headings.addAll(settingHeadings());
        headings.addAll(List.of(
                escaped(summary.metric()),
                say("tune.column.trainings"),
                say("tune.column.difference"),
                say("tune.column.interval")));
        text.row(headings);
        text.rule(headings.size());
        for (TuneReport.Contender contender : report.proof().contenders()) {
            TuneReport.Difference difference = contender.difference();
            List<String> row = new ArrayList<>(List.of(escaped(TuneSummary.contender(contender.name()))));
            row.addAll(setting(contender.setting()));
            row.add(
                    contender.score() == null
                            ? MarkdownText.escape(contender.failure().isEmpty() ? "–" : contender.failure())
                            : escaped(summary.numbers().score(contender.score())));
            row.add(String.valueOf(contender.trainings()));
            row.add(difference == null ? "–" : escaped(summary.numbers().signed(difference.mean())));
            row.add(
                    difference == null
                            ? "–"
                            : escaped(Phrase.of(
                                    "tune.interval",
                                    summary.numbers().signed(difference.low()),
                                    summary.numbers().signed(difference.high()),
                                    TuneNumbers.level(difference.level()))));
            text.row(row);
        }
        text.line("");
    }

    private void twins() {
        if (report.proof() == null || report.proof().twins().isEmpty()) {
            return;
        }
        text.paragraph("## " + say("tune.section.twins"));
        List<String> headings = new ArrayList<>(List.of(say("tune.column.setting")));
        headings.addAll(settingHeadings());
        headings.addAll(List.of(say("summary.difference"), say("summary.verdict")));
        text.row(headings);
        text.rule(headings.size());
        for (TuneReport.Twins twins : report.proof().twins()) {
            List<String> row = new ArrayList<>(List.of(escaped(TuneSummary.contender(twins.name()))));
            row.addAll(setting(twins.setting()));
            row.add(escaped(Numbers.small(twins.largestCostDifference())));
            row.add(say("verdict." + twins.verdict()));
            text.row(row);
        }
        text.line("");
        picture(TunePictures.BOUNDARIES, Phrase.of("section.boundaries"));
        picture(TunePictures.COSTS, Phrase.of("section.costs"));
    }

    private void candidates() {
        text.paragraph("## " + say("tune.section.candidates"));
        List<Map.Entry<String, Integer>> failures = summary.failures();
        if (!failures.isEmpty()) {
            text.paragraph(say("tune.failures"));
            failures.forEach(reason ->
                    text.line("- " + escaped(Phrase.of("tune.failures.reason", reason.getValue(), reason.getKey()))));
            text.line("");
        }
        List<TuneReport.Candidate> ranking = summary.ranking();
        if (ranking.isEmpty()) {
            return;
        }
        List<String> headings = new ArrayList<>(List.of(say("tune.column.number"), escaped(summary.metric()), "±"));
        headings.addAll(settingHeadings());
        text.row(headings);
        text.rule(headings.size());
        for (TuneReport.Candidate candidate : ranking.subList(0, Math.min(BEST, ranking.size()))) {
            List<String> row = new ArrayList<>(List.of(
                    String.valueOf(candidate.number()),
                    escaped(summary.numbers().score(candidate.score())),
                    candidate.standardError() == null
                            ? "–"
                            : escaped(summary.numbers().distance(candidate.standardError()))));
            row.addAll(setting(candidate.setting()));
            text.row(row);
        }
        text.line("");
        text.paragraph(say("tune.candidates.file", "`candidates.csv`"));
    }

    private void foot() {
        Report.Provenance run = report.provenance();
        text.paragraph("## " + say("section.reproduce"));
        text.fenced(run.command());
        text.line("- " + say("facts.data") + ": "
                + MarkdownText.escape(report.data().name()));
        text.line("- " + say("reproduce.hash") + ": " + say("reproduce.training") + " "
                + examples(report.data().train())
                + (report.data().test() == null
                        ? ""
                        : ", " + say("reproduce.testing") + " "
                                + examples(report.data().test())));
        text.line("- " + say("tune.options") + ": "
                + report.options().stream()
                        .map(option -> MarkdownText.escape(option.name() + " " + option.value()))
                        .collect(Collectors.joining(", ")));
        text.line("- " + say("facts.versions") + ": "
                + MarkdownText.escape(
                        "Twinnet " + run.twinnet() + ", Deeplearning4j " + run.dl4j() + ", ND4J " + run.backend()));
    }

    private static String examples(Report.Examples examples) {
        return "(" + examples.count() + ") " + MarkdownText.escape(examples.sha256());
    }

    private List<String> settingHeadings() {
        return report.columns().stream()
                .map(SettingWords::label)
                .map(this::escaped)
                .toList();
    }

    private List<String> setting(Map<String, Object> setting) {
        return report.columns().stream()
                .map(key -> MarkdownText.escape(TuneNumbers.value(setting.get(key))))
                .toList();
    }

    private String say(String key, Object... arguments) {
        return texts.text(key, arguments);
    }

    private String escaped(Object what) {
        return MarkdownText.escape(what instanceof Phrase phrase ? phrase.in(texts) : String.valueOf(what));
    }
}
