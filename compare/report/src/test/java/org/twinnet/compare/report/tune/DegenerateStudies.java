package org.twinnet.compare.report.tune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.Reports;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.Search;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.Studies;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;

/** Reports of studies that try to break a page: each by name. */
final class DegenerateStudies {

    private static final Setting SETTING = Studies.setting(0.1, 0.8, 0.3, List.of(20, 3, 1));

    private static final Map<String, TuneReport> ALL = make();

    private DegenerateStudies() {}

    static Map<String, TuneReport> all() {
        return ALL;
    }

    private static Map<String, TuneReport> make() {
        Map<String, TuneReport> reports = new LinkedHashMap<>();
        reports.put("ordinary", TuneReports.ordinary());
        reports.put(
                "disagreeing",
                TuneReports.of(Studies.realistic(Studies.PLANE, SearchKind.TPE, 60), TuneReports.disagreeing()));
        SearchSpace wide = Studies.space("0|0.01|0.1|0.7", "0.5..1", "0.03..1:log", "10,3,1|20,3,1|40,5,1");
        reports.put(
                "four-dimensions",
                TuneReports.of(Studies.realistic(wide, SearchKind.GENETIC, 80), TuneReports.proof()));
        reports.put("no-candidate", TuneReports.of(TuneReports.empty(), null));
        reports.put("one-candidate", TuneReports.of(study(Studies.complete(0, SETTING, 0, 0.25)), null));
        reports.put("all-failed", TuneReports.of(allFailed(), null));
        reports.put("none-complete", TuneReports.of(study(Studies.stopped(0, SETTING, 0, 0.5, 1)), null));
        reports.put("not-a-number", TuneReports.of(study(Studies.complete(0, SETTING, 0, Double.NaN)), null));
        reports.put("ties", TuneReports.of(Studies.scored(Studies.PLANE, 30, setting -> 0.25), TuneReports.proof()));
        reports.put("only-lambda", one("1e-4..10:log", "1", "0.3", "20,3,1"));
        reports.put("only-keep", one("0.1", "0.5..1", "0.3", "20,3,1"));
        reports.put("only-layers", one("0.1", "0.9", "0.3", "10,3,1|20,3,1|40,5,1"));
        reports.put("nothing-searched", one("0.1", "0.9", "0.3", "20,3,1"));
        reports.put("both-choices", one("0|0.1|0.7|1", "0.5|0.86|1", "0.3", "20,3,1"));
        reports.put("no-proof", TuneReports.of(Studies.realistic(Studies.PLANE, SearchKind.GRID, 36), null));
        reports.put(
                "bare-proof",
                TuneReports.of(
                        Studies.realistic(Studies.PLANE, SearchKind.RANDOM, 20),
                        new TuneReport.Proof(1, null, List.of(), List.of())));
        reports.put("no-test-data", withoutTestData());
        reports.put("accuracy", accuracy());
        reports.put(
                "regression",
                regression(Metric.MEAN_SQUARED_ERROR, new TuneReport.TestResult(null, null, 0.83, 1234.5)));
        reports.put("r-squared", regression(Metric.R_SQUARED, new TuneReport.TestResult(null, null, 0.83, 0.25)));
        reports.put(
                "constant-targets",
                regression(Metric.MEAN_SQUARED_ERROR, new TuneReport.TestResult(null, null, null, 0.25)));
        reports.put("three-classes", outputs(3, new Report.Count(188, 200)));
        reports.put("several-labels", outputs(null, new Report.Count(563, 600)));
        reports.put("failed-contenders", failedContenders());
        reports.put("hostile", hostile());
        reports.put("cancelled", cancelled());
        reports.put("stable", TuneReports.ordinary().stable());
        return reports;
    }

    private static Study study(CandidateResult... results) {
        return Studies.of(Studies.PLANE, SearchKind.RANDOM, Metric.CROSS_ENTROPY, List.of(results));
    }

    private static Study allFailed() {
        return study(IntStream.range(0, 30)
                .mapToObj(k ->
                        Studies.failed(k, SETTING, 0, k % 3 == 0 ? "out of memory" : "diverged at iteration " + k % 10))
                .toArray(CandidateResult[]::new));
    }

    private static TuneReport one(String lambda, String keep, String rate, String layers) {
        return TuneReports.of(
                Studies.realistic(Studies.space(lambda, keep, rate, layers), SearchKind.RANDOM, 40),
                TuneReports.proof());
    }

    private static TuneReport withoutTestData() {
        TuneReport.Proof proof = TuneReports.proof();
        return TuneReportBuilder.build(
                Studies.realistic(Studies.PLANE, SearchKind.RANDOM, 30),
                TuneReports.data(false),
                TuneReports.PROVENANCE,
                new TuneReport.Proof(proof.winner(), null, proof.contenders(), proof.twins()),
                List.of());
    }

    private static TuneReport accuracy() {
        List<CandidateResult> results = Studies.scored(Studies.PLANE, 40, setting -> 1.1 - Studies.bowl(setting))
                .results();
        TuneReport.Proof proof = TuneReports.proof();
        List<TuneReport.Contender> contenders = List.of(
                new TuneReport.Contender("winner", TuneReports.WINNER, 0.912, "", 15, null),
                new TuneReport.Contender(
                        "none",
                        TuneReports.regularized(0, 1),
                        0.881,
                        "",
                        15,
                        new TuneReport.Difference(-0.031, -0.042, -0.02, 0.95)));
        return TuneReports.of(
                Studies.of(Studies.PLANE, SearchKind.RANDOM, Metric.ACCURACY, results),
                new TuneReport.Proof(proof.winner(), proof.test(), contenders, proof.twins()));
    }

