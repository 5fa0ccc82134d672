package org.twinnet.compare.move.port;

/** How far a network's answers are from what they should be. */
@FunctionalInterface
public interface SquaredErrors {

    /**
     * Computes them.
     *
     * @param parameters parameters of the network, in the order of an experiment
     * @return the squared distance of each example's outputs from its targets
     */
    double[] of(double[] parameters);
}
