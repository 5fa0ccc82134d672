package org.twinnet.data.generator;

import java.util.List;
import java.util.Random;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.Targets;

/** The random numbers of the formulas, in their notation, and the loop over the examples. */
final class Draw {

    private static final List<String> FEATURES = List.of("x1", "x2");

    private final Random random;

    private Draw(long seed) {
        this.random = new Random(seed);
    }

    /** A point with its label or target. */
    record Example(double x1, double x2, double target) {}

    /** The formula of one example; {@code index} counts from 0. */
    @FunctionalInterface
    interface Formula {
        Example example(Draw draw, int index);
    }

    /** Examples of class 0 and 1. */
    static Dataset examples(Generator generator, int count, long seed, Formula formula) {
        return examples(generator, count, seed, Targets.LABEL, formula);
    }

    static Dataset examples(Generator generator, int count, long seed, Targets targets, Formula formula) {
        String name = generator.name() + " (" + count + " examples, seed " + seed + ")";
        if (count < 1 || count > Generator.MAX_EXAMPLES) {
            throw new InvalidDataException(name + ": the number of examples must be 1 to " + Generator.MAX_EXAMPLES);
        }
        Draw draw = new Draw(seed);
        double[][] rows = new double[count][];
        double[][] outputs = new double[count][];
        for (int i = 0; i < count; i++) {
            Example example = formula.example(draw, i);
            rows[i] = new double[] {example.x1, example.x2};
            outputs[i] = new double[] {example.target};
        }
        return Dataset.of(name, FEATURES, rows, outputs, targets);
    }

    /** U(low, high), uniform. */
    double uniform(double low, double high) {
        return low + (high - low) * random.nextDouble();
    }

    /** The point (x1, x2) moved by noise · N in each coordinate, x1 first. */
    Example noisy(double x1, double x2, double noise, int label) {
        double movedX1 = x1 + noise * random.nextGaussian();
        return new Example(movedX1, x2 + noise * random.nextGaussian(), label);
    }

    /** y + noise · N. */
    double above(double y, double noise) {
        return y + noise * random.nextGaussian();
    }

    /** Refuses a parameter outside a closed range, and NaN. */
    static void require(String generator, String parameter, double value, double min, double max) {
        if (!(value >= min && value <= max)) {
            throw new InvalidDataException(
                    generator + ": " + parameter + " is " + value + "; it must be " + min + " to " + max);
        }
    }
}