    /** Scores as large as squared targets make them; nothing is drawn. */
    private static TuneReport regression(Metric metric, TuneReport.TestResult test) {
        double sign = metric.largerIsBetter() ? -1 : 1e6;
        List<CandidateResult> results = Studies.scored(Studies.PLANE, 40, setting -> sign * Studies.bowl(setting))
                .results();
        List<TuneReport.Contender> contenders = List.of(
                new TuneReport.Contender("winner", TuneReports.WINNER, 0.2 * sign, "", 15, null),
                new TuneReport.Contender(
                        "none",
                        TuneReports.regularized(0, 1),
                        0.23 * sign,
                        "",
                        15,
                        new TuneReport.Difference(0.03 * sign, 0.02 * sign, 0.04 * sign, 0.95)));
        return TuneReportBuilder.build(
                Studies.of(Studies.PLANE, SearchKind.RANDOM, metric, results),
                new TuneReport.Data(
                        "heights.csv",
                        List.of("x1", "x2"),
                        new Report.Examples(211, "ab12"),
                        new Report.Examples(200, "cd34"),
                        null,
                        null),
                TuneReports.PROVENANCE,
                new TuneReport.Proof(1, test, contenders, undrawn(Status.AGREE, TuneReports.proof())),
                List.of(1));
    }

    /** Several classes have areas; several labels of an example have none. */
    private static TuneReport outputs(Integer classes, Report.Count accuracy) {
        TuneReport.Data two = TuneReports.data(true);
        TuneReport.Proof proof = TuneReports.proof();
        return TuneReportBuilder.build(
                Studies.realistic(Studies.PLANE, SearchKind.RANDOM, 30),
                new TuneReport.Data(
                        two.name(),
                        two.features(),
                        two.train(),
                        two.test(),
                        classes == null ? null : two.trainPoints(),
                        classes),
                TuneReports.PROVENANCE,
                new TuneReport.Proof(
                        proof.winner(),
                        new TuneReport.TestResult(accuracy, 0.1834, null, null),
                        proof.contenders(),
                        classes == null ? undrawn(Status.AGREE, proof) : proof.twins()),
                List.of(1));
    }

    private static List<TuneReport.Twins> undrawn(Status verdict, TuneReport.Proof proof) {
        List<Report.Cost> costs =
                List.of(new Report.Cost(0, 0.7, 0.7, 0.0, null), new Report.Cost(1, null, null, null, null));
        return proof.twins().stream()
                .map(drawn -> new TuneReport.Twins(
                        drawn.name(), drawn.setting(), verdict, null, null, costs, List.of(), null, null))
                .toList();
    }

    private static TuneReport failedContenders() {
        TuneReport.Contender none = new TuneReport.Contender(
                "none", TuneReports.regularized(0, 1), null, "diverged: cost not finite at iteration 17", 15, null);
        TuneReport.Contender same = new TuneReport.Contender(
                "advice", TuneReports.WINNER, 0.2, "", 15, new TuneReport.Difference(0, 0, 0, 0.95));
        return TuneReports.of(
                Studies.realistic(Studies.PLANE, SearchKind.RANDOM, 30),
                new TuneReport.Proof(
                        1,
                        new TuneReport.TestResult(new Report.Count(0, 200), null, null, null),
                        List.of(TuneReports.proof().contenders().get(0), none, same),
                        undrawn(Status.INCONCLUSIVE, TuneReports.proof())));
    }

    private static TuneReport hostile() {
        String hostile = "<script>alert(1)</script>\u0001\"'&amp;{0}</textarea>";
        TuneReport.Proof proof = TuneReports.proof();
        TuneReport.Twins drawn = proof.twins().get(0);
        TuneReport.Twins twins = new TuneReport.Twins(
                hostile,
                drawn.setting(),
                Status.DISAGREE,
                new Report.Divergence(RungName.GRADIENTS, Said.NAME.of(hostile), Said.NAME.of(hostile), 0, null, null),
                null,
                drawn.scratch(),
                drawn.dl4j(),
                drawn.plane(),
                drawn.end());
        TuneReport.Contender contender = new TuneReport.Contender(hostile, TuneReports.WINNER, null, hostile, 0, null);
        return TuneReportBuilder.build(
                study(Studies.complete(0, SETTING, 0, 0.25), Studies.failed(1, SETTING, 0, hostile)),
                new TuneReport.Data(
                        hostile,
                        List.of(hostile, hostile),
                        new Report.Examples(1, hostile),
                        null,
                        new Report.Points(List.of(), List.of(), List.of()),
                        2),
                Reports.provenance(hostile + "\n```"),
                new TuneReport.Proof(0, null, List.of(contender), List.of(twins)),
                List.of());
    }

    private static TuneReport cancelled() {
        Study whole = Studies.realistic(Studies.PLANE, SearchKind.TPE, 25);
        return TuneReports.of(
                new Study(whole.settings(), whole.space(), whole.results(), Search.Ending.CANCELLED, whole.guessing()),
                null);
    }
}
