package org.twinnet.compare.theory.activation;

import org.twinnet.compare.theory.Rounding;

/**
 * What a slope that is known up to an error leaves of a gradient that is known up to another.
 *
 * <pre>
 *   dZ = dA · s     εdZ = (1 + 2u)·(|s|·εdA + (|dA| + 3εdA)·εs) + u·|dA·s| + τ
 * </pre>
 */
final class SlopeError {

    private SlopeError() {}

    /**
     * εdZ.
     *
     * @param d dA
     * @param ed εdA
     * @param s the slope
     * @param es its error
     * @param rounding the format
     * @return the error of d·s
     */
    static double of(double d, double ed, double s, double es, Rounding rounding) {
        double magnitude = Math.abs(d);
        double steep = Math.abs(s);
        return (1 + 2 * rounding.u()) * (steep * ed + (magnitude + 3 * ed) * es)
                + rounding.u() * magnitude * steep
                + rounding.tiny();
    }
}
