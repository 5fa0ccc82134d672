package org.twinnet.junit;

/**
 * A cost and its gradient.
 *
 * @param cost mean loss, penalty included
 * @param gradient ∂J/∂θ in the order of the parameters, penalty included
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared by equals
public record CostAndGradient(double cost, double[] gradient) {}
