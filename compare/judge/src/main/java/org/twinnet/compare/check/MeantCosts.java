package org.twinnet.compare.check;

import java.util.List;
import java.util.Optional;
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
        return ways.isEmpty() ? plain : ofRun(ways).orElseGet(plain::withOpenCosts);
    }

    /** The way that most costs speak for and none against; the most usual of them. */
    private static Optional<Understanding> ofRun(List<Understanding> ways) {
        Optional<Understanding> best = Optional.empty();
        int most = 0;
        for (Understanding way : ways) {
            int agreeing = agreeing(way);
            if (agreeing > most) {
                most = agreeing;
                best = Optional.of(way);
            }
        }
        return best;
    }

    /** What else the costs may be, where no way is that of the right run; the most likely one is not among them. */
    static List<Understanding> others(Trace trace) {
        Understanding plain = Understanding.of(trace);
        List<Understanding> ways = plain.openWaysOfCosts();
        Understanding likely = plain.withOpenCosts();
        return ofRun(ways).isPresent()
                ? List.of()
                : ways.stream()
                        .filter(way -> !way.recipe().equals(likely.recipe()))
                        .limit(MOST_OTHERS)
                        .toList();
    }

    /** How many of the first costs are those of the right run; 0 where one is not. */
    private static int agreeing(Understanding way) {
        Trace trace = way.trace();
        long last = WholeRun.lastIteration(trace) / SHARE_OF_WORK;
        List<ReportedCost> first = trace.costs().stream()
                .limit(MOST_COSTS)
                .filter(cost -> cost.iteration() <= last)
                .toList();
        return WholeRun.of(trace.with(trace.tensors(), first), way.recipe(), ProgressListener.NONE)
                .filter(run -> run.points().stream().allMatch(WholeRun.Point::passes))
                .map(run -> run.points().size())
                .orElse(0);
    }
}
