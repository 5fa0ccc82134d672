package org.twinnet.scratch.batch;

/** What λ of the penalty is divided by. */
public enum PenaltyOver {
    /** The number of training examples m, whatever the batch. */
    TRAINING_SET,
    /** The number of examples B of the batch. */
    BATCH
}
