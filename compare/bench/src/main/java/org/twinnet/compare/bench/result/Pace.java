package org.twinnet.compare.bench.result;

/**
 * How long a process trains before and while it is timed.
 *
 * @param warmUpSeconds time for the compiler and caches to settle, not counted
 * @param timedSeconds time that is counted, in batches
 * @param batchSeconds the least length of a batch
 * @param leastBatches so many batches are timed, even if it takes longer
 */
public record Pace(double warmUpSeconds, double timedSeconds, double batchSeconds, int leastBatches) {

    /** Long enough that a repeated measurement on a quiet machine moves by a few percent. */
    public static final Pace FULL = new Pace(0.75, 1.2, 0.05, 7);

    /** A glance. */
    public static final Pace QUICK = new Pace(0.4, 0.3, 0.03, 3);

    /**
     * The same with another warm-up.
     *
     * @param factor how much longer
     * @return a pace that is timed alike
     */
    public Pace warmedUpLonger(double factor) {
        return new Pace(warmUpSeconds * factor, timedSeconds, batchSeconds, leastBatches);
    }
}
