package org.twinnet.compare.check;

/** The names of the rungs of a check, in the order in which they are climbed. */
public final class CheckRungs {

    /** Whether the numbers are stored and computed as the format says. */
    public static final String FORMAT = "format";

    /** How many units the masks keep, and how independently. */
    public static final String MASKS = "masks";

    /** Z and A. */
    public static final String FORWARD = "forward";

    /** The costs of iterations whose parameters are in the trace. */
    public static final String COST = "cost";

    /** dA, dZ, dW and db. */
    public static final String GRADIENTS = "gradients";

    /** W and b after an update. */
    public static final String UPDATE = "update";

    /** All costs, by the whole run. */
    public static final String FREE_RUN = "free-running trajectory";

    /** What both twins compute from the trace's parameters. */
    public static final String TWINS = "the twins' opinion";

    private CheckRungs() {}
}
