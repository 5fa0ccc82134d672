package org.twinnet.compare.report.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.comparison.LadderWords;
import org.twinnet.compare.report.kit.Numbers;
import org.twinnet.compare.report.kit.SettingWords;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.tuning.run.Contender;

/** What a study found, in sentences. */
final class TuneSummary {

    /**
     * A model that errs by more than this share of the scatter of the scores explains less than half of their variance:
     * 0.7² ≈ ½.
     */
    private static final double POOR = 0.7;

    private final TuneReport report;
    private final TuneNumbers numbers;

    TuneSummary(TuneReport report) {
        this.report = report;
        this.numbers = new TuneNumbers(report.metric());
    }

    /** {@code agree}, {@code disagree}, {@code inconclusive}, or {@code none} without twins. */
    String verdict() {
        return report.proof() == null || report.proof().twins().isEmpty()
                ? "none"
                : report.proof().verdict().label();
    }

    /** Every setting whose twins part, which all else has to wait for. */
    List<Phrase> disagreements() {
        if (report.proof() == null) {
            return List.of();
        }
        return report.proof().twins().stream()
                .filter(twins -> twins.verdict() == Status.DISAGREE)
                .map(TuneSummary::disagreement)
                .toList();
    }

    private static Phrase disagreement(TuneReport.Twins twins) {
        Phrase name = contender(twins.name());
        Phrase setting = TuneNumbers.setting(twins.setting());
        return twins.firstDivergence() == null
                ? Phrase.of("tune.twins.disagree", name, setting)
                : Phrase.of(
                        "tune.twins.disagree.at",
                        name,
                        setting,
                        LadderWords.rung(twins.firstDivergence().rung()),
                        LadderWords.entry(twins.firstDivergence()),
                        Numbers.count(twins.firstDivergence().iteration()),
                        Numbers.small(twins.firstDivergence().maxRelativeDifference()),
                        Numbers.small(twins.firstDivergence().noiseFloor()));
    }

    /** The answer: the best candidate, or why there is none. */
    Phrase answer() {
        Optional<TuneReport.Candidate> winner = report.winner();
        if (winner.isPresent()) {
            TuneReport.Candidate best = winner.get();
            return Phrase.of(
                    "tune.winner",
                    report.candidates().size(),
                    TuneNumbers.setting(best.setting()),
                    metric(),
                    numbers.score(best.score()),
                    best.standardError() == null
                            ? Phrase.of("tune.winner.one")
                            : Phrase.of("tune.winner.error", numbers.distance(best.standardError())),
                    best.number());
        }
        if (report.candidates().isEmpty()) {
            return Phrase.of("tune.nothing");
        }
        List<Map.Entry<String, Integer>> reasons = failures();
        return report.effort().failed() == report.candidates().size()
                ? Phrase.of(
                        "tune.failed.all",
                        report.candidates().size(),
                        reasons.get(0).getValue(),
                        reasons.get(0).getKey())
                : Phrase.of("tune.complete.none", report.candidates().size());
    }

    /** How the winner compares, when scored anew, with what people would take without a search. */
    List<Phrase> comparisons() {
        List<Phrase> sentences = new ArrayList<>();
        for (TuneReport.Contender contender : report.proof() == null
                ? List.<TuneReport.Contender>of()
                : report.proof().contenders()) {
            if (contender.name().equals("winner")) {
                sentences.add(
                        contender.score() == null
                                ? Phrase.of("tune.compare.failed", contender(contender), contender.failure())
                                : Phrase.of(
                                        "tune.compare.winner",
                                        numbers.score(contender.score()),
                                        contender.trainings()));
            } else {
                sentences.add(comparison(contender));
            }
        }
        return sentences;
    }

