package org.twinnet.compare.tuning.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Search;
import org.twinnet.compare.tuning.SearchKind;

@DisplayName("A search that is told to end")
class StopTest {

    private static final Duration HANGS = Duration.ofSeconds(20);

    private final List<CandidateResult> saved = Collections.synchronizedList(new ArrayList<>());
    private final AtomicBoolean cancelled = new AtomicBoolean();

    @ParameterizedTest
    @EnumSource(SearchKind.class)
    void should_propose_nothing_more_and_keep_what_is_done(SearchKind kind) {
        Search.Ending ending = run(
                kind,
                proposal -> {
                    cancelled.compareAndSet(false, proposal.number() == 9);
                    return SearchRun.judge(proposal);
                },
                saved::add);
        assertEquals(Search.Ending.CANCELLED, ending);
        assertTrue(saved.size() >= 8 && saved.size() < 16, saved.size() + " results");
    }

    @Test
    void should_evaluate_nothing_when_it_is_told_before_it_begins() {
        cancelled.set(true);
        assertEquals(
                Search.Ending.CANCELLED,
                run(
                        SearchKind.TPE,
                        proposal -> {
                            throw new AssertionError("evaluated");
                        },
                        saved::add));
    }

    @Test
    void should_have_no_result_of_a_candidate_that_was_given_up() throws InterruptedException {
        CountDownLatch twoRun = new CountDownLatch(2);
        Thread user = new Thread(() -> {
            try {
                twoRun.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            cancelled.set(true);
        });
        user.start();
        Search.Ending ending = run(
                SearchKind.RANDOM,
                proposal -> {
                    if (proposal.number() < 5) {
                        return SearchRun.judge(proposal);
                    }
                    twoRun.countDown();
                    while (!cancelled.get()) {
                        Thread.onSpinWait();
                    }
                    throw new Search.CancelledException();
                },
                saved::add);
        user.join();
        assertEquals(Search.Ending.CANCELLED, ending);
        assertEquals(5, saved.size());
    }

    @Test
    void should_ask_often_while_candidates_run() {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch often = new CountDownLatch(1);
        Search.Ending ending = assertTimeoutPreemptively(
                HANGS,
                () -> new ArbiterSearch()
                        .run(
                                SearchRun.plan(SearchKind.RANDOM, 1),
                                List.of(),
                                proposal -> {
                                    try {
                                        often.await();
                                    } catch (InterruptedException e) {
                                        throw new IllegalStateException(e);
                                    }
                                    return SearchRun.judge(proposal);
                                },
                                saved::add,
                                1,
                                () -> {
                                    if (asked.incrementAndGet() == 20) {
                                        often.countDown();
                                    }
                                    return false;
                                }));
        assertEquals(Search.Ending.COMPLETE, ending);
    }

    @Test
    void should_be_complete_when_the_last_candidate_is_finished_all_the_same() {
        Search.Ending ending = run(
                SearchKind.TPE,
                proposal -> {
                    cancelled.compareAndSet(false, proposal.number() == 39);
                    return SearchRun.judge(proposal);
                },
                saved::add);
        assertEquals(Search.Ending.COMPLETE, ending);
        assertEquals(40, saved.size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void should_end_and_pass_on_what_the_saver_throws(int at) {
        RuntimeException full = new UncheckedIOException("disk full", new IOException());
        AtomicInteger saves = new AtomicInteger();
        assertSame(
                full,
                assertThrows(
                        UncheckedIOException.class,
                        () -> run(SearchKind.TPE, SearchRun::judge, result -> {
                            if (saves.getAndIncrement() == at) {
                                throw full;
                            }
                        })));
        assertTrue(saves.get() <= at + 2, saves + " saves");
    }

    @Test
    void should_pass_on_an_error_of_the_saver() {
        Error error = new AssertionError("broken");
        assertSame(
                error,
                assertThrows(
                        AssertionError.class,
                        () -> run(SearchKind.GRID, SearchRun::judge, result -> {
                            throw error;
                        })));
    }

    @Test
    void should_pass_on_what_the_question_throws_whichever_thread_asks() {
        for (int question = 1; question < 30; question++) {
            int last = question;
            AtomicInteger asked = new AtomicInteger();
            assertThrows(
                    UnsupportedOperationException.class,
                    () -> assertTimeoutPreemptively(
                            HANGS,
                            () -> new ArbiterSearch()
                                    .run(
                                            SearchRun.plan(SearchKind.TPE, 40),
                                            List.of(),
                                            SearchRun::judge,
                                            saved::add,
                                            2,
                                            () -> {
                                                if (asked.incrementAndGet() >= last) {
                                                    throw new UnsupportedOperationException();
                                                }
                                                return false;
                                            })));
        }
    }

    private Search.Ending run(SearchKind kind, Search.Evaluator evaluator, Consumer<CandidateResult> saver) {
        return assertTimeoutPreemptively(
                HANGS,
                () -> new ArbiterSearch()
                        .run(SearchRun.plan(kind, 40), List.of(), evaluator, saver, 2, cancelled::get));
    }
}
