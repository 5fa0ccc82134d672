package org.twinnet.compare.theory.mistake;

/** What a mistake is made in. Where several explain the same numbers, those further up here come first. */
public enum Subject {
    /** How numbers are stored. */
    FORMAT,
    /** The penalty. */
    PENALTY,
    /** Dropout. */
    DROPOUT,
    /** The forward pass. */
    FORWARD,
    /** The update. */
    UPDATE,
    /** The backward pass. */
    GRADIENT,
    /** The cost. */
    COST,
    /** What is computed where an output saturates. */
    SATURATION
}