    private Phrase comparison(TuneReport.Contender contender) {
        TuneReport.Difference difference = contender.difference();
        Phrase name = contender(contender);
        if (contender.score() == null || difference == null) {
            return contender.failure().isEmpty()
                    ? Phrase.of("tune.compare.unknown", name)
                    : Phrase.of("tune.compare.failed", name, contender.failure());
        }
        double a = numbers.advantage(difference.low());
        double b = numbers.advantage(difference.high());
        double low = Math.min(a, b);
        double high = Math.max(a, b);
        double mean = numbers.advantage(difference.mean());
        String level = TuneNumbers.level(difference.level());
        if (mean == 0 && low == 0 && high == 0) {
            return Phrase.of("tune.compare.same", name);
        }
        if (low > 0) {
            return Phrase.of(
                    "tune.compare.better",
                    name,
                    numbers.distance(mean),
                    level,
                    numbers.distance(low),
                    numbers.distance(high));
        }
        if (high < 0) {
            return Phrase.of(
                    "tune.compare.worse",
                    name,
                    numbers.distance(-mean),
                    level,
                    numbers.distance(-high),
                    numbers.distance(-low));
        }
        return Phrase.of(
                "tune.compare.open", name, numbers.signed(mean), level, numbers.signed(low), numbers.signed(high));
    }

    /** What the test examples say, and that they said it only once. */
    Phrase test() {
        if (report.data().test() == null) {
            return Phrase.of("tune.test.none");
        }
        if (report.proof() == null || report.proof().test() == null) {
            return Phrase.of(
                    report.testUses().isEmpty() ? "tune.test.unused" : "tune.test.before",
                    report.data().test().count(),
                    report.testUses().size());
        }
        TuneReport.TestResult test = report.proof().test();
        int examples = report.data().test().count();
        boolean again = report.testUses().size() > 1;
        if (test.accuracy() == null) {
            return Phrase.of(
                    again ? "tune.test.regression.again" : "tune.test.regression",
                    examples,
                    test.rSquared() == null ? Phrase.of("tune.test.constant") : Numbers.of(test.rSquared(), "%.4f"),
                    test.rootMeanSquaredError() == null
                            ? Numbers.of(null, "%.4f")
                            : TuneNumbers.number(test.rootMeanSquaredError()),
                    report.testUses().size());
        }
        int total = test.accuracy().total();
        int correct = test.accuracy().correct();
        return Phrase.of(
                again ? "tune.test.again" : "tune.test",
                examples,
                total == examples ? correct : Phrase.of("tune.test.outputs", correct, total),
                Numbers.percent((double) correct / total),
                Numbers.of(test.crossEntropy(), "%.4f"),
                report.testUses().size());
    }

    /** How was searched, and what a proposal knew. */
    List<Phrase> search() {
        TuneReport.Effort effort = report.effort();
        List<Phrase> sentences = new ArrayList<>();
        sentences.add(Phrase.of(
                "tune.search",
                Phrase.of("tune.search." + report.option("search").orElse("random")),
                report.candidates().size(),
                effort.complete(),
                effort.stopped(),
                effort.failed(),
                Numbers.count(effort.iterations())));
        if (effort.iterationsWithoutStopping() > effort.iterations()) {
            sentences.add(Phrase.of(
                    "tune.saved",
                    Numbers.percent(1 - (double) effort.iterations() / effort.iterationsWithoutStopping())));
        }
        if (!report.candidates().isEmpty()) {
            sentences.add(seen());
        }
        if (report.ending().equals("exhausted") || report.ending().equals("cancelled")) {
            sentences.add(Phrase.of("tune.ending." + report.ending()));
        }
        return sentences;
    }

    private Phrase seen() {
        if (report.candidates().stream().allMatch(candidate -> candidate.seen() == 0)) {
            return Phrase.of("tune.seen.nothing");
        }
        int behind = report.candidates().stream()
                .mapToInt(candidate -> candidate.number() - candidate.seen())
                .max()
                .getAsInt();
        return report.winner()
                .map(winner -> Phrase.of("tune.seen.winner", behind, winner.seen()))
                .orElseGet(() -> Phrase.of("tune.seen", behind));
    }

