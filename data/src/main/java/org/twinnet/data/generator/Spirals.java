package org.twinnet.data.generator;

import org.twinnet.data.Dataset;

/**
 * Two spiral arms around each other. Examples are of class 0 and 1 in turn, class 0 first.
 *
 * <pre>
 * r = U(0.1, 1),  t = 2π · turns · r + π · class
 * x1 = r · cos t + noise · N,  x2 = r · sin t + noise · N
 * </pre>
 *
 * @param turns how often an arm goes around, 0 to 10
 * @param noise the standard deviation by which a point leaves its arm, 0 to 1
 */
public record Spirals(double turns, double noise) implements Generator {

    /**
     * Checks the parameters.
     *
     * @param turns 0 to 10
     * @param noise 0 to 1
     * @throws org.twinnet.data.InvalidDataException if one is out of range
     */
    public Spirals {
        Draw.require("spirals", "turns", turns, 0, 10);
        Draw.require("spirals", "noise", noise, 0, 1);
    }

    /**
     * Arms that stay apart.
     *
     * @return turns 1, noise 0.04
     */
    public static Spirals defaults() {
        return new Spirals(1, 0.04);
    }

    @Override
    public String name() {
        return "spirals";
    }

    @Override
    public Dataset generate(int count, long seed) {
        return Draw.examples(this, count, seed, (draw, index) -> {
            int label = index % 2;
            double r = draw.uniform(0.1, 1);
            double t = 2 * Math.PI * turns * r + Math.PI * label;
            return draw.noisy(r * StrictMath.cos(t), r * StrictMath.sin(t), noise, label);
        });
    }
}
