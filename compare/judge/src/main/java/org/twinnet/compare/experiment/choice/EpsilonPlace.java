package org.twinnet.compare.experiment.choice;

/** Where Adam adds its ε. */
public enum EpsilonPlace {
    /** α·m̂/(√v̂ + ε), as the paper and PyTorch have it. */
    AFTER_CORRECTION,
    /** α·√(1 − β₂ᵗ)/(1 − β₁ᵗ)·m/(√v + ε), as Keras and DL4J have it. */
    BEFORE_CORRECTION
}
