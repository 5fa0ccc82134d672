package org.twinnet.scratch.optimizer;

/** Where ε is added to a root that is corrected. */
public enum EpsilonPlace {
    /** √v̂ + ε, as the paper of Adam and PyTorch have it. */
    AFTER_CORRECTION,
    /** √v + ε with the corrections outside, as Keras and DL4J have it. */
    BEFORE_CORRECTION
}
