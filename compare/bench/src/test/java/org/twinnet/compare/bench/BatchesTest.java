package org.twinnet.compare.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.bench.result.Pace;

/** A loop on a clock of its own, where an iteration takes exactly 20 microseconds. */
class BatchesTest {

    private static final long ITERATION_NANOS = 20_000;

    private long now;
    private int run;

    private final Batches batches = new Batches(
            iterations -> {
                run += iterations;
                now += iterations * ITERATION_NANOS;
            },
            () -> now);

    @Test
    void should_grow_the_batch_until_it_is_as_long_as_wanted_and_no_longer() {
        batches.warmUp(new Pace(10, 0, 0.05, 1));
        // 2,048 iterations take 41 ms, 4,096 take 82 ms
        assertEquals(4096, batches.iterations());
    }

    @Test
    void should_warm_up_for_the_time_asked_for_and_at_least_one_batch() {
        batches.warmUp(new Pace(0, 0, 0.05, 1));
        assertEquals(1, run);
        batches.warmUp(new Pace(1, 0, 0.05, 1));
        assertTrue(now >= 1_000_000_000L && now <= 1_100_000_000L, () -> "ended after " + now + " ns");
    }

    @Test
    void should_give_the_time_of_an_iteration_for_each_batch() {
        assertEquals(List.of(20.0, 20.0, 20.0), batches.time(new Pace(0, 0, 0, 3)));
    }

    @Test
    void should_go_on_past_the_least_number_of_batches_until_the_time_is_over() {
        assertEquals(500, batches.time(new Pace(0, 0.01, 0, 3)).size());
    }
}
