package org.twinnet.compare.tuning.score;

import java.util.function.BooleanSupplier;
import org.twinnet.compare.tuning.Search.CancelledException;

/** Asks, every few iterations, whether a candidate may go on. */
final class Clock {

    private final long start = System.nanoTime();
    private final double limitSeconds;
    private final BooleanSupplier cancelled;

    /** A limit of 0 is none. */
    Clock(double limitSeconds, BooleanSupplier cancelled) {
        this.limitSeconds = limitSeconds;
        this.cancelled = cancelled;
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    void check() {
        if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new CancelledException();
        }
        if (limitSeconds > 0 && seconds() > limitSeconds) {
            throw new CandidateFailure("over its time limit of " + limitSeconds + " s");
        }
    }
}
