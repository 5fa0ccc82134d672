package org.twinnet.compare.bench.result;

/** The questions that the measurement answers, with the ratio that Twinnet sets itself as a goal. */
public enum Comparison {
    /** Is hand-written Java worth its while? */
    SCRATCH_TO_NUMPY(Contestant.SCRATCH, Contestant.NUMPY, 3),
    /** What does the fast engine gain over DL4J out of the box? */
    DL4J_TO_PLAIN(Contestant.DL4J, Contestant.PLAIN, 8),
    /** What does it gain over somebody who knows to set the threads? */
    DL4J_TO_ONE_THREAD(Contestant.DL4J, Contestant.PLAIN_ONE_THREAD, 4);

    private final Contestant faster;
    private final Contestant slower;
    private final double goal;

    Comparison(Contestant faster, Contestant slower, double goal) {
        this.faster = faster;
        this.slower = slower;
        this.goal = goal;
    }

    /**
     * Who is meant to be faster.
     *
     * @return the ratio's numerator
     */
    public Contestant faster() {
        return faster;
    }

    /**
     * Who is meant to be slower.
     *
     * @return the ratio's denominator
     */
    public Contestant slower() {
        return slower;
    }

    /**
     * The least ratio of iterations per second that is hoped for.
     *
     * @return above 1
     */
    public double goal() {
        return goal;
    }
}
