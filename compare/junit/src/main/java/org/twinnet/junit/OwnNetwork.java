package org.twinnet.junit;

/**
 * A network of your own, as Twinnet speaks to it.
 *
 * <p>Parameters and gradients are one vector: W¹ row by row (a row a unit), b¹, W² row by row, b², … . Training is
 * full-batch gradient descent on the examples of the experiment, in their order, with ReLU on hidden layers and a
 * sigmoid output.
 */
public interface OwnNetwork {

    /**
     * The parameters now.
     *
     * @return a new vector
     */
    double[] parameters();

    /**
     * Replaces the parameters.
     *
     * @param parameters vector as {@link #parameters} gives it, not to be kept
     */
    void setParameters(double[] parameters);

    /**
     * The cost and its gradient at the parameters now, under the masks of training, without training.
     *
     * @return cost and gradient
     */
    CostAndGradient costAndGradient();

    /** Trains one iteration. */
    void step();

    /**
     * Predicts, without dropout.
     *
     * @param featureRows examples, one row each
     * @return the probability of class 1 of each
     */
    double[] predict(double[][] featureRows);
}
