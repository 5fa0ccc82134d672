package org.twinnet.data.generator;

import org.twinnet.data.Dataset;

/**
 * Exclusive or: four squares, of which the two that face each other across the corner are of one class.
 *
 * <pre>
 * u1 = U(−1, 1),  u2 = U(−1, 1)
 * label = 1 if exactly one of u1 &gt; 0 and u2 &gt; 0 holds, else 0
 * x1 = u1 + noise · N,  x2 = u2 + noise · N
 * </pre>
 *
 * @param noise the standard deviation by which a point moves after its label is decided, 0 to 1
 */
public record Xor(double noise) implements Generator {

    /**
     * Checks the parameter.
     *
     * @param noise 0 to 1
     * @throws org.twinnet.data.InvalidDataException if it is out of range
     */
    public Xor {
        Draw.require("xor", "noise", noise, 0, 1);
    }

    /**
     * Squares whose borders blur.
     *
     * @return noise 0.1
     */
    public static Xor defaults() {
        return new Xor(0.1);
    }

    @Override
    public String name() {
        return "xor";
    }

    @Override
    public Dataset generate(int count, long seed) {
        return Draw.examples(this, count, seed, (draw, index) -> {
            double u1 = draw.uniform(-1, 1);
            double u2 = draw.uniform(-1, 1);
            return draw.noisy(u1, u2, noise, (u1 > 0) == (u2 > 0) ? 0 : 1);
        });
    }
}
