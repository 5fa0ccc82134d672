package org.twinnet.dl4j.update;

import java.util.Optional;

/** Where Adam and AMSGrad add ε. */
public enum EpsilonPlace {
    /** To √v̂, as the paper does. */
    AFTER_CORRECTION("DL4J's Adam and AMSGrad add epsilon before the correction of the bias; this one after it.") {
        @Override
        Optional<OwnRule> rule(OwnRule.PaperAdam paper) {
            return Optional.of(paper);
        }
    },
    /** To √v, as DL4J's own do. */
    BEFORE_CORRECTION("Epsilon stands before the correction of the bias, as in Keras and not as in PyTorch.") {
        @Override
        Optional<OwnRule> rule(OwnRule.PaperAdam paper) {
            return Optional.empty();
        }
    };

    private final String reason;

    EpsilonPlace(String reason) {
        this.reason = reason;
    }

    /** The rule in place of DL4J's own updater, which is needed for the paper's place. */
    abstract Optional<OwnRule> rule(OwnRule.PaperAdam paper);

    /** What is easily got wrong about it. */
    String reason() {
        return reason;
    }
}
