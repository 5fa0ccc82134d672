package org.twinnet.compare.experiment;

/** What is made small by training, beside the penalty. */
public sealed interface Loss extends Choice {

    /** Mean cross-entropy of labels 0 and 1, 1/m·Σ −[y·ln a + (1 − y)·ln(1 − a)]. */
    record BinaryCrossEntropy() implements Loss {}
}
