package org.twinnet.compare.verdict;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.TraceJudge;
import org.twinnet.compare.check.bookkeeping.Understanding;
import org.twinnet.compare.diagnosis.Diagnosis;
import org.twinnet.compare.diagnosis.Diagnostician;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.trace.Trace;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

/**
 * A trace judged, and what is wrong with it.
 *
 * @param result every number, recomputed and compared
 * @param diagnosis the mistakes that explain what disagrees; empty when nothing does
 */
public record TraceVerdict(CheckResult result, List<Diagnosis> diagnosis) {

    /**
     * Copies the list.
     *
     * @param result every number, recomputed and compared
     * @param diagnosis the mistakes that explain what disagrees
     */
    public TraceVerdict {
        diagnosis = List.copyOf(diagnosis);
    }

    /**
     * Judges a trace; both twins are asked as well.
     *
     * @param trace what a network wrote about itself
     * @param progress hears of the iterations that are recomputed
     * @return verdict and diagnosis
     */
    public static TraceVerdict of(Trace trace, ProgressListener progress) {
        startEngine();
        TraceVerdict plain = judged(trace, progress);
        return plain.isExplained()
                ? plain
                : Stream.concat(
                                Understanding.others(trace).stream().map(other -> judged(other, ProgressListener.NONE)),
                                TraceJudge.otherwise(trace).map(TraceVerdict::diagnosed))
                        .filter(TraceVerdict::isExplained)
                        .findFirst()
                        .orElse(plain);
    }

    /** It takes as long as all else before the twins are asked; where it fails, they say so. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private static void startEngine() {
        CompletableFuture.runAsync(Nd4jRuntime::start);
    }

    private static TraceVerdict judged(Trace trace, ProgressListener progress) {
        return diagnosed(TraceJudge.judge(trace, progress));
    }

    private static TraceVerdict diagnosed(CheckResult result) {
        return new TraceVerdict(result, Diagnostician.diagnose(result));
    }

    private boolean isExplained() {
        return diagnosis.stream().noneMatch(answer -> answer.id().equals(Diagnosis.UNKNOWN));
    }

    /**
     * The verdict.
     *
     * @return whether the trace agrees with what its own numbers make
     */
    public Status status() {
        return result.verdict();
    }

    /**
     * The verdict as a sentence of English.
     *
     * @return where it first parts, and the first mistake that explains it
     */
    public String sentence() {
        return CheckSentence.of(result, diagnosis).english();
    }

    /**
     * Everything that was found, ready to be rendered.
     *
     * @param name name of the trace, such as its file
     * @return the report
     */
    public CheckReport report(String name) {
        return CheckReportBuilder.build(name, result, diagnosis);
    }
}
