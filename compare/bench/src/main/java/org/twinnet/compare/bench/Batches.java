package org.twinnet.compare.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import org.twinnet.compare.bench.result.Pace;

/** Times a training loop batch by batch. The median of the batches shrugs off what other processes did meanwhile. */
final class Batches {

    private final TrainingLoop loop;
    private final LongSupplier nanoTime;
    private int iterations = 1;

    Batches(TrainingLoop loop, LongSupplier nanoTime) {
        this.loop = loop;
        this.nanoTime = nanoTime;
    }

    /**
     * Trains without counting, and meanwhile doubles the batch until it lasts long enough for the clock.
     *
     * @param pace how long
     */
    void warmUp(Pace pace) {
        long end = nanoTime.getAsLong() + nanos(pace.warmUpSeconds());
        do {
            long took = batch();
            if (took < nanos(pace.batchSeconds()) && iterations <= Integer.MAX_VALUE / 2) {
                iterations *= 2;
            }
        } while (nanoTime.getAsLong() < end);
    }

    /**
     * Trains and counts.
     *
     * @param pace how long
     * @return microseconds per iteration of each batch
     */
    List<Double> time(Pace pace) {
        List<Double> microseconds = new ArrayList<>();
        long end = nanoTime.getAsLong() + nanos(pace.timedSeconds());
        do {
            microseconds.add(batch() / 1e3 / iterations);
        } while (microseconds.size() < pace.leastBatches() || nanoTime.getAsLong() < end);
        return microseconds;
    }

    /** Iterations in a batch. */
    int iterations() {
        return iterations;
    }

    private long batch() {
        long start = nanoTime.getAsLong();
        loop.run(iterations);
        return nanoTime.getAsLong() - start;
    }

    private static long nanos(double seconds) {
        return (long) (seconds * 1e9);
    }
}
