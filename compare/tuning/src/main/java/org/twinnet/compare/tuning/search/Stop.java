package org.twinnet.compare.tuning.search;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/** Whether a search shall propose nothing more, and why. Shared by all threads of a search. */
final class Stop {

    private final BooleanSupplier cancelled;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    Stop(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /** Once true it stays true, whatever the question answers later. */
    boolean wanted() {
        if (!stopped && cancelled.getAsBoolean()) {
            stopped = true;
        }
        return stopped;
    }

    /** An evaluation was given up. */
    void cancel() {
        stopped = true;
    }

    /** A result could not be saved; the first such failure is the one that counts. */
    void fail(Throwable reason) {
        failure.compareAndSet(null, reason);
        stopped = true;
    }

    /** Throws what ended the search, if it was a failure; called when no thread of the search runs any more. */
    void passOn() {
        Throwable reason = failure.get();
        if (reason instanceof Error error) {
            throw error;
        }
        if (reason instanceof RuntimeException exception) {
            throw exception;
        }
        if (reason != null) {
            throw new IllegalStateException(reason);
        }
    }
}
