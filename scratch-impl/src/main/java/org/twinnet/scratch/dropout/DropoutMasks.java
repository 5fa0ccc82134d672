package org.twinnet.scratch.dropout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.random.NumpyRandom;

/**
 * The dropout masks of a training run: for each iteration one mask a hidden layer, drawn in the order of the layers by
 * {@code numpy.random.rand(units, m) < keep_prob}, or given.
 */
public sealed interface DropoutMasks
        permits DropoutMasks.None,
                DropoutMasks.Given,
                DropoutMasks.Published,
                DropoutMasks.Fresh,
                DropoutMasks.Reordered {

    /**
     * The masks of one iteration.
     *
     * <p>The matrices are the schedule's own and are valid until the next call; the caller does not modify them. Asking
     * for iterations in ascending order is cheap; asking for an earlier one starts the sequence over.
     *
     * @param iteration iteration, from 0
     * @return one mask of 0 and 1 per hidden layer, units × m; empty without dropout
     * @throws IllegalArgumentException if the iteration is negative and the masks depend on it
     */
    List<Matrix> of(int iteration);

    /**
     * The probability to keep a unit.
     *
     * @return above 0, and 1 without dropout
     */
    double keepProbability();

    /** No dropout: prediction, and training with keep probability 1. */
    record None() implements DropoutMasks {
        @Override
        public List<Matrix> of(int iteration) {
            return List.of();
        }

        @Override
        public double keepProbability() {
            return 1;
        }
    }

    /**
     * Masks that somebody else drew, the same for every iteration.
     *
     * @param masks one mask of 0 and 1 per hidden layer, units × m; not modified
     * @param keepProbability probability to keep a unit, by which activations are divided
     */
    record Given(List<Matrix> masks, double keepProbability) implements DropoutMasks {

        /**
         * Checks the probability.
         *
         * @param masks one mask per hidden layer
         * @param keepProbability probability to keep a unit, above 0 and below 1
         * @throws IllegalArgumentException if the probability is out of range
         */
        public Given {
            masks = List.copyOf(masks);
            requireProbability(keepProbability);
        }

        @Override
        public List<Matrix> of(int iteration) {
            return masks;
        }
    }

    /**
     * The notebook's masks: it seeds NumPy before every draw, so that every iteration sees the same masks. They are
     * drawn once.
     */
    final class Published implements DropoutMasks {
        private final double keepProbability;
        private final List<Matrix> masks;

        /**
         * Draws the masks.
         *
         * @param hiddenUnits units of each hidden layer
         * @param m number of examples
         * @param keepProbability probability to keep a unit, above 0 and below 1
         * @param seed mask seed
         * @throws IllegalArgumentException if the probability or the seed is out of range
         */
        public Published(List<Integer> hiddenUnits, int m, double keepProbability, long seed) {
            this.keepProbability = requireProbability(keepProbability);
            this.masks = zeros(hiddenUnits, m);
            draw(new NumpyRandom(seed), keepProbability, masks);
        }

        @Override
        public List<Matrix> of(int iteration) {
            return masks;
        }

        @Override
        public double keepProbability() {
            return keepProbability;
        }
    }

    /** Dropout as it is meant: NumPy is seeded once, and every iteration draws new masks. Not thread-safe. */
    final class Fresh implements DropoutMasks {
        private final double keepProbability;
        private final long seed;
        private final NumpyRandom random;
        private final List<Matrix> masks;
        private int drawn;

        /**
         * Prepares the sequence; nothing is drawn yet.
         *
         * @param hiddenUnits units of each hidden layer
         * @param m number of examples
         * @param keepProbability probability to keep a unit, above 0 and below 1
         * @param seed mask seed
         * @throws IllegalArgumentException if the probability or the seed is out of range
         */
        public Fresh(List<Integer> hiddenUnits, int m, double keepProbability, long seed) {
            this.keepProbability = requireProbability(keepProbability);
            this.seed = seed;
            this.random = new NumpyRandom(seed);
            this.masks = zeros(hiddenUnits, m);
        }

        @Override
        public List<Matrix> of(int iteration) {
            if (iteration < 0) {
                throw new IllegalArgumentException("Iterations are counted from 0; there is no " + iteration + ".");
            }
            if (iteration + 1 < drawn) {
                random.reseed(seed);
                drawn = 0;
            }
            while (drawn <= iteration) {
                draw(random, keepProbability, masks);
                drawn++;
            }
            return masks;
        }

        @Override
        public double keepProbability() {
            return keepProbability;
        }
    }

    /** The masks of another schedule for the same units and examples in another order. Not thread-safe. */
    final class Reordered implements DropoutMasks {
        private final DropoutMasks masks;
        private final int[][] units;
        private final int[] examples;
        private final List<Matrix> reordered = new ArrayList<>();

        /**
         * Reorders a schedule.
         *
         * @param masks the schedule, not used by anybody else
         * @param units for each hidden layer, which of its units stands at a place; not modified
         * @param examples which example stands at a place; not modified
         */
        public Reordered(DropoutMasks masks, int[][] units, int[] examples) {
            this.masks = masks;
            this.units = Arrays.stream(units).map(int[]::clone).toArray(int[][]::new);
            this.examples = examples.clone();
            for (int[] layer : units) {
                reordered.add(Matrix.zeros(layer.length, examples.length));
            }
        }

        @Override
        public List<Matrix> of(int iteration) {
            List<Matrix> original = masks.of(iteration);
            if (original.isEmpty()) {
                return original;
            }
            for (int l = 0; l < units.length; l++) {
                for (int i = 0; i < units[l].length; i++) {
                    double[] from = original.get(l).row(units[l][i]);
                    double[] to = reordered.get(l).row(i);
                    for (int j = 0; j < examples.length; j++) {
                        to[j] = from[examples[j]];
                    }
                }
            }
            return reordered;
        }

        @Override
        public double keepProbability() {
            return masks.keepProbability();
        }
    }

    private static double requireProbability(double keepProbability) {
        if (!(keepProbability > 0 && keepProbability < 1)) {
            throw new IllegalArgumentException(
                    "Dropout needs a keep probability above 0 and below 1, not " + keepProbability + ".");
        }
        return keepProbability;
    }

    private static List<Matrix> zeros(List<Integer> hiddenUnits, int m) {
        List<Matrix> masks = new ArrayList<>();
        for (int units : hiddenUnits) {
            masks.add(Matrix.zeros(units, m));
        }
        return List.copyOf(masks);
    }

    private static void draw(NumpyRandom random, double keepProbability, List<Matrix> masks) {
        for (int l = 0; l < masks.size(); l++) {
            Matrix D = masks.get(l);
            for (int i = 0; i < D.rows(); i++) {
                double[] d = D.row(i);
                for (int j = 0; j < d.length; j++) {
                    d[j] = random.uniform() < keepProbability ? 1.0 : 0.0;
                }
            }
        }
    }
}
