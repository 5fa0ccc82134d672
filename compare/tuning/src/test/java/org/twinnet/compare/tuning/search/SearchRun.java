package org.twinnet.compare.tuning.search;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.Proposal;
import org.twinnet.compare.tuning.RungScore;
import org.twinnet.compare.tuning.Search;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.Studies;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;

/** One run of a search whose candidates are judged by a formula. */
record SearchRun(Search.Ending ending, List<CandidateResult> results, int evaluated) {

    /** λ and keep probability between two numbers, layers of two kinds. */
    static final SearchSpace RANGES = Studies.space(
            new Dimension.Range(1e-4, 10, true),
            new Dimension.Range(0.5, 1, false),
            new Dimension.Fixed<>(0.3),
            new Dimension.Choice<>(List.of(List.of(10, 3, 1), List.of(20, 3, 1))));

    /** λ alone. */
    static final SearchSpace LAMBDA = Studies.space(
            new Dimension.Range(1e-4, 10, true),
            new Dimension.Fixed<>(0.9),
            new Dimension.Fixed<>(0.3),
            new Dimension.Fixed<>(List.of(20, 3, 1)));

    /** 3 · 2 · 2 = 12 settings. */
    static final SearchSpace CHOICES = Studies.space(
            new Dimension.Choice<>(List.of(0.0, 0.1, 0.7)),
            new Dimension.Choice<>(List.of(0.8, 1.0)),
            new Dimension.Fixed<>(0.3),
            new Dimension.Choice<>(List.of(List.of(10, 3, 1), List.of(20, 3, 1))));

    /** Settings of which each candidate has some only: kinds with settings of their own, and one layer's units. */
    static final SearchSpace CONDITIONAL = RANGES.with(
                    "optimizer.kind", new Dimension.Choice<>(List.of("adam", "momentum", "gradient-descent")))
            .with("optimizer.beta1", new Dimension.Range(0.8, 0.99, false))
            .with("optimizer.average", new Dimension.Choice<>(List.of(true, false)))
            .with("layers[0].units", new Dimension.Range(4, 40, true, true))
            .with("layers[0].activation", new Dimension.Choice<>(List.of("tanh", "leaky-relu")))
            .with("layers[0].activation.slope", new Dimension.Range(0.01, 0.5, true));

    private static final Duration HANGS = Duration.ofSeconds(30);

    static Search.Plan plan(SearchKind kind, int candidates) {
        return plan(kind, RANGES, candidates, kind.adaptive() ? 3 : 0, 1);
    }

    static Search.Plan plan(SearchKind kind, SearchSpace space, int candidates, int lag, long seed) {
        return new Search.Plan(kind, space, candidates, lag, Metric.CROSS_ENTROPY, seed);
    }

    static SearchRun of(Search.Plan plan, int workers) {
        return of(plan, List.of(), SearchRun::judge, workers);
    }

    static SearchRun of(Search.Plan plan, List<CandidateResult> finished, Search.Evaluator evaluator, int workers) {
        List<CandidateResult> results = Collections.synchronizedList(new ArrayList<>(finished));
        AtomicInteger evaluated = new AtomicInteger();
        Search.Evaluator counting = proposal -> {
            evaluated.incrementAndGet();
            return evaluator.evaluate(proposal);
        };
        Search.Ending ending = assertTimeoutPreemptively(
                HANGS, () -> new ArbiterSearch().run(plan, finished, counting, results::add, workers, () -> false));
        return new SearchRun(ending, sorted(results), evaluated.get());
    }

    static List<CandidateResult> sorted(List<CandidateResult> results) {
        return results.stream()
                .map(CandidateResult::timeless)
                .sorted(Comparator.comparingInt(result -> result.proposal().number()))
                .toList();
    }

    /** Best at λ = 0.1 and keep probability 0.8; some candidates fail, and some are given up on the way. */
    static CandidateResult judge(Proposal proposal) {
        double score = score(proposal.setting());
        return switch (proposal.number() % 9) {
            case 4 -> failed(proposal);
            case 7 ->
                new CandidateResult(
                        proposal,
                        CandidateResult.Status.STOPPED,
                        OptionalDouble.empty(),
                        "",
                        List.of(),
                        List.of(new RungScore(10, score + 2), new RungScore(20, score + 1)),
                        20,
                        0);
            default -> complete(proposal, score);
        };
    }

    /** The same after a pause, which differs from run to run and from candidate to candidate. */
    static CandidateResult judgeSlowly(Proposal proposal, Random pauses) {
        try {
            Thread.sleep(pauses.nextInt(4));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return judge(proposal);
    }

    static double score(Setting setting) {
        double decades = Math.log10(Studies.l2(setting) + 1e-4) + 1;
        double keep = Studies.keep(setting) - 0.8;
        return decades * decades
                + 10 * keep * keep
                + (Studies.units(setting).get(0).equals(10) ? 0.1 : 0);
    }

    static CandidateResult complete(Proposal proposal, double score) {
        return new CandidateResult(
                proposal,
                CandidateResult.Status.COMPLETE,
                OptionalDouble.of(score),
                "",
                List.of(),
                List.of(new RungScore(100, score)),
                100,
                0);
    }

    static CandidateResult failed(Proposal proposal) {
        return new CandidateResult(
                proposal,
                CandidateResult.Status.FAILED,
                OptionalDouble.empty(),
                "diverged",
                List.of(),
                List.of(),
                5,
                0);
    }
}
