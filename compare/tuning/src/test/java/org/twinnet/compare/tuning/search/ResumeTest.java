package org.twinnet.compare.tuning.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Proposal;
import org.twinnet.compare.tuning.Search;
import org.twinnet.compare.tuning.SearchKind;

@DisplayName("An interrupted search")
class ResumeTest {

    /** As many as the grid has points: 2 layers · 4 · 4. */
    private static final int CANDIDATES = 32;

    /** The process is gone: nothing that happens after this leaves a trace. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @ParameterizedTest
    @EnumSource(SearchKind.class)
    void should_go_on_as_if_nothing_had_happened(SearchKind kind) {
        Search.Plan plan = SearchRun.plan(kind, CANDIDATES);
        List<CandidateResult> whole = SearchRun.of(plan, 1).results();
        Random random = new Random(7);
        for (int round = 0; round < 10; round++) {
            List<CandidateResult> saved = killedAfter(plan, 1 + random.nextInt(CANDIDATES - 1), random);
            SearchRun resumed = SearchRun.of(plan, saved, SearchRun::judge, 1 + random.nextInt(4));
            assertEquals(whole, resumed.results(), "killed after " + saved.size());
            assertEquals(whole.size() - saved.size(), resumed.evaluated());
            assertEquals(Search.Ending.COMPLETE, resumed.ending());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = SearchKind.class,
            names = {"RANDOM", "GENETIC", "TPE"})
    void should_go_on_where_candidates_have_different_settings(SearchKind kind) {
        Search.Plan plan = SearchRun.plan(kind, SearchRun.CONDITIONAL, CANDIDATES, 4, 1);
        List<CandidateResult> whole = SearchRun.of(plan, 1).results();
        Random random = new Random(11);
        for (int round = 0; round < 3; round++) {
            List<CandidateResult> saved = killedAfter(plan, 1 + random.nextInt(CANDIDATES - 1), random);
            assertEquals(whole, SearchRun.of(plan, saved, SearchRun::judge, 2).results());
        }
        for (CandidateResult result : whole) {
            Map<String, Object> values = result.proposal().setting().values();
            assertEquals(values.get("optimizer.kind").equals("adam"), values.containsKey("optimizer.beta1"));
            assertEquals(values.get("optimizer.kind").equals("momentum"), values.containsKey("optimizer.average"));
            assertEquals(
                    values.get("layers[0].activation").equals("leaky-relu"),
                    values.containsKey("layers[0].activation.slope"));
            int units = (Integer) values.get("layers[0].units");
            assertTrue(units >= 4 && units <= 40, () -> "units " + units);
        }
    }

    /** What a search of four workers had saved when it was killed; results come in any order. */
    private static List<CandidateResult> killedAfter(Search.Plan plan, int results, Random random) {
        List<CandidateResult> saved = new ArrayList<>();
        Random pauses = new Random(random.nextLong());
        assertThrows(
                Killed.class,
                () -> new ArbiterSearch()
                        .run(
                                plan,
                                List.of(),
                                proposal -> SearchRun.judgeSlowly(proposal, pauses),
                                result -> {
                                    synchronized (saved) {
                                        if (saved.size() == results) {
                                            throw new Killed();
                                        }
                                        saved.add(result);
                                    }
                                },
                                4,
                                () -> false));
        return saved;
    }

    @ParameterizedTest
    @EnumSource(SearchKind.class)
    void should_fill_every_gap_that_several_workers_can_leave(SearchKind kind) {
        Search.Plan plan = SearchRun.plan(kind, SearchRun.RANGES, 24, 4, 1);
        List<CandidateResult> whole = SearchRun.of(plan, 1).results();
        Random random = new Random(3);
        for (int round = 0; round < 10; round++) {
            // of candidates n to n + 3 any may be missing, as long as all before them are there
            int n = random.nextInt(whole.size() - 4);
            List<CandidateResult> saved = new ArrayList<>(whole.subList(0, n));
            whole.subList(n, n + 4).stream()
                    .filter(result -> random.nextBoolean())
                    .forEach(saved::add);
            Collections.shuffle(saved, random);
            assertEquals(whole, SearchRun.of(plan, saved, SearchRun::judge, 2).results());
        }
    }

    @Test
    void should_go_on_after_being_interrupted_again_and_again() {
        Search.Plan plan = SearchRun.plan(SearchKind.TPE, CANDIDATES);
        List<CandidateResult> saved = new ArrayList<>();
        Random random = new Random(5);
        while (saved.size() < CANDIDATES) {
            int stopAt = saved.size() + 1 + random.nextInt(5);
            List<CandidateResult> before = List.copyOf(saved);
            new ArbiterSearch()
                    .run(
                            plan,
                            before,
                            proposal -> SearchRun.judgeSlowly(proposal, random),
                            result -> {
                                synchronized (saved) {
                                    saved.add(result);
                                }
                            },
                            3,
                            () -> {
                                synchronized (saved) {
                                    return saved.size() >= stopAt;
                                }
                            });
            assertTrue(saved.size() > before.size());
        }
        assertEquals(SearchRun.of(plan, 1).results(), SearchRun.sorted(saved));
    }

