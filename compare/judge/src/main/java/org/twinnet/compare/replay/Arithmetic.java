package org.twinnet.compare.replay;

import org.twinnet.compare.trace.Precision;

/**
 * The rounding of a floating-point format.
 *
 * @param u unit roundoff
 * @param tiny smallest normal number: results near it may differ by it, because there they lose digits or become 0
 */
record Arithmetic(double u, double tiny) {

    static Arithmetic of(Precision precision) {
        return switch (precision) {
            case FLOAT64 -> new Arithmetic(precision.unitRoundoff(), Double.MIN_NORMAL);
            case FLOAT32 -> new Arithmetic(precision.unitRoundoff(), Float.MIN_NORMAL);
        };
    }

    /** 2γₙ with γₙ = n·u/(1 − n·u): the difference of two programs, each within γₙ of the exact result. */
    double gamma(int n) {
        return 2 * n * u / (1 - n * u);
    }
}
