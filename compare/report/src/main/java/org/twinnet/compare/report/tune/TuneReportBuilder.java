package org.twinnet.compare.report.tune;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hipparchus.stat.StatUtils;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.ReportBuilder;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.CandidateResult.Status;
import org.twinnet.compare.tuning.FoldScore;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.StudySettings;
import org.twinnet.compare.tuning.findings.Findings;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;
import org.twinnet.compare.tuning.space.SettingText;
import org.twinnet.data.Split;

/** Says what a study found in the words of its report. */
public final class TuneReportBuilder {

    private TuneReportBuilder() {}

    /**
     * The data set of a study.
     *
     * @param split training and test examples
     * @return its facts, and the training examples on the plane of the boundaries
     */
    public static TuneReport.Data data(Split split) {
        return new TuneReport.Data(
                split.train().name(),
                split.train().featureNames(),
                ReportBuilder.examples(split.train()),
                split.test().map(ReportBuilder::examples).orElse(null),
                ReportBuilder.points(split.train()),
                ReportBuilder.classes(split.train()));
    }

    /**
     * Makes the report.
     *
     * @param study the study, finished or not
     * @param data its data set
     * @param provenance what it takes to run it again
     * @param proof what was trained after the search; null when nothing was
     * @param testUses candidates for which the test examples were used, in order
     * @return the report
     */
    public static TuneReport build(
            Study study,
            TuneReport.Data data,
            Report.Provenance provenance,
            TuneReport.Proof proof,
            List<Integer> testUses) {
        Findings findings = Findings.of(study);
        return new TuneReport(
                TuneReport.FORMAT,
                TuneReport.VERSION,
                study.ending().name().toLowerCase(Locale.ROOT),
                study.settings().metric().label(),
                data,
                provenance,
                options(study.settings()),
                parameters(study.space()),
                effort(study),
                study.results().stream().map(TuneReportBuilder::candidate).toList(),
                findings.best().stream()
                        .map(best -> new TuneReport.Best(
                                best.proposal().number(), best.score().getAsDouble()))
                        .toList(),
                findings.surrogate().map(TuneReportBuilder::surrogate).orElse(null),
                findings.importances().stream()
                        .map(i -> new TuneReport.Importance(i.parameter(), i.share(), i.total()))
                        .toList(),
                findings.surface()
                        .map(s -> new TuneReport.Surface(
                                s.column(),
                                s.row(),
                                s.columns(),
                                s.rows(),
                                s.scores().stream()
                                        .map(TuneReportBuilder::finite)
                                        .toList()))
                        .orElse(null),
                proof,
                List.copyOf(testUses));
    }

    /**
     * One setting that was trained as both networks.
     *
     * @param name {@code winner}, {@code none}, {@code published}, {@code advice}, or such as {@code candidate 17}
     * @param setting what was trained
     * @param scenario the comparison of the twins; its picture may be null
     * @return the twins, with the boundaries after the last iteration
     */
    public static TuneReport.Twins twins(String name, Setting setting, Report.Scenario scenario) {
        boolean drawn =
                scenario.picture() != null && !scenario.picture().snapshots().isEmpty();
        List<Picture.Snapshot> snapshots = drawn ? scenario.picture().snapshots() : List.of();
        return new TuneReport.Twins(
                name,
                setting.values(),
                scenario.verdict(),
                scenario.firstDivergence(),
                scenario.largestCostDifference(),
                scenario.twins().scratch().costs(),
                scenario.twins().dl4j().costs(),
                drawn ? scenario.picture().plane() : null,
                drawn ? snapshots.get(snapshots.size() - 1) : null);
    }

    private static List<TuneReport.Named> options(StudySettings settings) {
        return settings.options().entrySet().stream()
                .map(option -> new TuneReport.Named(option.getKey(), option.getValue()))
                .toList();
    }

    private static List<TuneReport.Parameter> parameters(SearchSpace space) {
        return space.axes().stream()
                .map(axis -> parameter(axis.key(), axis.dimension()))
                .toList();
    }

    private static TuneReport.Parameter parameter(String key, Dimension<?> dimension) {
        if (dimension instanceof Dimension.Range range) {
            return new TuneReport.Parameter(key, true, true, range.from(), range.to(), range.logarithmic(), List.of());
        }
        List<String> values = dimension.values().stream().map(SettingText::of).toList();
        return new TuneReport.Parameter(key, dimension.searched(), dimension.isNumeric(), null, null, false, values);
    }

    private static TuneReport.Effort effort(Study study) {
        StudySettings settings = study.settings();
        long whole = (long) settings.folds() * settings.repeats() * settings.iterations();
        long iterations = 0;
        long without = 0;
        double seconds = 0;
        Map<Status, Integer> counts = new EnumMap<>(Status.class);
        for (CandidateResult result : study.results()) {
            counts.merge(result.status(), 1, Integer::sum);
            iterations += result.iterations();
            without += result.status() == Status.STOPPED ? whole : result.iterations();
            seconds += result.seconds();
        }
        return new TuneReport.Effort(
                counts.getOrDefault(Status.COMPLETE, 0),
                counts.getOrDefault(Status.STOPPED, 0),
                counts.getOrDefault(Status.FAILED, 0),
                iterations,
                without,
                finite(seconds));
    }

    private static TuneReport.Candidate candidate(CandidateResult result) {
        Double score = result.score().isPresent() ? finite(result.score().getAsDouble()) : null;
        return new TuneReport.Candidate(
                result.proposal().number(),
                result.proposal().setting().values(),
                result.status().label(),
                score,
                score == null ? null : standardError(result.folds()),
                result.failure(),
                result.proposal().seen(),
                result.iterations(),
                finite(result.seconds()),
                result.rungs().stream()
                        .map(rung -> new TuneReport.Rung(rung.iterations(), finite(rung.score())))
                        .toList());
    }

    /** √(s²/n), s² the sample variance of the trainings' scores. */
    private static Double standardError(List<FoldScore> folds) {
        double[] scores = folds.stream().mapToDouble(FoldScore::score).toArray();
        return scores.length < 2 ? null : finite(Math.sqrt(StatUtils.variance(scores) / scores.length));
    }

    private static TuneReport.Surrogate surrogate(Findings.Surrogate surrogate) {
        return new TuneReport.Surrogate(
                surrogate.fitted(), surrogate.estimated(), finite(surrogate.error()), finite(surrogate.deviation()));
    }

    private static List<Double> finite(List<Double> values) {
        List<Double> finite = new ArrayList<>();
        values.forEach(value -> finite.add(finite(value)));
        return finite;
    }

    /** What JSON has no number for is null. */
    static Double finite(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
