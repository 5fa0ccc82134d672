package org.twinnet.compare.bench.result;

/** Who is measured. */
public enum Contestant {
    /** The hand-written network. */
    SCRATCH("scratch twin", false, 1),
    /** The same in NumPy, vectorised as a notebook would write it. */
    NUMPY("NumPy", true, 0.5),
    /** {@code MultiLayerNetwork.fit} as the DL4J twin runs it. */
    DL4J("DL4J twin", false, 2),
    /** {@code MultiLayerNetwork.fit} in a loop, nothing plugged in, nothing set. */
    PLAIN("plain fit()", false, 4),
    /** The same with one BLAS thread. */
    PLAIN_ONE_THREAD("plain fit(), OMP_NUM_THREADS=1", true, 4);

    private final String label;
    private final boolean oneThread;
    private final double warmUpFactor;

    Contestant(String label, boolean oneThread, double warmUpFactor) {
        this.label = label;
        this.oneThread = oneThread;
        this.warmUpFactor = warmUpFactor;
    }

    /**
     * The name in tables.
     *
     * @return such as {@code DL4J twin}
     */
    public String label() {
        return label;
    }

    /**
     * Whether the process gets {@code OMP_NUM_THREADS=1}; the others get no such variable at all.
     *
     * @return true for one thread
     */
    public boolean oneThread() {
        return oneThread;
    }

    /**
     * How much longer than the hand-written loop this one needs until its speed no longer rises.
     *
     * @return a factor
     */
    public double warmUpFactor() {
        return warmUpFactor;
    }
}
