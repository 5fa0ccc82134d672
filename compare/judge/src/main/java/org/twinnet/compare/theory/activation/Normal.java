package org.twinnet.compare.theory.activation;

import org.hipparchus.special.Erf;

/**
 * The standard normal distribution, absolutely off by less than 2⁻⁵².
 *
 * <pre>
 *   Φ(z) = Φ(c) + φ(c)·Σₙ (−1)ⁿ·Heₙ(c)·δⁿ⁺¹/(n + 1)!     δ = z − c, |δ| ≤ 1/32, n = 0 … 8
 *   Heₙ₊₁(c) = c·Heₙ(c) − n·Heₙ₋₁(c)
 * </pre>
 *
 * <p>Taylor's series around the nearest of 321 points c, whose Φ(c) is tabulated: its derivatives are Hermite
 * polynomials times the density. A library's error function takes a series of its own for each number, fifty times as
 * long.
 */
final class Normal {

    private static final int FARTHEST = 10;
    private static final int STEPS = 16;
    private static final int TERMS = 9;
    private static final double DENSITY_AT_0 = 1 / Math.sqrt(2 * Math.PI);
    private static final double ROOT_HALF = Math.sqrt(0.5);
    private static final double[] TABLE = table();

    private Normal() {}

    private static double[] table() {
        double[] table = new double[2 * FARTHEST * STEPS + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = byErrorFunction((double) i / STEPS - FARTHEST);
        }
        return table;
    }

    private static double byErrorFunction(double z) {
        return 0.5 * Erf.erfc(-z * ROOT_HALF);
    }

    /**
     * φ(z).
     *
     * @param z any number
     * @return e^(−z²/2) / √(2π)
     */
    static double density(double z) {
        return DENSITY_AT_0 * Math.exp(-0.5 * z * z);
    }

    /**
     * Φ(z).
     *
     * @param z any number
     * @return from 0 to 1; NaN for NaN
     */
    static double distribution(double z) {
        if (!(Math.abs(z) <= FARTHEST)) {
            return z > FARTHEST ? 1 : z < -40 ? 0 : Double.isNaN(z) ? z : byErrorFunction(z);
        }
        int nearest = (int) Math.rint((z + FARTHEST) * STEPS);
        double c = (double) nearest / STEPS - FARTHEST;
        double delta = z - c;
        double before = 0;
        double hermite = 1;
        double power = delta;
        double sum = 0;
        for (int n = 0; n < TERMS; n++) {
            sum += hermite * power;
            double next = c * hermite - n * before;
            before = hermite;
            hermite = next;
            power *= -delta / (n + 2);
        }
        return TABLE[nearest] + density(c) * sum;
    }
}
