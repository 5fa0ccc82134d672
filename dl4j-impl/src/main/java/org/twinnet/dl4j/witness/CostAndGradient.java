package org.twinnet.dl4j.witness;

import org.twinnet.dl4j.ParameterLayout;

/** A cost and its gradient. Immutable: the array handed out is the caller's. */
public final class CostAndGradient {
    private final double cost;
    private final double[] gradient;

    /** The array is the new object's. */
    CostAndGradient(double cost, double[] gradient) {
        this.cost = cost;
        this.gradient = gradient;
    }

    /**
     * The cost.
     *
     * @return mean cross-entropy and penalty
     */
    public double cost() {
        return cost;
    }

    /**
     * The gradient of the cost.
     *
     * @return one entry a parameter, in the order of {@link ParameterLayout}
     */
    public double[] gradient() {
        return gradient.clone();
    }
}
