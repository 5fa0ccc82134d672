package org.twinnet.compare.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.twinnet.compare.agreement.Divergence;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.Numbers;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Derived;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.RSquared;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Phrase;

/**
 * The verdict and the summary table, in phrases that every language can say: the page, the Markdown and the terminal
 * render the same.
 */
public final class Summary {

    private static final String BOUNDARY = "summary.boundary";

    private static final List<String> HEADINGS = List.of(
            "summary.scenario",
            "summary.cost.hand",
            "summary.cost.dl4j",
            "summary.difference",
            "summary.multiple",
            "summary.train",
            "summary.test",
            BOUNDARY,
            "summary.verdict");

    private static final Set<String> OF_THE_END =
            Set.of("summary.cost.hand", "summary.cost.dl4j", "summary.train", "summary.test", BOUNDARY);

    /**
     * What stands where nothing is determined: labels of probabilities that are no numbers are neither right nor wrong.
     */
    private static final String NOTHING = "–";

    private Summary() {}

    /**
     * The headings of the table.
     *
     * @param report the report
     * @param texts the language
     * @return one for each cell of a row
     */
    public static List<String> headings(Report report, Texts texts) {
        return headings(report).stream().map(texts::text).toList();
    }

    /** Keys of the headings: name, {@link #row}, verdict. */
    static List<String> headings(Report report) {
        return HEADINGS.stream()
                .filter(heading -> !heading.equals(BOUNDARY) || hasBoundary(report))
                .toList();
    }

    /** What to know of the columns. */
    static Phrase note(Report report) {
        if (Derived.isRegression(report)) {
            return Phrase.of("summary.note.regression");
        }
        return Phrase.of(hasBoundary(report) ? "summary.note" : "summary.note.labels");
    }

    /** Where no scenario can have one, nothing is said of it. */
    private static boolean hasBoundary(Report report) {
        return report.scenarios().isEmpty()
                || report.scenarios().stream().anyMatch(scenario -> scenario.boundary() != null);
    }

    /**
     * A scenario's row of the table, name and verdict included.
     *
     * @param report the report
     * @param scenario a scenario of it
     * @param texts the language
     * @return its cells
     */
    public static List<String> cells(Report report, Report.Scenario scenario, Texts texts) {
        List<String> cells = new ArrayList<>(List.of(scenario.name()));
        row(report, scenario)
                .forEach(cell -> cells.add(cell instanceof Phrase phrase ? phrase.in(texts) : cell.toString()));
        cells.add(verdict(scenario).in(texts));
        return cells;
    }

    /**
     * The verdict, and what to know of runs that cannot be compared to their end.
     *
     * @param report the report
     * @param texts the language
     * @return one or more sentences
     */
    public static List<String> sentences(Report report, Texts texts) {
        return Stream.of(Stream.of(verdict(report)), notes(report).stream(), plane(report).stream())
                .flatMap(sentences -> sentences)
                .map(phrase -> phrase.in(texts))
                .toList();
    }

    static Phrase verdict(Report report) {
        Optional<Report.Scenario> parted = report.scenarios().stream()
                .filter(scenario -> scenario.firstDivergence() != null)
                .findFirst();
        if (parted.isPresent()) {
            return divergence(parted.get());
        }
        int all = report.scenarios().size();
        long agreeing = report.scenarios().stream()
                .filter(scenario -> scenario.verdict() == Status.AGREE)
                .count();
        if (agreeing < all || all == 0) {
            return Phrase.of("verdict.sentence.inconclusive", agreeing, all);
        }
        boolean whole = report.scenarios().stream()
                .allMatch(scenario -> scenario.spread().wholeRun());
        return Phrase.of(
                whole ? "verdict.sentence.agree" : "verdict.sentence.agree.comparable",
                all,
                Numbers.small(report.scenarios().stream()
                        .map(Report.Scenario::largestCostDifference)
                        .reduce(0.0, (a, b) -> a == null || b == null ? null : Double.valueOf(Math.max(a, b)))),
                Numbers.count(report.scenarios().stream()
                        .mapToInt(scenario -> ScenarioSettings.of(scenario).iterations())
                        .max()
                        .orElse(0)));
    }

    /** Where a scenario parts, which has a first divergence. */
    static Phrase divergence(Report.Scenario scenario) {
        Report.Divergence divergence = scenario.firstDivergence();
        return Phrase.of(
                "verdict.sentence.disagree",
                scenario.name(),
                LadderWords.rung(divergence.rung()),
                LadderWords.entry(divergence),
                Numbers.count(divergence.iteration()),
                Numbers.small(divergence.maxRelativeDifference()),
                Numbers.small(divergence.noiseFloor()));
    }

    /**
     * What to know of runs that learn nothing, diverge, saturate, are chaotic, or hold numbers that are not determined.
     */
    static List<Phrase> notes(Report report) {
        return Stream.concat(
                        LearnedWords.of(report).stream(),
                        report.scenarios().stream().flatMap(scenario -> CourseNotes.of(scenario).stream()))
                .toList();
    }

