package org.twinnet.compare.bench.tune;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntConsumer;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.Search;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.score.CrossValidation;
import org.twinnet.compare.tuning.score.Halving;
import org.twinnet.compare.tuning.score.Trainings;
import org.twinnet.compare.tuning.search.ArbiterSearch;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.twin.TwinFactory;

/**
 * A random search that keeps its results in memory.
 *
 * @param twins makes the network that is scored
 * @param trainings how a candidate is scored
 * @param iterations iterations of each training
 * @param eta successive halving; 1 for none
 * @param workers number of threads
 */
record Candidates(TwinFactory twins, Trainings trainings, int iterations, int eta, int workers) {

    private static final SearchSpace SPACE = SearchSpace.usual();

    /** Candidates are proposed in waves of so many where halving looks back. */
    private static final int LAG = 4;

    /** Results in the order of their numbers; the listener hears how many there are, in the order of finishing. */
    List<CandidateResult> run(int count, long seed, IntConsumer listener) {
        List<CandidateResult> results = Collections.synchronizedList(new ArrayList<>());
        CrossValidation evaluator = new CrossValidation(
                twins,
                trainings,
                new Halving(iterations, eta, Metric.CROSS_ENTROPY),
                0,
                seen -> first(seen, results),
                () -> false);
        new ArbiterSearch()
                .run(
                        new Search.Plan(SearchKind.RANDOM, SPACE, count, eta > 1 ? LAG : 0, Metric.CROSS_ENTROPY, seed),
                        List.of(),
                        evaluator,
                        result -> {
                            results.add(result);
                            listener.accept(results.size());
                        },
                        workers,
                        () -> false);
        return first(count, results);
    }

    private static List<CandidateResult> first(int count, List<CandidateResult> results) {
        synchronized (results) {
            return results.stream()
                    .filter(result -> result.proposal().number() < count)
                    .sorted((a, b) ->
                            Integer.compare(a.proposal().number(), b.proposal().number()))
                    .toList();
        }
    }
}