    /** What the twins came to where they do not disagree. */
    Phrase twins() {
        if (report.proof() == null) {
            return Phrase.of("tune.proof.none");
        }
        List<TuneReport.Twins> twins = report.proof().twins();
        if (twins.isEmpty()) {
            return Phrase.of("tune.twins.none");
        }
        long agreeing = twins.stream().filter(t -> t.verdict() == Status.AGREE).count();
        return agreeing == twins.size()
                ? Phrase.of("tune.twins.agree", agreeing)
                : Phrase.of("tune.twins.some", agreeing, twins.size());
    }

    /** What the picture of the score is drawn over. */
    Phrase map() {
        List<TuneReport.Parameter> mapped = report.mapped();
        return mapped.isEmpty()
                ? Phrase.of("tune.section.slices")
                : Phrase.of(
                        "tune.section.map",
                        SettingWords.label(mapped.get(0).key()),
                        SettingWords.label(mapped.get(1).key()));
    }

    /** What the model of the score is worth, and whether it can be believed. */
    List<Phrase> surrogate() {
        TuneReport.Surrogate surrogate = report.surrogate();
        if (surrogate == null) {
            return List.of(Phrase.of("tune.surrogate.none"));
        }
        List<Phrase> sentences = new ArrayList<>();
        sentences.add(Phrase.of("tune.surrogate", surrogate.fitted()));
        if (surrogate.estimated() > 0) {
            sentences.add(Phrase.of("tune.surrogate.estimated", surrogate.estimated()));
        }
        sentences.add(Phrase.of(
                "tune.surrogate.error", numbers.distance(surrogate.error()), numbers.distance(surrogate.deviation())));
        if (poor(surrogate)) {
            sentences.add(Phrase.of("tune.surrogate.poor"));
        }
        return sentences;
    }

    private static boolean poor(TuneReport.Surrogate surrogate) {
        return surrogate.error() == null
                || surrogate.deviation() == null
                || surrogate.error() > POOR * surrogate.deviation();
    }

    /** Reasons of failures and how many candidates had each, the most frequent first. */
    List<Map.Entry<String, Integer>> failures() {
        Map<String, Integer> reasons = new LinkedHashMap<>();
        report.candidates().stream()
                .filter(candidate -> candidate.status().equals("failed"))
                .forEach(candidate -> reasons.merge(candidate.failure(), 1, Integer::sum));
        return reasons.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .toList();
    }

    /** Complete candidates, the best first, equal ones in the order of proposing. */
    List<TuneReport.Candidate> ranking() {
        return report.candidates().stream()
                .filter(candidate -> candidate.score() != null)
                .sorted(Comparator.comparing(candidate -> numbers.loss(candidate.score())))
                .toList();
    }

    /** Complete candidates by their rank, then those given up, then those that failed. */
    List<TuneReport.Candidate> all() {
        List<TuneReport.Candidate> all = new ArrayList<>(ranking());
        for (String status : List.of("complete", "stopped", "failed")) {
            report.candidates().stream()
                    .filter(candidate ->
                            candidate.score() == null && candidate.status().equals(status))
                    .forEach(all::add);
        }
        return all;
    }

    Phrase metric() {
        return Phrase.of("tune.metric." + report.metric());
    }

    TuneNumbers numbers() {
        return numbers;
    }

    private static Phrase contender(TuneReport.Contender contender) {
        Phrase name = contender(contender.name());
        List<Phrase> apart = contender.setting().entrySet().stream()
                .filter(entry -> Contender.PUBLISHED.changes().containsKey(entry.getKey()))
                .map(entry -> SettingWords.brief(entry.getKey(), TuneNumbers.value(entry.getValue())))
                .toList();
        boolean telling = contender.name().equals("advice") || contender.name().equals("published");
        return telling && !apart.isEmpty() ? Phrase.of("tune.contender.with", name, SettingWords.all(apart)) : name;
    }

    /** Such as the published setting; {@code candidate 17} keeps its number. */
    static Phrase contender(String name) {
        return switch (name) {
            case "winner", "none", "published", "advice" -> Phrase.of("tune.contender." + name);
            default ->
                name.matches("candidate \\d+")
                        ? Phrase.of("tune.contender.candidate", name.substring("candidate ".length()))
                        : Phrase.of("tune.contender.other", name);
        };
    }
}
