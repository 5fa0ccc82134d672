package org.twinnet.compare.theory;

import org.twinnet.compare.experiment.choice.Precision;

/**
 * The rounding of a floating-point format.
 *
 * <p>Source: Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., §2.2 and §3.1.
 *
 * @param u unit roundoff: one operation is exact up to a factor 1 + δ with |δ| ≤ u
 * @param tiny τ, the smallest normal number. Below it numbers lose digits or become 0, so that one operation may be off
 *     by as much, whatever its relative error; e⁻ᶻ that overflows leaves a probability off by less than it as well
 * @param largest the largest finite number. Beyond it a partial sum is infinite, and the next one may be ∞ − ∞: where
 *     the terms of a sum can come so far in some order, nothing is known of it
 */
public record Rounding(double u, double tiny, double largest) {

    /** IEEE double precision, u = 2⁻⁵³. */
    public static final Rounding FLOAT64 = new Rounding(0x1p-53, Double.MIN_NORMAL, Double.MAX_VALUE);

    /** IEEE single precision, u = 2⁻²⁴. */
    public static final Rounding FLOAT32 = new Rounding(0x1p-24, Float.MIN_NORMAL, Float.MAX_VALUE);

    /**
     * Up to here a bound goes by the slope at a point, and a thousandth or so more; beyond it by the function itself.
     */
    public static final double SMALL = 1e-3;

    /**
     * The rounding of a precision.
     *
     * @param precision what programs compute in
     * @return that of its format
     */
    public static Rounding of(Precision precision) {
        return switch (precision) {
            case FLOAT64 -> FLOAT64;
            case FLOAT32 -> FLOAT32;
        };
    }

    /**
     * How far a program may be off in a number that the experiment gives, such as a learning rate. In double precision
     * every program has the double that was written; in any other format some have it in double precision still, and
     * some the nearest number of the format.
     *
     * @param x the number, a double
     * @return 0 in double precision and for numbers that the format has; infinite for what is beyond it
     */
    public double representation(double x) {
        if (equals(FLOAT64)) {
            return 0;
        }
        return equals(FLOAT32) ? Math.abs((float) x - x) : u * Math.abs(x);
    }

    /**
     * γₙ = n·u / (1 − n·u), the relative error that n operations can build up; a sum or dot product of n terms has an
     * error of at most γₙ·Σ|terms|, in whatever order it is added up.
     *
     * @param n number of operations, at least 0
     * @return γₙ; infinite where n·u ≥ 1, since nothing is known of a sum that long
     */
    public double gamma(int n) {
        double nu = n * u;
        return nu < 1 ? nu / (1 - nu) : Double.POSITIVE_INFINITY;
    }
}
