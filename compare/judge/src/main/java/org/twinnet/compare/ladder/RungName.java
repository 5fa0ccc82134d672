package org.twinnet.compare.ladder;

/** The rungs of the ladder, in the order in which they are climbed: the first that fails is the first divergence. */
public enum RungName {
    /** Both twins hold the same examples. */
    DATA("data"),
    /** Both twins start from the same parameters. */
    INITIAL_PARAMETERS("initial parameters"),
    /** Z and A of each layer. */
    FORWARD("forward"),
    /** Cross-entropy and penalty. */
    COST("cost"),
    /** Gradients of cross-entropy and penalty, with independent witnesses. */
    GRADIENTS("gradients"),
    /** The parameters after one update. */
    UPDATE("update"),
    /** Every iteration from equal parameters: cost, update, next parameters. */
    LOCK_STEP("lock-step trajectory"),
    /** The costs of two whole runs, each on its own. */
    FREE_RUN("free-running trajectory"),
    /** Probabilities and labels of the examples, and the accuracy. */
    PREDICTIONS("predictions"),
    /** Probabilities and labels over the plane. */
    BOUNDARY("boundary");

    private final String label;

    RungName(String label) {
        this.label = label;
    }

    /**
     * The name in files and tables.
     *
     * @return such as {@code lock-step trajectory}
     */
    public String label() {
        return label;
    }

    /** The name in files and tables. */
    @Override
    public String toString() {
        return label();
    }
}
