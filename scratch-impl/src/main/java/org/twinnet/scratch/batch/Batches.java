package org.twinnet.scratch.batch;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.twinnet.scratch.random.NumpyRandom;

/**
 * The examples of each iteration. An epoch is a pass through all examples; it takes ⌈m/B⌉ iterations of B examples, of
 * which the last sees what is left.
 */
public sealed interface Batches permits Batches.Full, Batches.Given, Batches.Shuffled, Batches.Reordered {

    /**
     * The number of training examples.
     *
     * @return m
     */
    int m();

    /**
     * The number of examples of an iteration.
     *
     * @param iteration iteration, from 0
     * @return B, from 1 to m
     */
    int size(int iteration);

    /**
     * The examples of an iteration.
     *
     * @param iteration iteration, from 0
     * @return their columns in X, in the order in which the batch holds them; valid until the next call, not to be
     *     modified
     */
    int[] examples(int iteration);

    /** Every iteration sees all examples. */
    final class Full implements Batches {
        private final int[] examples;

        /**
         * All examples in their order.
         *
         * @param m number of training examples
         */
        public Full(int m) {
            this.examples = IntStream.range(0, m).toArray();
        }

        @Override
        public int m() {
            return examples.length;
        }

        @Override
        public int size(int iteration) {
            return examples.length;
        }

        @Override
        public int[] examples(int iteration) {
            return examples;
        }
    }

    /**
     * Batches that somebody else chose, of any sizes.
     *
     * @param m number of training examples
     * @param chosen gives for an iteration the columns of its examples in X, at least one; not modified
     */
    record Given(int m, IntFunction<int[]> chosen) implements Batches {
        @Override
        public int size(int iteration) {
            return chosen.apply(iteration).length;
        }

        @Override
        public int[] examples(int iteration) {
            return chosen.apply(iteration);
        }
    }

    /**
     * Slices of an order that each epoch draws anew:
     *
     * <pre>
     *   epoch e = 0, 1, …     order = numpy.random.RandomState((seed + e) mod 2³²).permutation(m)
     *   iteration             the next {@code size} examples of it; the last of an epoch sees those that are left
     * </pre>
     *
     * <p>Not thread-safe.
     */
    final class Shuffled implements Batches {
        private static final int NONE = -1;

        private final int m;
        private final int size;
        private final long seed;
        private int epoch = NONE;
        private int[] order = new int[0];

        /**
         * Prepares the sequence; nothing is drawn yet.
         *
         * @param m number of training examples
         * @param size examples of a batch, at least 1; from m on, every batch is the whole epoch
         * @param seed seed of the first epoch, 0 to 2³² − 1
         * @throws IllegalArgumentException if the size or the seed is out of range
         */
        public Shuffled(int m, int size, long seed) {
            if (size < 1) {
                throw new IllegalArgumentException("A batch has at least 1 example, not " + size + ".");
            }
            NumpyRandom.requireSeed(seed);
            this.m = m;
            this.size = Math.min(size, m);
            this.seed = seed;
        }

        @Override
        public int m() {
            return m;
        }

        @Override
        public int size(int iteration) {
            return Math.min(size, m - start(iteration));
        }

        @Override
        public int[] examples(int iteration) {
            int needed = iteration / perEpoch();
            if (needed != epoch) {
                order = new NumpyRandom((seed + needed) % (NumpyRandom.MAX_SEED + 1)).permutation(m);
                epoch = needed;
            }
            int start = start(iteration);
            return Arrays.copyOfRange(order, start, start + size(iteration));
        }

        private int perEpoch() {
            return (m + size - 1) / size;
        }

        private int start(int iteration) {
            if (iteration < 0) {
                throw new IllegalArgumentException("Iterations are counted from 0; there is no " + iteration + ".");
            }
            return iteration % perEpoch() * size;
        }
    }

    /**
     * The same examples in each iteration, for a data set that holds them in another order; within a batch they stand
     * as they do in that data set. Not thread-safe.
     */
    final class Reordered implements Batches {
        private final Batches batches;
        private final int[] places;
        private int iteration = -1;
        private int[] examples = new int[0];
        private int[] positions = new int[0];

        /**
         * Follows other batches.
         *
         * @param batches the batches, not used by anybody else
         * @param examples which of their examples stands at a place of the other data set; not modified
         */
        public Reordered(Batches batches, int[] examples) {
            this.batches = batches;
            this.places = new int[examples.length];
            for (int place = 0; place < examples.length; place++) {
                places[examples[place]] = place;
            }
        }

        @Override
        public int m() {
            return batches.m();
        }

        @Override
        public int size(int iteration) {
            return batches.size(iteration);
        }

        @Override
        public int[] examples(int iteration) {
            follow(iteration);
            return examples;
        }

        /**
         * Where the examples of an iteration stand in the batch as it was.
         *
         * @param iteration iteration, from 0
         * @return for each example of {@link #examples}, its position in the other batch; valid until the next call,
         *     not to be modified
         */
        public int[] positions(int iteration) {
            follow(iteration);
            return positions;
        }

        private void follow(int wanted) {
            if (iteration == wanted || (iteration >= 0 && batches instanceof Full)) {
                return;
            }
            int[] original = batches.examples(wanted);
            // both numbers in one, so that sorting by the place carries the position along
            long[] sorted = new long[original.length];
            for (int k = 0; k < sorted.length; k++) {
                sorted[k] = (long) places[original[k]] << Integer.SIZE | k;
            }
            Arrays.sort(sorted);
            examples = Arrays.stream(sorted)
                    .mapToInt(both -> (int) (both >> Integer.SIZE))
                    .toArray();
            positions = Arrays.stream(sorted).mapToInt(both -> (int) both).toArray();
            iteration = wanted;
        }
    }
}
