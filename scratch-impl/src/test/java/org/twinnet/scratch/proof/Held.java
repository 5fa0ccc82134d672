package org.twinnet.scratch.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/**
 * Holds numbers to bounds, and counts them: a test that compared nothing must not pass. The bound is inclusive, and no
 * NaN, on whichever side, is ever within it.
 */
public final class Held {

    private int count;
    private double largestMultiple;

    /** Fails unless |actual − expected| ≤ bound. */
    public void check(String name, double expected, double actual, double bound) {
        double difference = Math.abs(actual - expected);
        assertTrue(
                difference <= bound,
                () -> name + " is " + actual + " instead of " + expected + ": off by " + difference + ", allowed "
                        + bound);
        count++;
        if (difference > 0) {
            largestMultiple = Math.max(largestMultiple, difference / bound);
        }
    }

    /** Fails unless exactly so many numbers were compared. */
    public void requireCount(int expected) {
        assertEquals(expected, count, "numbers compared");
    }

    /** The largest difference so far, as a multiple of its bound; for the comments that say how sharp a bound is. */
    public double largestMultiple() {
        return largestMultiple;
    }
}
