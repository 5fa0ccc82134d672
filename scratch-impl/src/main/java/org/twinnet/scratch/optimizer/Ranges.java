package org.twinnet.scratch.optimizer;

/** What settings of optimizers may be. */
final class Ranges {

    private Ranges() {}

    /** Of what is kept from step to step, less than all. */
    static void requireShare(String name, double share) {
        if (!(share >= 0 && share < 1)) {
            throw new IllegalArgumentException(name + " is from 0 and below 1, not " + share + ".");
        }
    }

    /** What keeps a divisor away from 0. */
    static void requireAboveZero(String name, double number) {
        if (!(number > 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException(name + " is a finite number above 0, not " + number + ".");
        }
    }
}
