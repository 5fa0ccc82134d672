package org.twinnet.data.generator;

import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;

/**
 * Several spiral arms around each other, a class each. The classes of the examples take turns, class 0 first.
 *
 * <pre>
 * r = U(0.1, 1),  t = 2π · turns · r + 2π · class / arms
 * x1 = r · cos t + noise · N,  x2 = r · sin t + noise · N
 * </pre>
 *
 * @param arms how many, 2 to 100
 * @param turns how often an arm goes around, 0 to 10
 * @param noise the standard deviation by which a point leaves its arm, 0 to 1
 */
public record Arms(int arms, double turns, double noise) implements Generator {

    /**
     * Checks the parameters.
     *
     * @param arms 2 to 100
     * @param turns 0 to 10
     * @param noise 0 to 1
     * @throws org.twinnet.data.InvalidDataException if one is out of range
     */
    public Arms {
        Draw.require("arms", "arms", arms, 2, 100);
        Draw.require("arms", "turns", turns, 0, 10);
        Draw.require("arms", "noise", noise, 0, 1);
    }

    /**
     * Three arms that stay apart.
     *
     * @return arms 3, turns 0.5, noise 0.05
     */
    public static Arms defaults() {
        return new Arms(3, 0.5, 0.05);
    }

    @Override
    public String name() {
        return "arms";
    }

    @Override
    public Dataset generate(int count, long seed) {
        return Draw.examples(this, count, seed, new Targets(Targets.Kind.CLASSES, arms), (draw, index) -> {
            int label = index % arms;
            double r = draw.uniform(0.1, 1);
            double t = 2 * Math.PI * turns * r + 2 * Math.PI * label / arms;
            return draw.noisy(r * StrictMath.cos(t), r * StrictMath.sin(t), noise, label);
        });
    }
}
