package org.twinnet.data.generator;

import org.twinnet.data.Dataset;

/**
 * A circle inside a circle. Examples are of class 0 (outside) and 1 (inside) in turn, class 0 first.
 *
 * <pre>
 * t = U(0, 2π),  r = 1 for class 0, inner for class 1
 * x1 = r · cos t + noise · N,  x2 = r · sin t + noise · N
 * </pre>
 *
 * @param inner the radius of the inner circle, 0 to 1
 * @param noise the standard deviation by which a point leaves its circle, 0 to 1
 */
public record Circles(double inner, double noise) implements Generator {

    /**
     * Checks the parameters.
     *
     * @param inner 0 to 1
     * @param noise 0 to 1
     * @throws org.twinnet.data.InvalidDataException if one is out of range
     */
    public Circles {
        Draw.require("circles", "inner", inner, 0, 1);
        Draw.require("circles", "noise", noise, 0, 1);
    }

    /**
     * Circles that touch.
     *
     * @return inner 0.5, noise 0.12
     */
    public static Circles defaults() {
        return new Circles(0.5, 0.12);
    }

    @Override
    public String name() {
        return "circles";
    }

    @Override
    public Dataset generate(int count, long seed) {
        return Draw.examples(this, count, seed, (draw, index) -> {
            int label = index % 2;
            double t = draw.uniform(0, 2 * Math.PI);
            double r = label == 0 ? 1 : inner;
            return draw.noisy(r * StrictMath.cos(t), r * StrictMath.sin(t), noise, label);
        });
    }
}
