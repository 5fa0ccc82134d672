package org.twinnet.dl4j.batch;

import java.util.stream.IntStream;

/**
 * The batches of a training: who replays a recorded order, or draws one elsewhere, gives it to DL4J through this.
 * Iterations are asked for mostly in ascending order, on the thread that trains.
 */
public interface BatchSource {

    /**
     * The numbers of examples of the batches of an epoch; each epoch has batches of the same sizes.
     *
     * @return a new array of at least one number; iteration i has entry i mod length
     */
    int[] sizes();

    /**
     * The examples of an iteration.
     *
     * @param iteration iteration, from 0
     * @return their rows, in the order in which the batch holds them; read at once and not modified
     */
    int[] examples(int iteration);

    /**
     * Tells whether every iteration has the same examples, so that asking once is enough.
     *
     * @return true if {@link #examples} ignores the iteration
     */
    boolean fixed();

    /**
     * All examples in every iteration.
     *
     * @param m number of examples
     * @return the source
     */
    static BatchSource full(int m) {
        int[] all = IntStream.range(0, m).toArray();
        return new BatchSource() {
            @Override
            public int[] sizes() {
                return new int[] {m};
            }

            @Override
            public int[] examples(int iteration) {
                return all;
            }

            @Override
            public boolean fixed() {
                return true;
            }
        };
    }
}
