package org.twinnet.compare.check;

/** The rungs of a check, in the order in which they are climbed. */
public enum CheckRungName {
    /** Whether the numbers are stored and computed as the format says. */
    FORMAT("format"),
    /** How many units the masks keep, and how independently. */
    MASKS("masks"),
    /** Z and A. */
    FORWARD("forward"),
    /** The costs of iterations whose parameters are in the trace. */
    COST("cost"),
    /** dA, dZ, dW and db. */
    GRADIENTS("gradients"),
    /** W and b after an update. */
    UPDATE("update"),
    /** All costs, by the whole run. */
    FREE_RUN("free-running trajectory"),
    /** What both twins compute from the trace's parameters. */
    TWINS("the twins' opinion");

    private final String label;

    CheckRungName(String label) {
        this.label = label;
    }

    /**
     * The name in files and tables.
     *
     * @return such as {@code gradients}
     */
    public String label() {
        return label;
    }

    /** The name in files and tables. */
    @Override
    public String toString() {
        return label;
    }
}
