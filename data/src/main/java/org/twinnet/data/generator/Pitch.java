package org.twinnet.data.generator;

import org.twinnet.data.Dataset;

/**
 * The football pitch: a diagonal that bends, with noisy points. On one side of it a pass finds a player of one's own
 * team (label 1), on the other one of the other team (0).
 *
 * <pre>
 * u1 = U(−0.75, 0.75),  u2 = U(−0.75, 0.75)
 * label = 1 if u2 &gt; u1 + bend · sin(3 · u1), else 0
 * if U(0, 1) &lt; flipped: label = 1 − label
 * x1 = u1 + jitter · N,  x2 = u2 + jitter · N
 * </pre>
 *
 * <p>A network that fits every point of it draws a boundary around the flipped ones, and is then wrong about the next
 * points there: the overfitting that regularization is for.
 *
 * @param bend how far the boundary leaves the straight diagonal, 0 to 1
 * @param jitter the standard deviation by which a point moves after its label is decided, 0 to 1
 * @param flipped the share of the points with the wrong label, 0 to 1
 */
public record Pitch(double bend, double jitter, double flipped) implements Generator {

    private static final double HALF_WIDTH = 0.75;

    /**
     * Checks the parameters.
     *
     * @param bend 0 to 1
     * @param jitter 0 to 1
     * @param flipped 0 to 1
     * @throws org.twinnet.data.InvalidDataException if one is out of range
     */
    public Pitch {
        Draw.require("pitch", "bend", bend, 0, 1);
        Draw.require("pitch", "jitter", jitter, 0, 1);
        Draw.require("pitch", "flipped", flipped, 0, 1);
    }

    /**
     * The pitch of the data set that comes with this project.
     *
     * @return bend 0.2, jitter 0.04, flipped 0.08
     */
    public static Pitch defaults() {
        return new Pitch(0.2, 0.04, 0.08);
    }

    @Override
    public String name() {
        return "pitch";
    }

    @Override
    public Dataset generate(int count, long seed) {
        return Draw.examples(this, count, seed, (draw, index) -> {
            double u1 = draw.uniform(-HALF_WIDTH, HALF_WIDTH);
            double u2 = draw.uniform(-HALF_WIDTH, HALF_WIDTH);
            boolean above = u2 > u1 + bend * StrictMath.sin(3 * u1);
            boolean flip = draw.uniform(0, 1) < flipped;
            return draw.noisy(u1, u2, jitter, above == flip ? 0 : 1);
        });
    }
}
