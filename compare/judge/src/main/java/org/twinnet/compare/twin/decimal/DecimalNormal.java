package org.twinnet.compare.twin.decimal;

import org.hipparchus.dfp.Dfp;

/**
 * The standard normal distribution in decimal arithmetic, absolutely as exact as its numbers.
 *
 * <pre>
 *   φ(z) = e^(−z²/2)/√(2π)
 *   Φ(z) = ½ + φ(z)·(z + z³/3 + z⁵/(3·5) + z⁷/(3·5·7) + …)
 * </pre>
 *
 * <p>Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.11. Beyond 14 Φ is 0 or 1 to 40 digits.
 */
final class DecimalNormal {

    private static final int FARTHEST = 14;

    private DecimalNormal() {}

    static Dfp density(Dfp z) {
        if (Math.abs(z.toDouble()) > 60) {
            return z.getZero();
        }
        Dfp twoPi = z.getField().getPi().multiply(2);
        return z.multiply(z).divide(2).negate().exp().divide(twoPi.sqrt());
    }

    static Dfp distribution(Dfp z) {
        double size = Math.abs(z.toDouble());
        if (size > FARTHEST) {
            return z.greaterThan(z.getZero()) ? z.getOne() : z.getZero();
        }
        Dfp square = z.multiply(z);
        Dfp term = z;
        Dfp sum = z;
        Dfp least = z.newInstance(1e-45).multiply(z.abs());
        for (int n = 3; term.abs().greaterThan(least); n += 2) {
            term = term.multiply(square).divide(n);
            sum = sum.add(term);
        }
        return z.newInstance(0.5).add(density(z).multiply(sum));
    }
}
