package org.twinnet.dl4j.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The guard against a clock and a memory that the test moves. */
class NativeMemoryGuardTest {
    private static final long MB = 1L << 20;

    private long now;
    private long resident;
    private int reads;
    private int collections;

    private final NativeMemoryGuard guard = new NativeMemoryGuard(
            () -> now,
            () -> {
                reads++;
                return resident;
            },
            () -> collections++);

    @Test
    void should_read_the_memory_rarely_however_often_it_is_called() {
        for (int k = 0; k < 1000; k++) {
            now += TimeUnit.MICROSECONDS.toNanos(100);
            guard.afterIteration();
        }
        assertEquals(2, reads); // 100 ms, every 50 ms
        assertEquals(0, collections);
    }

    @Test
    void should_collect_above_the_limit_and_then_wait_for_the_effect() {
        resident = 513 * MB;
        iterate(50);
        assertEquals(1, collections);
        iterate(450);
        assertEquals(1, collections);
        resident = 150 * MB;
        iterate(50);
        resident = 511 * MB;
        iterate(1000);
        assertEquals(1, collections);
        resident = 513 * MB;
        iterate(50);
        assertEquals(2, collections);
    }

    @Test
    void should_not_collect_in_vain_where_much_memory_is_really_in_use() {
        resident = 2000 * MB;
        iterate(10_000);
        assertEquals(1, collections);
        resident = 2193 * MB;
        iterate(50);
        assertEquals(2, collections);
        resident = 100 * MB;
        iterate(10_000);
        resident = 513 * MB;
        iterate(50);
        assertEquals(3, collections);
    }

    private void iterate(int milliseconds) {
        for (int k = 0; k < milliseconds; k++) {
            now += TimeUnit.MILLISECONDS.toNanos(1);
            guard.afterIteration();
        }
    }
}
