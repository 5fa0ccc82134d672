package org.twinnet.compare.boundary;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;

/** Classifiers whose boundary is known, and seeded ones whose boundary is anything. */
final class Examples {

    private Examples() {}

    static Grid square(int size) {
        return new Grid(size, new Box(-1, 1, -1, 1));
    }

    static double sigmoid(double z) {
        return 1 / (1 + Math.exp(-z));
    }

    /** Class 1 inside; the log-odds are slope · (r² − distance²). */
    static DoubleBinaryOperator circle(double centreX, double centreY, double radius, double slope) {
        return (x, y) -> {
            double dx = x - centreX;
            double dy = y - centreY;
            return sigmoid(slope * (radius * radius - dx * dx - dy * dy));
        };
    }

    /** Class 1 where a · x + b · y is above c; the log-odds are slope · (a · x + b · y − c). */
    static DoubleBinaryOperator line(double a, double b, double c, double slope) {
        return (x, y) -> sigmoid(slope * (a * x + b * y - c));
    }

    /** A random network with one hidden ReLU layer of 10 units. */
    static DoubleBinaryOperator reluNetwork(long seed) {
        Random random = new Random(seed);
        double[][] w = new double[10][];
        for (int unit = 0; unit < w.length; unit++) {
            w[unit] = new double[] {
                random.nextGaussian(), random.nextGaussian(), 0.5 * random.nextGaussian(), random.nextGaussian()
            };
        }
        return (x, y) -> {
            double z = 0;
            for (double[] unit : w) {
                double atOrigin = Math.max(0, unit[2] + 0.1 * unit[0]);
                z += unit[3] * (Math.max(0, unit[0] * x + unit[1] * y + unit[2]) - atOrigin);
            }
            return sigmoid(30 * z);
        };
    }

    /** White noise: every value in (0, 1) as likely, so 0.5 itself does not occur. */
    static Field noise(long seed, int size) {
        Random random = new Random(seed);
        return Field.sample(skewed(size), (x, y) -> random.nextDouble());
    }

    /** White noise of five values, 0, 0.25, 0.5, 0.75 and 1: exact halves and saturation everywhere. */
    static Field coarseNoise(long seed, int size) {
        Random random = new Random(seed);
        return Field.sample(skewed(size), (x, y) -> random.nextInt(5) / 4.0);
    }

    /** Sizes 2 to 31, ten seeds each; named so that a failure can be repeated. */
    static Stream<Named<Field>> noises() {
        return IntStream.range(0, 300).mapToObj(seed -> {
            int size = 2 + seed % 30;
            return Named.of("noise(" + seed + ", " + size + ")", noise(seed, size));
        });
    }

    /** As {@link #noises()}. */
    static Stream<Named<Field>> coarseNoises() {
        return IntStream.range(0, 300).mapToObj(seed -> {
            int size = 2 + seed % 30;
            return Named.of("coarseNoise(" + seed + ", " + size + ")", coarseNoise(seed, size));
        });
    }

    /** Sides of different length, neither symmetric nor round, so that nothing holds by accident. */
    private static Grid skewed(int size) {
        return new Grid(size, new Box(-0.7, 1.9, 10.1, 11.4));
    }
}
