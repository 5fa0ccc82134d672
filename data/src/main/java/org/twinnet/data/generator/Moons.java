package org.twinnet.data.generator;

import org.twinnet.data.Dataset;

/**
 * Two half moons, each reaching into the other. Examples are of class 0 and 1 in turn, class 0 first.
 *
 * <pre>
 * t = U(0, π)
 * class 0:  x1 = cos t + noise · N,      x2 = sin t + noise · N
 * class 1:  x1 = 1 − cos t + noise · N,  x2 = 0.5 − sin t + noise · N
 * </pre>
 *
 * @param noise the standard deviation by which a point leaves its moon, 0 to 1
 */
public record Moons(double noise) implements Generator {

    /**
     * Checks the parameter.
     *
     * @param noise 0 to 1
     * @throws org.twinnet.data.InvalidDataException if it is out of range
     */
    public Moons {
        Draw.require("moons", "noise", noise, 0, 1);
    }

    /**
     * Moons that touch.
     *
     * @return noise 0.15
     */
    public static Moons defaults() {
        return new Moons(0.15);
    }

    @Override
    public String name() {
        return "moons";
    }

    @Override
    public Dataset generate(int count, long seed) {
        return Draw.examples(this, count, seed, (draw, index) -> {
            double t = draw.uniform(0, Math.PI);
            double cos = StrictMath.cos(t);
            double sin = StrictMath.sin(t);
            return index % 2 == 0 ? draw.noisy(cos, sin, noise, 0) : draw.noisy(1 - cos, 0.5 - sin, noise, 1);
        });
    }
}