    /** The features along which boundaries are drawn: one or two names. */
    static List<String> axes(Report report) {
        List<String> features = report.data().features();
        return planes(report)
                .findFirst()
                .map(plane -> plane.named(features))
                .orElseGet(() -> features.subList(0, Math.min(2, features.size())));
    }

    /** Why boundaries are drawn along these features; nothing where there is no choice, or no boundary. */
    static Optional<Phrase> plane(Report report) {
        return planes(report)
                .filter(plane -> plane.axes() != null && hasBoundary(report))
                .findFirst()
                .map(plane -> Phrase.of(
                        plane.asked() ? "plane.asked" : "plane.largest-weights",
                        plane.axes().get(0),
                        plane.axes().get(1),
                        report.data().features().size()));
    }

    private static Stream<Picture.Plane> planes(Report report) {
        return report.scenarios().stream()
                .filter(scenario -> scenario.picture() != null)
                .map(scenario -> scenario.picture().plane());
    }

    /** The verdict of a scenario, and up to where its runs agree where they cannot be compared to their end. */
    static Phrase verdict(Report.Scenario scenario) {
        Report.Spread spread = scenario.spread();
        if (scenario.verdict() != Status.AGREE || spread.wholeRun() || spread.horizon() < 0) {
            return Phrase.of("verdict." + scenario.verdict());
        }
        return Phrase.of(
                leftDoubles(scenario) ? "verdict.agree.left" : "verdict.agree.chaotic",
                Numbers.count(spread.horizon()));
    }

    /**
     * Whether a column says something of the end of a run that cannot be compared as far as that.
     *
     * @param heading key of the column's heading
     * @param scenario the row
     * @return true where the numbers of two correct runs differ there
     */
    static boolean isBeyond(String heading, Report.Scenario scenario) {
        return OF_THE_END.contains(heading) && !scenario.spread().wholeRun();
    }

    private static boolean leftDoubles(Report.Scenario scenario) {
        return scenario.diverges() != null && scenario.diverges().kind() == Divergence.Kind.LEFT_DOUBLES;
    }

    /** Costs, largest cost difference, multiple of the floor, accuracies, boundary if there are any. */
    static List<Object> row(Report report, Report.Scenario scenario) {
        Report.Twin scratch = scenario.twins().scratch();
        Report.Twin dl4j = scenario.twins().dl4j();
        boolean left = leftDoubles(scenario);
        List<Object> row = new ArrayList<>(List.of(
                last(scratch),
                last(dl4j),
                Numbers.small(scenario.largestCostDifference()),
                multiple(scenario),
                left ? NOTHING : fit(scratch, dl4j, Report.Accuracies::train, RSquared::train),
                left && hasTest(scratch) ? NOTHING : fit(scratch, dl4j, Report.Accuracies::test, RSquared::test)));
        if (hasBoundary(report)) {
            row.add(
                    scenario.boundary() == null || scenario.boundary().compared() == 0
                            ? NOTHING
                            : Numbers.percent(scenario.boundary().fraction()));
        }
        return row;
    }

    private static Object multiple(Report.Scenario scenario) {
        Double largest = 0.0;
        for (Report.Rung rung : scenario.rungs()) {
            if (rung.multiple() == null) {
                return Phrase.of("not.finite");
            }
            largest = Math.max(largest, rung.multiple());
        }
        return Numbers.multiple(largest);
    }

    private static Object last(Report.Twin twin) {
        if (twin.costs().isEmpty()) {
            return Numbers.of(null, "%.8f");
        }
        Report.Cost last = twin.costs().get(twin.costs().size() - 1);
        Object number = Numbers.of(Derived.known(last), "%.8f");
        return last.fromLogit() == null ? number : Phrase.of("summary.from-logit", number);
    }

    private static boolean hasTest(Report.Twin twin) {
        return twin.accuracy() == null
                ? twin.rSquared().test() != null
                : twin.accuracy().test() != null;
    }

    /** Correct labels, or the share of the variance that a regression explains. */
    private static Object fit(
            Report.Twin scratch,
            Report.Twin dl4j,
            Function<Report.Accuracies, Report.Count> count,
            Function<RSquared, Double> share) {
        if (scratch.accuracy() == null || dl4j.accuracy() == null) {
            String byHand = rSquared(share.apply(scratch.rSquared()));
            String byDl4j = rSquared(share.apply(dl4j.rSquared()));
            return byHand.equals(byDl4j) ? byHand : byHand + " / " + byDl4j;
        }
        Report.Count byHand = count.apply(scratch.accuracy());
        Report.Count byDl4j = count.apply(dl4j.accuracy());
        return byHand == null || byDl4j == null ? Phrase.of("summary.none") : accuracy(byHand, byDl4j);
    }

    /** Such as R² 0.9873. */
    static String rSquared(Double value) {
        return value == null ? NOTHING : String.format(Locale.ROOT, "R² %.4f", value);
    }

    private static String accuracy(Report.Count scratch, Report.Count dl4j) {
        return scratch.equals(dl4j)
                ? scratch.correct() + "/" + scratch.total()
                : scratch.correct() + "/" + dl4j.correct() + " / " + scratch.total();
    }
}
