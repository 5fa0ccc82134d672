package org.twinnet.dl4j.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.bytedeco.javacpp.Pointer;

/**
 * Keeps the resident memory of a long training flat.
 *
 * <p>ND4J frees native memory when the garbage collector finds that the Java object in front of it is dead. On a
 * machine with much memory the collector sees no need to look, and lets its heap grow the more such objects it meets,
 * so that a training of small arrays takes gigabytes. The guard asks for a collection when resident memory passes a
 * limit, which also makes the heap shrink; collections after that are small and quick. Where something else holds more
 * than the limit (a large data set), the limit moves above it instead of asking in vain.
 *
 * <p>It can't help if the JVM ignores such requests ({@code -XX:+DisableExplicitGC}). Not for use by several threads.
 */
public final class NativeMemoryGuard {
    /**
     * The least limit, in bytes. Measured on 2-20-3-1 with 211 examples, G1 and a heap of up to 6 GB: without the guard
     * 1.5 GB after 60,000 iterations and rising; with it never above 0.52 GB, at 1 % of the time.
     */
    private static final long LEAST_LIMIT = 512L << 20;

    /** What training may add to the memory that stays occupied after a collection, in bytes. */
    private static final long HEADROOM = 192L << 20;

    /** Reading the resident memory costs some 20 µs, so it's read 20 times a second. */
    private static final long CHECK_INTERVAL = TimeUnit.MILLISECONDS.toNanos(50);

    /** ND4J's own threads free the memory after the collection; the effect shows a little later. */
    private static final long SETTLING_TIME = TimeUnit.MILLISECONDS.toNanos(500);

    private final LongSupplier nanoTime;
    private final LongSupplier residentBytes;
    private final Runnable collection;

    private long nextCheck;
    private long limit = LEAST_LIMIT;
    private boolean settling;

    /** Creates a guard of this process. */
    public NativeMemoryGuard() {
        this(System::nanoTime, Pointer::physicalBytes, System::gc);
    }

    NativeMemoryGuard(LongSupplier nanoTime, LongSupplier residentBytes, Runnable collection) {
        this.nanoTime = nanoTime;
        this.residentBytes = residentBytes;
        this.collection = collection;
        this.nextCheck = nanoTime.getAsLong() + CHECK_INTERVAL;
    }

    /** Asks for a collection if it's time to; call this after each iteration. */
    public void afterIteration() {
        long now = nanoTime.getAsLong();
        if (now - nextCheck < 0) {
            return;
        }
        nextCheck = now + CHECK_INTERVAL;
        long resident = residentBytes.getAsLong();
        if (settling) {
            settling = false;
            limit = Math.max(LEAST_LIMIT, resident + HEADROOM);
        } else if (resident > limit) {
            settling = true;
            collection.run();
            nextCheck = nanoTime.getAsLong() + SETTLING_TIME;
        }
    }
}
