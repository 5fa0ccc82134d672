package org.twinnet.compare.report.tune;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.model.Drawn;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.Reports;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.Studies;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.space.Setting;

/** Reports of studies whose numbers are made up. */
final class TuneReports {

    static final Report.Provenance PROVENANCE = Reports.provenance("twinnet tune --candidates 60 --study study");

    static final Map<String, Object> WINNER =
            Studies.setting(0.25, 0.9, 0.3, List.of(20, 3, 1)).values();

    private static final int POINTS = 100;

    private TuneReports() {}

    /** Sixty candidates of a random search with all that can be proved afterwards. */
    static TuneReport ordinary() {
        Study study = Studies.realistic(Studies.PLANE, SearchKind.RANDOM, 60);
        TuneReport.Candidate winner = of(study, null).winner().orElseThrow();
        return of(study, proof(winner.number(), winner.setting()));
    }

    static TuneReport of(Study study, TuneReport.Proof proof) {
        return TuneReportBuilder.build(study, data(true), PROVENANCE, proof, List.of());
    }

    static Study empty() {
        return Studies.of(Studies.PLANE, SearchKind.RANDOM, Metric.CROSS_ENTROPY, List.of());
    }

    static TuneReport.Data data(boolean test) {
        return new TuneReport.Data(
                "points.csv",
                List.of("x1", "x2"),
                new Report.Examples(211, "ab12"),
                test ? new Report.Examples(200, "cd34") : null,
                Drawn.points(),
                2);
    }

    static TuneReport.Proof proof() {
        return proof(12, WINNER);
    }

    private static TuneReport.Proof proof(int winner, Map<String, Object> setting) {
        return new TuneReport.Proof(
                winner,
                new TuneReport.TestResult(new Report.Count(188, 200), 0.1834, null, null),
                contenders(setting),
                List.of(
                        twins("winner", setting, 5),
                        twins("none", regularized(0, 1), 25),
                        twins("published", regularized(0.7, 0.86), 4),
                        twins("advice", regularized(0.03, 0.8), 8)));
    }

    static TuneReport.Proof disagreeing() {
        TuneReport.Proof proof = proof();
        List<TuneReport.Twins> twins = new ArrayList<>(proof.twins());
        TuneReport.Twins published = twins.get(2);
        twins.set(
                2,
                new TuneReport.Twins(
                        published.name(),
                        published.setting(),
                        Status.DISAGREE,
                        new Report.Divergence(
                                RungName.GRADIENTS,
                                Said.TENSOR.of("dW", 1),
                                Said.ENTRY.of(1, "W", 0, 1),
                                1,
                                0.001,
                                1e-15),
                        null,
                        published.scratch(),
                        published.dl4j(),
                        published.plane(),
                        published.end()));
        return new TuneReport.Proof(proof.winner(), proof.test(), proof.contenders(), twins);
    }

    private static List<TuneReport.Contender> contenders(Map<String, Object> winner) {
        return List.of(
                new TuneReport.Contender("winner", winner, 0.2071, "", 15, null),
                new TuneReport.Contender(
                        "none",
                        regularized(0, 1),
                        0.2513,
                        "",
                        15,
                        new TuneReport.Difference(0.0442, 0.0279, 0.0605, 0.95)),
                new TuneReport.Contender(
                        "published",
                        regularized(0.7, 0.86),
                        0.2119,
                        "",
                        15,
                        new TuneReport.Difference(0.0048, -0.0021, 0.0117, 0.95)),
                new TuneReport.Contender(
                        "advice",
                        regularized(0.03, 0.8),
                        0.2052,
                        "",
                        15,
                        new TuneReport.Difference(-0.0019, -0.0033, -0.0005, 0.95)));
    }

    static Map<String, Object> regularized(double lambda, double keep) {
        return new Setting(WINNER)
                .with(Map.of(Studies.L2, lambda, Studies.KEEP, keep))
                .values();
    }

    /** Twins whose boundary winds the more the larger {@code bends}. */
    private static TuneReport.Twins twins(String name, Map<String, Object> setting, double bends) {
        Picture picture = Drawn.picture((x, y) ->
                1 / (1 + Math.exp(-6 * (y - 0.4 * Math.sin(bends * x) - 0.1 * Math.cos(3 * bends * y)))));
        return new TuneReport.Twins(
                name,
                setting,
                Status.AGREE,
                null,
                1.5e-15,
                costs(bends, 1),
                costs(bends, 1 + 1e-15),
                picture.plane(),
                picture.snapshots().get(0));
    }

    private static List<Report.Cost> costs(double bends, double factor) {
        return IntStream.range(0, POINTS)
                .mapToObj(k -> {
                    double entropy = factor * (0.6 * Math.exp(-k * bends / 150) + 0.12);
                    double penalty = factor * 0.05 * (1 - Math.exp(-k / 30.0)) / bends;
                    return new Report.Cost(50 * k, entropy + penalty, entropy, penalty, null);
                })
                .toList();
    }
}
