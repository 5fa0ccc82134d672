package org.twinnet.dl4j.loss;

/** Which form of a cross-entropy trains the output layer; a squared error has one form only. */
public enum Loss {
    /**
     * {@link LogitCrossEntropy} or {@link LogitSoftmaxCrossEntropy}: computed from the logits, exact for finite ones.
     */
    LOGIT,

    /**
     * DL4J's {@code LossBinaryXENT} as it comes, which clips probabilities to [1e-5, 1 − 1e-5], or {@code LossMCXENT},
     * which clips them at 1e-10.
     */
    STOCK
}
