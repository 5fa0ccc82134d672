package org.twinnet.compare.check;

import java.util.List;
import org.twinnet.compare.check.bookkeeping.Understanding;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.Trace;

/**
 * What the costs of batches are the costs of, where no tensor beside them tells: that under which the first of them are
 * those of the run. What rounding allows is so little that no other way passes by chance.
 */
final class MeantCosts {

    private static final int MOST_COSTS = 4;

    /** A short run for each way: this share of the work of a whole one. */
    private static final int SHARE_OF_WORK = 20;

    private static final int MOST_OTHERS = 4;

    private MeantCosts() {}

    /** A trace as it is meant; with the question where neither a tensor nor the run answers it. */
    static Understanding in(Trace trace) {
        Understanding plain = Understanding.of(trace);
        List<Understanding> ways = plain.openWaysOfCosts();
        return ways.isEmpty()
                ? plain
                : ways.stream().filter(MeantCosts::isOfRun).findFirst().orElseGet(plain::withOpenCosts);
    }

    /** What else the costs may be, where no way is that of the right run; the most likely one is not among them. */
    static List<Understanding> others(Trace trace) {
        Understanding plain = Understanding.of(trace);
        List<Understanding> ways = plain.openWaysOfCosts();
        Understanding likely = plain.withOpenCosts();
        return ways.stream().anyMatch(MeantCosts::isOfRun)
                ? List.of()
                : ways.stream()
                        .filter(way -> !way.recipe().equals(likely.recipe()))
                        .limit(MOST_OTHERS)
                        .toList();
    }

    private static boolean isOfRun(Understanding way) {
        Trace trace = way.trace();
        long last = WholeRun.lastIteration(trace) / SHARE_OF_WORK;
        List<ReportedCost> first = trace.costs().stream()
                .limit(MOST_COSTS)
                .filter(cost -> cost.iteration() <= last)
                .toList();
        return WholeRun.of(trace.with(trace.tensors(), first), way.recipe(), ProgressListener.NONE)
                .filter(run -> !run.points().isEmpty())
                .filter(run -> run.points().stream().allMatch(WholeRun.Point::passes))
                .isPresent();
    }
}
