package org.twinnet.compare.bench.search;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.DoubleAccumulator;
import java.util.stream.IntStream;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.Proposal;
import org.twinnet.compare.tuning.Search;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.search.ArbiterSearch;
import org.twinnet.compare.tuning.space.SearchSpace;

/**
 * Searches the minimum of each {@link TestFunction}, whose variables take the places of hyper-parameters: so the very
 * search is measured that tunes networks.
 */
public final class SearchBench {

    private SearchBench() {}

    /**
     * Measures.
     *
     * @param evaluations evaluations of each search
     * @param seeds number of searches of each kind for each function
     * @return the best values found
     */
    public static SearchBenchReport run(int evaluations, int seeds) {
        List<SearchBenchReport.Row> rows = new ArrayList<>();
        for (TestFunction function : StandardFunctions.all()) {
            rows.add(new SearchBenchReport.Row(
                    function,
                    best(function, SearchKind.RANDOM, evaluations, seeds),
                    best(function, SearchKind.GENETIC, evaluations, seeds),
                    best(function, SearchKind.TPE, evaluations, seeds)));
        }
        return new SearchBenchReport(evaluations, seeds, rows);
    }

    private static List<Double> best(TestFunction function, SearchKind kind, int evaluations, int seeds) {
        List<Double> best = new ArrayList<>();
        for (int seed = 0; seed < seeds; seed++) {
            best.add(best(function, kind, evaluations, (long) seed));
        }
        return best;
    }

    private static double best(TestFunction function, SearchKind kind, int evaluations, long seed) {
        DoubleAccumulator best = new DoubleAccumulator(Math::min, Double.POSITIVE_INFINITY);
        int lag = kind.adaptive() ? 1 : 0;
        new ArbiterSearch()
                .run(
                        new Search.Plan(kind, space(function), evaluations, lag, Metric.CROSS_ENTROPY, seed),
                        List.of(),
                        proposal -> evaluate(function, proposal),
                        result -> best.accumulate(result.score().orElseThrow()),
                        1,
                        () -> false);
        return best.get();
    }

    private static SearchSpace space(TestFunction function) {
        return new SearchSpace(IntStream.range(0, function.domain().size())
                .mapToObj(variable ->
                        new SearchSpace.Axis(name(variable), function.domain().get(variable)))
                .toList());
    }

    private static String name(int variable) {
        return "x" + variable;
    }

    private static CandidateResult evaluate(TestFunction function, Proposal proposal) {
        double value = function.formula()
                .applyAsDouble(IntStream.range(0, function.domain().size())
                        .mapToDouble(
                                variable -> (Double) proposal.setting().values().get(name(variable)))
                        .toArray());
        return new CandidateResult(
                proposal, CandidateResult.Status.COMPLETE, OptionalDouble.of(value), "", List.of(), List.of(), 0, 0);
    }
}
