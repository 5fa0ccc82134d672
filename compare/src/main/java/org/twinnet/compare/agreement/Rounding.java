package org.twinnet.compare.agreement;

/**
 * The constants of rounding-error analysis in IEEE double precision.
 *
 * <p>Source: Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., §2.2 and §3.1.
 */
final class Rounding {

    /** The unit roundoff u = 2⁻⁵³: one operation is exact up to a factor 1 + δ with |δ| ≤ u. */
    static final double UNIT = 0x1p-53;

    private Rounding() {}

    /**
     * γₙ = n·u / (1 − n·u), the relative error that n operations can build up; a sum or dot product of n terms has an error of at
     * most γₙ·Σ|terms|, in whatever order it is added up.
     *
     * @param n number of operations
     * @return γₙ
     */
    static double gamma(int n) {
        return n * UNIT / (1 - n * UNIT);
    }
}
