package org.twinnet.compare.report.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.SettingWords;
import org.twinnet.compare.report.kit.TextTable;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Visible;

/** The report of a study for a terminal. */
public final class TuneText {

    private static final int BEST = 10;
    private static final int REASONS = 5;

    private final TuneReport report;
    private final TuneSummary summary;
    private final Texts texts = Texts.of(Language.EN);
    private final StringBuilder text = new StringBuilder();

    private TuneText(TuneReport report) {
        this.report = report;
        this.summary = new TuneSummary(report);
    }

    /**
     * Renders.
     *
     * @param report the report
     * @return text of several lines, in English
     */
    public static String write(TuneReport report) {
        TuneText writer = new TuneText(report);
        writer.sentences();
        writer.best();
        writer.contenders();
        writer.failures();
        return writer.text.toString();
    }

    private void sentences() {
        summary.disagreements().forEach(phrase -> line("ERROR: " + say(phrase)));
        line(say(summary.answer()));
        summary.comparisons().forEach(phrase -> line(say(phrase)));
        line(say(summary.test()));
        if (summary.disagreements().isEmpty()) {
            line(say(summary.twins()));
        }
        summary.search().forEach(phrase -> line(say(phrase)));
    }

    private void best() {
        List<TuneReport.Candidate> ranking = summary.ranking();
        if (ranking.isEmpty()) {
            return;
        }
        List<String> headings = new ArrayList<>(List.of("candidate", say(summary.metric()), "+-"));
        headings.addAll(settingHeadings());
        headings.add("iterations");
        TextTable table = new TextTable(headings);
        for (TuneReport.Candidate candidate : ranking.subList(0, Math.min(BEST, ranking.size()))) {
            List<String> row = new ArrayList<>(List.of(
                    String.valueOf(candidate.number()),
                    say(summary.numbers().score(candidate.score())),
                    candidate.standardError() == null
                            ? "-"
                            : say(summary.numbers().distance(candidate.standardError()))));
            row.addAll(setting(candidate.setting()));
            row.add(String.valueOf(candidate.iterations()));
            table.add(row);
        }
        line("");
        text.append(table);
        if (ranking.size() > BEST) {
            line(String.format(Locale.ROOT, "and %d more that were trained to the end", ranking.size() - BEST));
        }
    }

    private void contenders() {
        if (report.proof() == null || report.proof().contenders().isEmpty()) {
            return;
        }
        List<String> headings =
                new ArrayList<>(List.of("scored anew", say(summary.metric()), "minus the winner", "from", "to"));
        headings.addAll(settingHeadings());
        TextTable table = new TextTable(headings);
        for (TuneReport.Contender contender : report.proof().contenders()) {
            TuneReport.Difference difference = contender.difference();
            List<String> row = new ArrayList<>(List.of(
                    say(TuneSummary.contender(contender.name())),
                    contender.score() == null ? "-" : say(summary.numbers().score(contender.score())),
                    difference == null ? "-" : say(summary.numbers().signed(difference.mean())),
                    difference == null ? "-" : say(summary.numbers().signed(difference.low())),
                    difference == null ? "-" : say(summary.numbers().signed(difference.high()))));
            row.addAll(setting(contender.setting()));
            table.add(row);
        }
        line("");
        text.append(table);
    }

    private void failures() {
        List<Map.Entry<String, Integer>> reasons = summary.failures();
        if (reasons.isEmpty()) {
            return;
        }
        line("");
        line("Failed candidates:");
        reasons.stream()
                .limit(REASONS)
                .forEach(reason ->
                        line(String.format(Locale.ROOT, "  %d: %s", reason.getValue(), Visible.of(reason.getKey()))));
        if (reasons.size() > REASONS) {
            line(String.format(Locale.ROOT, "  and %d other reasons", reasons.size() - REASONS));
        }
    }

    private List<String> settingHeadings() {
        return report.columns().stream()
                .map(SettingWords::column)
                .map(this::say)
                .toList();
    }

    private List<String> setting(Map<String, Object> setting) {
        return report.columns().stream()
                .map(key -> say(TuneNumbers.value(setting.get(key))))
                .toList();
    }

    private String say(Object what) {
        return Visible.of(what instanceof Phrase phrase ? phrase.in(texts) : String.valueOf(what));
    }

    private void line(String content) {
        text.append(content).append('\n');
    }
}
