package org.twinnet.compare.check;

import java.util.Iterator;
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

    /**
     * A way in which costs may be meant.
     *
     * @param meant the trace as it is meant then
     * @param agreeing how many of the first costs are those of the right run, 0 where one is not; empty where none can
     *     be compared
     */
    private record Way(Understanding meant, OptionalInt agreeing) {

        static Way of(Understanding meant) {
            Trace trace = meant.trace();
            long last = WholeRun.lastIteration(trace) / SHARE_OF_WORK;
            List<ReportedCost> first = trace.costs().stream()
                    .limit(MOST_COSTS)
                    .filter(cost -> cost.iteration() <= last)
                    .toList();
            return new Way(
                    meant,
                    WholeRun.of(trace.with(trace.tensors(), first), meant.recipe(), ProgressListener.NONE)
                            .map(WholeRun::points)
                            .filter(points -> !points.isEmpty())
                            .map(points -> OptionalInt.of(
                                    points.stream().allMatch(WholeRun.Point::passes) ? points.size() : 0))
                            .orElseGet(OptionalInt::empty));
        }

        /**
         * Epochs that no run comes to are taken for such where the trace goes on behind its last cost, as a question.
         */
        Stream<Understanding> where(boolean goesOn) {
            if (agreeing.isPresent() || !meant.countsEpochs()) {
                return Stream.of(meant);
            }
            return goesOn ? Stream.of(meant.asking()) : Stream.empty();
        }
    }

    /** A trace as it is meant; with the question where neither a tensor nor the run answers it. */
    static Understanding in(Trace trace) {
        Understanding plain = Understanding.of(trace);
        List<Understanding> ways = plain.openWaysOfCosts();
        return ways.isEmpty() ? plain : ofRun(ways.stream().map(Way::of)).orElseGet(plain::withOpenCosts);
    }

    /** The way that most costs speak for and none against, the most usual of them; none is run behind one with all. */
    private static Optional<Understanding> ofRun(Stream<Way> ways) {
        Optional<Understanding> best = Optional.empty();
        int most = 0;
        for (Iterator<Way> each = ways.iterator(); most < MOST_COSTS && each.hasNext(); ) {
            Way way = each.next();
            int agreeing = way.agreeing().orElse(0);
            if (agreeing > most) {
                most = agreeing;
                best = Optional.of(way.meant());
            }
        }
        return best;
    }

    /** What else the costs may be, where no way is that of the right run; the most likely one is not among them. */
    static List<Understanding> others(Trace trace) {
        Understanding plain = Understanding.of(trace);
        List<Way> ways = plain.openWaysOfCosts().stream().map(Way::of).toList();
        if (ofRun(ways.stream()).isPresent()) {
            return List.of();
        }
        Understanding likely = plain.withOpenCosts();
        boolean goesOn = !trace.tensors().isEmpty()
                && trace.iterations().last()
                        > trace.costs().get(trace.costs().size() - 1).iteration();
        return Stream.concat(plain.withoutPenalty(), ways.stream().flatMap(way -> way.where(goesOn)))
                .filter(way -> !way.recipe().equals(likely.recipe())
                        || !way.trace().costs().equals(likely.trace().costs()))
                .limit(MOST_OTHERS)
                .toList();
    }
}
