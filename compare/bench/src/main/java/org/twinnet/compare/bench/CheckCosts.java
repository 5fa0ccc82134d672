package org.twinnet.compare.bench;

/**
 * The costs that a loop reports, every so many iterations. The first two are kept: they show that contestants do the
 * same work, the first the forward pass, the second the updates as well.
 */
final class CheckCosts {

    private final int every;
    private double first = Double.NaN;
    private double second = Double.NaN;

    CheckCosts(int every) {
        this.every = every;
    }

    boolean isDue(int iteration) {
        return iteration % every == 0;
    }

    void report(int iteration, double cost) {
        if (iteration == 0) {
            first = cost;
        } else if (iteration == every) {
            second = cost;
        }
    }

    double first() {
        return first;
    }

    /** NaN if the loop did not come so far. */
    double second() {
        return second;
    }
}
