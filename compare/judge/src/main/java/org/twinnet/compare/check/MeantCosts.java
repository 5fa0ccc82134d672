package org.twinnet.compare.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
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

    private static final int MOST_OTHERS = 8;

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
            OptionalInt agreeing = agreeing(way);
            if (agreeing.isPresent() && agreeing.getAsInt() > most) {
                most = agreeing.getAsInt();
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
        if (ofRun(ways).isPresent()) {
            return List.of();
        }
        boolean longer = !trace.tensors().isEmpty()
                && trace.iterations().last()
                        > trace.costs().get(trace.costs().size() - 1).iteration();
        return Stream.concat(plain.withoutPenalty(), ways.stream())
                .filter(way -> !way.recipe().equals(likely.recipe())
                        || !way.trace().costs().equals(likely.trace().costs()))
                .flatMap(way -> agreeing(way).isPresent()
                        ? Stream.of(way)
                        : longer && way.countsEpochs() ? Stream.of(way.asking()) : ofIterations(way))
                .limit(MOST_OTHERS)
                .toList();
    }

    /** Whether costs of epochs are so many more iterations than they tell, no run may show; they are not taken so. */
    private static Stream<Understanding> ofIterations(Understanding way) {
        return way.countsEpochs() ? Stream.empty() : Stream.of(way);
    }

    /** How many of the first costs are those of the right run, 0 where one is not; empty where none can be compared. */
    private static OptionalInt agreeing(Understanding way) {
        Trace trace = way.trace();
        long last = WholeRun.lastIteration(trace) / SHARE_OF_WORK;
        List<ReportedCost> first = trace.costs().stream()
                .limit(MOST_COSTS)
                .filter(cost -> cost.iteration() <= last)
                .toList();
        return WholeRun.of(trace.with(trace.tensors(), first), way.recipe(), ProgressListener.NONE)
                .map(WholeRun::points)
                .filter(points -> !points.isEmpty())
                .map(points -> OptionalInt.of(points.stream().allMatch(WholeRun.Point::passes) ? points.size() : 0))
                .orElseGet(OptionalInt::empty);
    }
}
