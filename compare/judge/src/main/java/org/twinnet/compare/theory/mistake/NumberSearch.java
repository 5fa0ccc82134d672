package org.twinnet.compare.theory.mistake;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How the unknown number of a mistake is found out: by least squares, or between the first value and the last of a
 * grid.
 */
public enum NumberSearch {
    /** A factor on which the numbers depend linearly. */
    LINEAR(DoubleStream.of(Math.E)),
    /** A small number inside the logarithm of the cost, which the cost falls with. */
    INSIDE_LOGARITHM(DoubleStream.of(1e-3)),
    /** A number between 0 and 1 that is kept from step to step. */
    SHARE(DoubleStream.of(1e-3, 0.3, 0.5, 0.7, 0.8, 0.87, 0.93, 0.97, 0.99, 0.997, 0.9997)),
    /** By how much something falls in one iteration. */
    DECAY(powersOfTen(-7, 1)),
    /** A factor of a step between 1e-4 and 1e3, on which the costs of a run depend in any way. */
    STEP(IntStream.rangeClosed(-18, 14).mapToDouble(k -> 1.01 * Math.pow(1.7, k))),
    /** What keeps numbers off 0 and 1. */
    EPSILON(powersOfTen(-17, -1));

    @SuppressWarnings("ImmutableEnumChecker") // made by toList(), which nobody can change
    private final List<Double> values;

    NumberSearch(DoubleStream values) {
        this.values = values.boxed().toList();
    }

    private static DoubleStream powersOfTen(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToDouble(exponent -> Math.pow(10, exponent));
    }

    /**
     * The values that are looked at.
     *
     * @return in increasing order
     */
    public double[] grid() {
        return values.stream().mapToDouble(value -> value).toArray();
    }

    /** A value that is certainly another one than the right one. */
    double probe() {
        return values.get(values.size() / 2);
    }
}
