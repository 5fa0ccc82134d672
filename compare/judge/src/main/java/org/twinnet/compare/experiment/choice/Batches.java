package org.twinnet.compare.experiment.choice;

import org.twinnet.compare.experiment.setting.Allowed;
import org.twinnet.compare.experiment.setting.Choice;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.Default;
import org.twinnet.compare.experiment.setting.SettingException;

/** Which examples an iteration sees. */
@Choice.Kindless
public sealed interface Batches extends Choice {

    /**
     * The number of iterations of an epoch.
     *
     * @param m number of training examples
     * @return at least 1
     */
    int perEpoch(int m);

    /**
     * The number of examples of an iteration.
     *
     * @param iteration iteration, from 0
     * @param m number of training examples
     * @return from 1 to m
     */
    int examples(int iteration, int m);

    /** All of them. */
    record Full() implements Batches {
        @Override
        public int perEpoch(int m) {
            return 1;
        }

        @Override
        public int examples(int iteration, int m) {
            return m;
        }
    }

    /**
     * Batches of a shuffled order: in epoch e = 0, 1, …, order = {@code RandomState(seed + e).permutation(m)} of NumPy,
     * and each iteration takes the next slice of it. The last slice of an epoch is short where the size does not divide
     * m.
     *
     * @param size examples of a batch
     * @param seed seed of the first epoch
     */
    record Shuffled(
            @Allowed(from = 1, to = 1_000_000_000) int size,

            @Allowed(from = 0, to = Initialization.LARGEST_SEED) @Default("1")
            long seed)
            implements Batches {

        /**
         * Checks the numbers.
         *
         * @param size examples of a batch
         * @param seed seed of the first epoch
         * @throws SettingException if there is no example, or the seed is not 0 to 2³² − 1
         */
        public Shuffled {
            Components.check(Shuffled.class, size, seed);
        }

        @Override
        public int perEpoch(int m) {
            return 1 + (m - 1) / size;
        }

        @Override
        public int examples(int iteration, int m) {
            int seen = iteration % perEpoch(m) * size;
            return Math.min(size, m - seen);
        }
    }
}
