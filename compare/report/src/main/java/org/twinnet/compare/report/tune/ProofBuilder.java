package org.twinnet.compare.report.tune;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.twinnet.compare.agreement.prediction.Accuracy;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.tuning.run.Contender;
import org.twinnet.compare.tuning.run.PairedDifference;
import org.twinnet.compare.tuning.run.Proof;

/** Says what was trained after a search in the report's words. */
public final class ProofBuilder {

    private ProofBuilder() {}

    /**
     * Makes the proof of a report.
     *
     * @param proof what was trained
     * @param twins the report of the same twins, in the same order
     * @return the proof, the winner first
     */
    public static TuneReport.Proof build(Proof proof, Report twins) {
        return new TuneReport.Proof(
                proof.winner().proposal().number(),
                proof.test().map(ProofBuilder::test).orElse(null),
                proof.contenders().stream().map(ProofBuilder::contender).toList(),
                IntStream.range(0, proof.twins().size())
                        .mapToObj(i ->
                                twins(proof.twins().get(i), twins.scenarios().get(i)))
                        .toList());
    }

    private static TuneReport.TestResult test(Proof.Test test) {
        if (test.fit() instanceof Accuracy accuracy) {
            return new TuneReport.TestResult(
                    new Report.Count(accuracy.correct(), accuracy.total()),
                    TuneReportBuilder.finite(test.loss()),
                    null,
                    null);
        }
        return new TuneReport.TestResult(
                null,
                null,
                TuneReportBuilder.finite(test.fit().value()),
                TuneReportBuilder.finite(Math.sqrt(test.loss())));
    }

    private static TuneReport.Contender contender(Proof.Scored scored) {
        OptionalDouble score = scored.result().score();
        return new TuneReport.Contender(
                scored.contender().label(),
                scored.result().proposal().setting().values(),
                score.isPresent() ? TuneReportBuilder.finite(score.getAsDouble()) : null,
                scored.result().failure(),
                scored.result().folds().size(),
                scored.difference().map(ProofBuilder::difference).orElse(null));
    }

    private static TuneReport.Difference difference(PairedDifference difference) {
        return new TuneReport.Difference(difference.mean(), difference.low(), difference.high(), difference.level());
    }

    /** Only contenders are drawn: more boundaries that look alike would tell nobody anything. */
    private static TuneReport.Twins twins(Proof.Twins twins, Report.Scenario scenario) {
        TuneReport.Twins all = TuneReportBuilder.twins(twins.name(), twins.setting(), scenario);
        boolean drawn = Arrays.stream(Contender.values())
                .anyMatch(contender -> contender.label().equals(twins.name()));
        return drawn
                ? all
                : new TuneReport.Twins(
                        all.name(),
                        all.setting(),
                        all.verdict(),
                        all.firstDivergence(),
                        all.largestCostDifference(),
                        all.scratch(),
                        all.dl4j(),
                        null,
                        null);
    }
}
