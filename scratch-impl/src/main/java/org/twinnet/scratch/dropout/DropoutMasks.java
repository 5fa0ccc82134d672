package org.twinnet.scratch.dropout;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.twinnet.scratch.batch.Batches;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.random.NumpyRandom;

/**
 * The dropout masks of a training run: for each iteration one mask for each layer whose units are dropped, drawn in the
 * order of the layers, the inputs first, by {@code numpy.random.rand(units, m) < keep_prob}, or given. A layer that
 * keeps all of its units draws nothing.
 */
public sealed interface DropoutMasks
        permits DropoutMasks.None,
                DropoutMasks.Given,
                DropoutMasks.Listed,
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
     * @return one mask of 0 and 1 for each of {@link #layers()}, units × m; empty without dropout
     * @throws IllegalArgumentException if the iteration is negative and the masks depend on it
     */
    List<Matrix> of(int iteration);

    /**
     * The layers that have masks.
     *
     * @return in ascending order, the inputs first; empty without dropout
     */
    List<MaskedLayer> layers();

    /** No dropout: prediction, and training with keep probability 1. */
    record None() implements DropoutMasks {
        @Override
        public List<Matrix> of(int iteration) {
            return List.of();
        }

        @Override
        public List<MaskedLayer> layers() {
            return List.of();
        }
    }

    /**
     * Masks that somebody else drew, the same for every iteration.
     *
     * @param layers the layers that have masks, in ascending order
     * @param masks one mask of 0 and 1 for each of them, units × m; not modified
     */
    record Given(List<MaskedLayer> layers, List<Matrix> masks) implements DropoutMasks {

        /**
         * Checks the layers.
         *
         * @param layers the layers that have masks, in ascending order
         * @param masks one mask for each of them
         * @throws IllegalArgumentException if there are more or fewer masks than layers, or the layers are out of order
         */
        public Given {
            layers = inOrder(layers);
            masks = List.copyOf(masks);
            if (masks.size() != layers.size()) {
                throw new IllegalArgumentException("Dropout needs one mask for each of the " + layers.size()
                        + " layers " + layers + ", not " + masks.size() + ".");
            }
        }

        @Override
        public List<Matrix> of(int iteration) {
            return masks;
        }
    }

    /**
     * Masks that somebody else drew, for each iteration its own.
     *
     * @param layers the layers that have masks, in ascending order
     * @param masks gives for an iteration one mask of 0 and 1 for each of them, units × examples of the iteration; not
     *     modified
     */
    record Listed(List<MaskedLayer> layers, IntFunction<List<Matrix>> masks) implements DropoutMasks {

        /**
         * Checks the layers.
         *
         * @param layers the layers that have masks, in ascending order
         * @param masks gives the masks of an iteration
         * @throws IllegalArgumentException if the layers are out of order
         */
        public Listed {
            layers = inOrder(layers);
        }

        @Override
        public List<Matrix> of(int iteration) {
            return masks.apply(iteration);
        }
    }

    /**
     * The notebook's masks: it seeds NumPy before every draw, so that every iteration sees the same masks, of batches
     * that are of one size. They are drawn once for each size.
     */
    final class Published implements DropoutMasks {
        private final List<MaskedLayer> layers;
        private final Batches batches;
        private final long seed;
        private final Sizes masks = new Sizes();

        /**
         * Draws the masks.
         *
         * @param layers the layers that have masks, in ascending order
         * @param m number of examples
         * @param seed mask seed
         * @throws IllegalArgumentException if the layers are out of order or the seed is out of range
         */
        public Published(List<MaskedLayer> layers, int m, long seed) {
            this(layers, new Batches.Full(m), seed);
        }

        /**
         * Draws the masks of batches.
         *
         * @param layers the layers that have masks, in ascending order
         * @param batches says how many examples an iteration sees
         * @param seed mask seed
         * @throws IllegalArgumentException if the layers are out of order or the seed is out of range
         */
        public Published(List<MaskedLayer> layers, Batches batches, long seed) {
            this.layers = inOrder(layers);
            this.batches = batches;
            this.seed = seed;
            NumpyRandom.requireSeed(seed);
        }

        @Override
        public List<Matrix> of(int iteration) {
            int size = batches.size(iteration);
            if (!masks.has(size)) {
                draw(new NumpyRandom(seed), layers, masks.of(layers, size));
            }
            return masks.of(layers, size);
        }

        @Override
        public List<MaskedLayer> layers() {
            return layers;
        }
    }

    /** Dropout as it is meant: NumPy is seeded once, and every iteration draws new masks. Not thread-safe. */
    final class Fresh implements DropoutMasks {
        private final List<MaskedLayer> layers;
        private final long seed;
        private final Batches batches;
        private final NumpyRandom random;
        private final Sizes masks = new Sizes();
        private int drawn;

        /**
         * Prepares the sequence; nothing is drawn yet.
         *
         * @param layers the layers that have masks, in ascending order
         * @param m number of examples
         * @param seed mask seed
         * @throws IllegalArgumentException if the layers are out of order or the seed is out of range
         */
        public Fresh(List<MaskedLayer> layers, int m, long seed) {
            this(layers, new Batches.Full(m), seed);
        }

        /**
         * Prepares the sequence for batches; nothing is drawn yet.
         *
         * @param layers the layers that have masks, in ascending order
         * @param batches says how many examples an iteration sees
         * @param seed mask seed
         * @throws IllegalArgumentException if the layers are out of order or the seed is out of range
         */
        public Fresh(List<MaskedLayer> layers, Batches batches, long seed) {
            this.layers = inOrder(layers);
            this.seed = seed;
            this.batches = batches;
            this.random = new NumpyRandom(seed);
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
                draw(random, layers, masks.of(layers, batches.size(drawn)));
                drawn++;
            }
            return masks.of(layers, batches.size(iteration));
        }

        @Override
        public List<MaskedLayer> layers() {
            return layers;
        }
    }

    /** The masks of another schedule for the same units and examples in another order. Not thread-safe. */
    final class Reordered implements DropoutMasks {
        private final DropoutMasks masks;
        private final int[][] units;
        private final IntFunction<int[]> positions;
        private final Sizes reordered = new Sizes();

        /**
         * Reorders a schedule.
         *
         * @param masks the schedule, not used by anybody else
         * @param units for each layer that has masks, which of its units stands at a place; not modified
         * @param positions for an iteration, which column of the masks stands at a place
         */
        public Reordered(DropoutMasks masks, int[][] units, IntFunction<int[]> positions) {
            this.masks = masks;
            this.units = Arrays.stream(units).map(int[]::clone).toArray(int[][]::new);
            this.positions = positions;
        }

        @Override
        public List<Matrix> of(int iteration) {
            List<Matrix> original = masks.of(iteration);
            if (original.isEmpty()) {
                return original;
            }
            int[] columns = positions.apply(iteration);
            List<Matrix> target = reordered.of(layers(), columns.length);
            for (int l = 0; l < units.length; l++) {
                for (int i = 0; i < units[l].length; i++) {
                    double[] from = original.get(l).row(units[l][i]);
                    double[] to = target.get(l).row(i);
                    for (int j = 0; j < columns.length; j++) {
                        to[j] = from[columns[j]];
                    }
                }
            }
            return target;
        }

        @Override
        public List<MaskedLayer> layers() {
            return masks.layers();
        }
    }

    private static List<MaskedLayer> inOrder(List<MaskedLayer> layers) {
        for (int k = 1; k < layers.size(); k++) {
            if (layers.get(k).layer() <= layers.get(k - 1).layer()) {
                throw new IllegalArgumentException("Masks are drawn in ascending order of the layers, each once, and "
                        + layers.get(k) + " stands behind " + layers.get(k - 1) + ".");
            }
        }
        return List.copyOf(layers);
    }

    private static void draw(NumpyRandom random, List<MaskedLayer> layers, List<Matrix> masks) {
        for (int l = 0; l < masks.size(); l++) {
            double keep = layers.get(l).keepProbability();
            Matrix D = masks.get(l);
            for (int i = 0; i < D.rows(); i++) {
                double[] d = D.row(i);
                for (int j = 0; j < d.length; j++) {
                    d[j] = random.uniform() < keep ? 1.0 : 0.0;
                }
            }
        }
    }
}
