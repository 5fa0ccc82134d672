package org.twinnet.compare.tuning.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.deeplearning4j.arbiter.optimize.api.Candidate;
import org.deeplearning4j.arbiter.optimize.api.CandidateGenerator;
import org.deeplearning4j.arbiter.optimize.api.OptimizationResult;
import org.deeplearning4j.arbiter.optimize.generator.GeneticSearchCandidateGenerator;
import org.deeplearning4j.arbiter.optimize.generator.genetic.crossover.ArithmeticCrossover;
import org.deeplearning4j.arbiter.optimize.generator.genetic.mutation.RandomMutationOperator;
import org.deeplearning4j.arbiter.optimize.generator.genetic.selection.GeneticSelectionOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.Search;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.Studies;
import org.twinnet.compare.tuning.space.Dimension;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;

/** Each defect of Arbiter's genetic generator: first it is shown, then that it is worked around. */
@DisplayName("Arbiter's genetic generator")
@SuppressWarnings({"rawtypes", "unchecked"}) // Arbiter's own signatures
class GeneticDefectsTest {

    private static final Loss LOSS = new Loss(Metric.CROSS_ENTROPY);

    @Test
    void should_give_the_genetic_search_its_seed() {
        assertNotEquals(rawGenetic(SearchRun.RANGES), rawGenetic(SearchRun.RANGES));

        Search.Plan plan = SearchRun.plan(SearchKind.GENETIC, 40);
        assertEquals(SearchRun.of(plan, 1).results(), SearchRun.of(plan, 1).results());
    }

    private static List<Double> rawGenetic(SearchSpace space) {
        CandidateGenerator genetic = new GeneticSearchCandidateGenerator.Builder(new SettingSpace(space), LOSS).build();
        genetic.setRngSeed(1);
        return IntStream.range(0, 5)
                .mapToObj(i -> genetic.getCandidate().getFlatParameters()[0])
                .toList();
    }

    @Test
    void should_go_on_where_the_genetic_search_of_a_single_parameter_gives_up() {
        long gaveUp = IntStream.range(0, 20)
                .filter(i -> !hasMore(
                        new GeneticSearchCandidateGenerator.Builder(new SettingSpace(SearchRun.LAMBDA), LOSS).build()))
                .count();
        assertTrue(gaveUp > 0, gaveUp + " of 20");

        SearchRun run = SearchRun.of(SearchRun.plan(SearchKind.GENETIC, SearchRun.LAMBDA, 300, 1, 1), 1);
        assertEquals(Search.Ending.COMPLETE, run.ending());
        assertEquals(
                300,
                run.results().stream()
                        .map(result -> result.proposal().setting())
                        .distinct()
                        .count());
    }

    private static boolean hasMore(CandidateGenerator generator) {
        for (int i = 0; i < 300 && generator.hasMoreCandidates(); i++) {
            Candidate<Setting> candidate = generator.getCandidate();
            if (candidate.getException() == null) {
                double score = SearchRun.score(candidate.getValue());
                generator.reportResults(new OptimizationResult(candidate, score, i, null, null, null));
            }
        }
        return generator.hasMoreCandidates();
    }

    @Test
    void should_go_on_where_the_genetic_search_has_nothing_to_vary() {
        SearchSpace one = Studies.space(
                new Dimension.Fixed<>(0.7),
                new Dimension.Fixed<>(0.86),
                new Dimension.Fixed<>(0.3),
                new Dimension.Fixed<>(List.of(20, 3, 1)));
        for (SearchKind kind : SearchKind.values()) {
            SearchRun run = SearchRun.of(SearchRun.plan(kind, one, 5, 1, 1), 2);
            assertEquals(1, run.results().size());
            assertEquals(Search.Ending.EXHAUSTED, run.ending());
        }
    }

    @Test
    void should_never_change_a_position_after_it_was_tried() {
        JDKRandomGenerator random = new JDKRandomGenerator();
        random.setSeed(1);
        CandidateGenerator raw = new GeneticSearchCandidateGenerator.Builder(new SettingSpace(SearchRun.RANGES), LOSS)
                .selectionOperator(new GeneticSelectionOperator.Builder()
                        .randomGenerator(random)
                        .crossoverOperator(new ArithmeticCrossover.Builder()
                                .randomGenerator(random)
                                .build())
                        .mutationOperator(new RandomMutationOperator.Builder()
                                .randomGenerator(random)
                                .mutationRate(0.1)
                                .build())
                        .build())
                .build();
        assertTrue(changedPositions(raw) > 0);

        Search.Plan plan = SearchRun.plan(SearchKind.GENETIC, 200);
        assertEquals(0, changedPositions(new Generators(plan, new SettingSpace(SearchRun.RANGES)).generator()));
    }

    private static long changedPositions(CandidateGenerator generator) {
        IdentityHashMap<double[], double[]> before = new IdentityHashMap<>();
        for (int i = 0; i < 200; i++) {
            Candidate<Setting> candidate = generator.getCandidate();
            before.put(
                    candidate.getFlatParameters(), candidate.getFlatParameters().clone());
            double score = SearchRun.score(candidate.getValue());
            generator.reportResults(new OptimizationResult(candidate, score, i, null, null, null));
        }
        return before.entrySet().stream()
                .filter(entry -> !Arrays.equals(entry.getKey(), entry.getValue()))
                .count();
    }
}
