package org.twinnet.data.generator;

import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;

/**
 * A surface over the plane, for regression: the target is its height.
 *
 * <pre>
 * x1 = U(−1, 1),  x2 = U(−1, 1)
 * y = sin(3 x1) + x1 · x2 + noise · N
 * </pre>
 *
 * @param noise the standard deviation by which a target leaves the surface, 0 to 1
 */
public record Waves(double noise) implements Generator {

    /**
     * Checks the parameter.
     *
     * @param noise 0 to 1
     * @throws org.twinnet.data.InvalidDataException if it is out of range
     */
    public Waves {
        Draw.require("waves", "noise", noise, 0, 1);
    }

    /**
     * A surface with a little noise.
     *
     * @return noise 0.1
     */
    public static Waves defaults() {
        return new Waves(0.1);
    }

    @Override
    public String name() {
        return "waves";
    }

    @Override
    public Dataset generate(int count, long seed) {
        return Draw.examples(this, count, seed, new Targets(Targets.Kind.NUMBERS, 1), (draw, index) -> {
            double x1 = draw.uniform(-1, 1);
            double x2 = draw.uniform(-1, 1);
            return new Draw.Example(x1, x2, draw.above(StrictMath.sin(3 * x1) + x1 * x2, noise));
        });
    }
}
