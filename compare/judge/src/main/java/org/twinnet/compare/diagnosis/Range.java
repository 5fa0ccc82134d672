package org.twinnet.compare.diagnosis;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Where the unknown number of a mistake is looked for: between the first value and the last, with a look at each
 * between.
 */
enum Range {
    /** A number between 0 and 1 that is kept from step to step. */
    SHARE(DoubleStream.of(1e-3, 0.3, 0.5, 0.7, 0.8, 0.87, 0.93, 0.97, 0.99, 0.997, 0.9997)),
    /** By how much something falls in one iteration. */
    DECAY(powersOfTen(-7, 1)),
    /** What keeps numbers off 0 and 1. */
    EPSILON(powersOfTen(-17, -1));

    @SuppressWarnings("ImmutableEnumChecker") // made by toList(), which nobody can change
    private final List<Double> values;

    Range(DoubleStream values) {
        this.values = values.boxed().toList();
    }

    private static DoubleStream powersOfTen(int from, int to) {
        return IntStream.rangeClosed(from, to).mapToDouble(exponent -> Math.pow(10, exponent));
    }

    double[] grid() {
        return values.stream().mapToDouble(value -> value).toArray();
    }
}
