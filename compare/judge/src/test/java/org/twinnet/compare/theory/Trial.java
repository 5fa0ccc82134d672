package org.twinnet.compare.theory;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;

/** What became of the errors of many programs beside the bounds of a chapter. */
public final class Trial {

    private double largest;
    private String worst = "";
    private int count;

    /**
     * Looks at one number.
     *
     * @param error how far a program is from the exact number
     * @param bound what the chapter allows
     * @param what the case
     */
    public void add(double error, double bound, String what) {
        count++;
        if (error == 0 || bound == Double.POSITIVE_INFINITY) {
            return;
        }
        // written so that a NaN counts as beyond the bound
        double ratio = error <= bound ? error / bound : Math.max(error / bound, Math.nextUp(1.0));
        if (!(ratio <= largest)) {
            largest = Double.isNaN(ratio) ? Double.POSITIVE_INFINITY : ratio;
            worst = what;
        }
    }

    /** The largest error in terms of its bound. */
    public double largest() {
        return largest;
    }

    /** All errors are within the bounds, which are not so wide that they say nothing. */
    public void assertBounded(double least) {
        String measured =
                String.format(Locale.ROOT, "%d numbers, at most %.4f of the bound: %s", count, largest, worst);
        assertTrue(count > 1000, measured);
        assertTrue(largest <= 1, measured);
        assertTrue(largest >= least, measured);
    }
}
