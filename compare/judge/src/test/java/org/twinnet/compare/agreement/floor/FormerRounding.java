package org.twinnet.compare.agreement.floor;

/**
 * The constants of rounding-error analysis in IEEE double precision.
 *
 * <p>Source: Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., §2.2 and §3.1.
 */
final class FormerRounding {

    /** The unit roundoff u = 2⁻⁵³: one operation is exact up to a factor 1 + δ with |δ| ≤ u. */
    static final double UNIT = 0x1p-53;

    /**
     * The smallest normal number. Below it numbers lose digits or become 0, so that one operation may be off by as
     * much, whatever its relative error; e⁻ᶻ that overflows leaves a probability off by less than it as well.
     */
    static final double TINY = Double.MIN_NORMAL;

    /** Up to here eᵗ − 1 ≤ 1.001·t and −ln(1 − t) ≤ 1.001·t. */
    static final double SMALL = 1e-3;

    private FormerRounding() {}

    /**
     * What a division by a keep probability may be off by when it is done as a multiplication by its reciprocal.
     *
     * @param keepProbability above 0
     * @return 0; infinite where the reciprocal is beyond the range of doubles
     */
    static double overflow(double keepProbability) {
        return Double.isInfinite(1 / keepProbability) ? Double.POSITIVE_INFINITY : 0;
    }

    /**
     * γₙ = n·u / (1 − n·u), the relative error that n operations can build up; a sum or dot product of n terms has an
     * error of at most γₙ·Σ|terms|, in whatever order it is added up.
     *
     * @param n number of operations
     * @return γₙ
     */
    static double gamma(int n) {
        return n * UNIT / (1 - n * UNIT);
    }
}
