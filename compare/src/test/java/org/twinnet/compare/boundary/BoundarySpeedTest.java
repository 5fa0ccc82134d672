package org.twinnet.compare.boundary;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Limits on 160,000 points in CPU time of this thread, which other jobs on the machine change little. */
class BoundarySpeedTest {

    private static final Grid GRID = Examples.square(Grid.DEFAULT_SIZE);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** The median of the last 10 of 30 runs, in milliseconds. */
    private static double warmMilliseconds(Runnable work) {
        double[] times = new double[30];
        for (int i = 0; i < times.length; i++) {
            long start = THREADS.getCurrentThreadCpuTime();
            work.run();
            times[i] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
        }
        return Arrays.stream(times, 20, 30).sorted().toArray()[5];
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 7})
    void should_compare_two_boundaries_in_well_under_100_milliseconds(long seed) {
        DoubleBinaryOperator network = Examples.reluNetwork(seed);
        Field first = Field.sample(GRID, network);
        Field second = Field.sample(GRID, (x, y) -> network.applyAsDouble(x + 1e-3, y));

        // Measured: contour 1.1 and 1.2 ms, comparison 5.5 and 4.4 ms; the limits leave room for slower machines.
        double contour = warmMilliseconds(() -> Contour.of(first));
        double comparison = warmMilliseconds(() -> BoundaryComparison.of(first, second));
        assertTrue(contour < 20, "contour: " + contour + " ms");
        assertTrue(comparison < 50, "comparison: " + comparison + " ms");
    }

    @Test
    void should_allocate_with_the_length_of_the_contour_only() {
        Field circle = Field.sample(GRID, Examples.circle(0, 0, 0.7, 50));
        Field constant = Field.sample(GRID, (x, y) -> 0.2);
        long thread = Thread.currentThread().getId();
        Contour.of(circle);

        long start = THREADS.getThreadAllocatedBytes(thread);
        Contour.of(constant);
        long nothing = THREADS.getThreadAllocatedBytes(thread) - start;
        Contour contour = Contour.of(circle);
        long some = THREADS.getThreadAllocatedBytes(thread) - start - nothing;

        // Measured: 736 bytes, and 793 for each of 1,121 vertices, most of them the line merger's graph.
        assertTrue(nothing < 10_000, nothing + " bytes for no contour");
        assertTrue(some < 2_000L * contour.lines().getNumPoints(), some + " bytes for a circle");
    }
}
