package org.twinnet.compare.theory;

/** By which number of examples something is divided. */
public enum AveragedOver {
    /** Those of the batch at hand. */
    BATCH,
    /** Those of a whole batch, also where the last one of an epoch is shorter. */
    BATCH_SIZE,
    /** Those of the batch at hand, twice. */
    BATCH_TWICE,
    /** All examples. */
    EXAMPLES,
    /** None: a sum. */
    NOTHING;

    /**
     * The number.
     *
     * @param batch examples of the batch at hand
     * @param size examples of a whole batch
     * @param examples all examples
     * @return at least 1
     */
    public double of(int batch, int size, int examples) {
        return switch (this) {
            case BATCH -> batch;
            case BATCH_SIZE -> size;
            case BATCH_TWICE -> (double) batch * batch;
            case EXAMPLES -> examples;
            case NOTHING -> 1;
        };
    }
}
