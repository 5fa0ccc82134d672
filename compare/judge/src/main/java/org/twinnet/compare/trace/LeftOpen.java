package org.twinnet.compare.trace;

/** What a trace may leave unsaid, so that a default stands for it until its numbers decide. */
public enum LeftOpen {
    /** There is no experiment, and no plain entry for any of its choices. */
    EXPERIMENT,
    /** The loss, which follows the output's activation then. */
    LOSS,
    /** Where Adam adds its ε. */
    EPSILON_PLACE
}
