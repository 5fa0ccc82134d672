package org.twinnet.scratch.proof;

/**
 * Constants of rounding-error analysis (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., §2.2, §3.1).
 */
public final class Rounding {

    /** The unit roundoff u: one operation is exact up to a factor 1 + δ with |δ| ≤ u. */
    public static final double UNIT = 0x1p-53;

    private Rounding() {}

    /** γₙ = n·u / (1 − n·u): the relative error that n operations can build up. */
    public static double gamma(int n) {
        return n * UNIT / (1 - n * UNIT);
    }
}