    @ParameterizedTest
    @EnumSource(SearchKind.class)
    void should_have_nothing_to_do_when_it_was_finished(SearchKind kind) {
        Search.Plan plan = SearchRun.plan(kind, SearchRun.CHOICES, 12, 1, 1);
        SearchRun run = SearchRun.of(plan, 1);
        SearchRun again = SearchRun.of(plan, run.results(), SearchRun::judge, 2);
        assertEquals(0, again.evaluated());
        assertEquals(Search.Ending.COMPLETE, again.ending());
        assertEquals(run.results(), again.results());
    }

    @Test
    void should_be_exhausted_again_when_it_was_exhausted() {
        Search.Plan plan = SearchRun.plan(SearchKind.TPE, SearchRun.CHOICES, 40, 2, 1);
        SearchRun run = SearchRun.of(plan, 1);
        SearchRun again = SearchRun.of(plan, run.results(), SearchRun::judge, 1);
        assertEquals(Search.Ending.EXHAUSTED, again.ending());
        assertEquals(0, again.evaluated());
    }

    @ParameterizedTest
    @EnumSource(
            value = SearchKind.class,
            names = {"RANDOM", "GENETIC", "TPE"})
    void should_refuse_the_results_of_another_seed(SearchKind kind) {
        List<CandidateResult> other = SearchRun.of(SearchRun.plan(kind, SearchRun.RANGES, 20, 1, 2), 1)
                .results();
        String message = refused(SearchRun.plan(kind, SearchRun.RANGES, 20, 1, 1), other);
        assertTrue(message.startsWith("the results are of another plan: its candidate 0 was penalty.l2"), message);
    }

    @ParameterizedTest
    @EnumSource(
            value = SearchKind.class,
            names = {"GENETIC", "TPE"})
    void should_refuse_results_whose_scores_would_have_led_elsewhere(SearchKind kind) {
        Search.Plan plan = SearchRun.plan(kind, SearchRun.RANGES, 30, 1, 1);
        List<CandidateResult> altered = new ArrayList<>(SearchRun.of(plan, 1).results());
        for (int number = 0; number < 8; number++) {
            Proposal proposal = altered.get(number).proposal();
            altered.set(number, SearchRun.complete(proposal, 100 - SearchRun.score(proposal.setting())));
        }
        String message = refused(plan, altered);
        assertTrue(message.startsWith("the results are of another plan"), message);
    }

    @Test
    void should_refuse_results_that_could_not_have_been_proposed_yet() {
        Search.Plan plan = SearchRun.plan(SearchKind.TPE, SearchRun.RANGES, 20, 2, 1);
        List<CandidateResult> whole = SearchRun.of(plan, 1).results();
        List<CandidateResult> holed = new ArrayList<>(whole.subList(0, 10));
        holed.remove(3);
        assertEquals("the results are of another plan: this one has no candidate 5 yet", refused(plan, holed));
    }

    @Test
    void should_refuse_more_results_than_candidates() {
        List<CandidateResult> whole =
                SearchRun.of(SearchRun.plan(SearchKind.RANDOM, 20), 1).results();
        assertEquals(
                "the results are of another plan: this one has no candidate 10 yet",
                refused(SearchRun.plan(SearchKind.RANDOM, 10), whole));
    }

    @Test
    void should_refuse_two_results_of_one_candidate() {
        Search.Plan plan = SearchRun.plan(SearchKind.RANDOM, 5);
        List<CandidateResult> whole = SearchRun.of(plan, 1).results();
        assertEquals("candidate 2 has two results", refused(plan, List.of(whole.get(2), whole.get(0), whole.get(2))));
    }

    /** The message; nothing is evaluated before the results are known to be right. */
    private static String refused(Search.Plan plan, List<CandidateResult> finished) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> new ArbiterSearch()
                                .run(
                                        plan,
                                        finished,
                                        proposal -> {
                                            throw new AssertionError("evaluated");
                                        },
                                        result -> {
                                            throw new AssertionError("saved");
                                        },
                                        1,
                                        () -> false))
                .getMessage();
    }

    @Test
    void should_not_care_in_which_order_results_are_handed_back() {
        Search.Plan plan = SearchRun.plan(SearchKind.GENETIC, CANDIDATES);
        List<CandidateResult> whole = SearchRun.of(plan, 1).results();
        List<CandidateResult> backwards =
                IntStream.rangeClosed(1, 20).mapToObj(i -> whole.get(20 - i)).toList();
        assertEquals(whole, SearchRun.of(plan, backwards, SearchRun::judge, 2).results());
    }
}
