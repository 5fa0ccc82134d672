package org.twinnet.compare.experiment.choice;

/** What divides λ of a penalty. */
public enum PenaltyOver {
    /** The number of training examples, whatever the batch. */
    TRAINING_SET,
    /** The number of examples of the batch. */
    BATCH
}
