package org.twinnet.dl4j;

/** The cross-entropy that trains the output layer. */
public enum Loss {
    /** {@link LogitCrossEntropy}: computed from the logit, exact for every finite one. */
    LOGIT,

    /** DL4J's {@code LossBinaryXENT} as it comes, which clips probabilities to [1e-5, 1 − 1e-5]. */
    STOCK
}
