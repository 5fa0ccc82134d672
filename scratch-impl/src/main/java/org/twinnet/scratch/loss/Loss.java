package org.twinnet.scratch.loss;

import org.twinnet.scratch.activation.Activation;
import org.twinnet.scratch.linalg.Matrix;

/**
 * What an output costs: a mean over the examples, with its gradient beside it. An output has one row a unit and one
 * column an example.
 */
public sealed interface Loss permits BinaryCrossEntropy, MeanSquaredError, Quadratic, SoftmaxCrossEntropy {

    /**
     * The mean loss.
     *
     * @param A output activation, outputs × m, not modified
     * @param Y what it should be, same shape, not modified
     * @return the loss; NaN where A has one
     * @throws IllegalArgumentException if the shapes differ
     */
    double mean(Matrix A, Matrix Y);

    /**
     * The same number as {@link #mean}, computed so that it stays finite where an output has rounded to its limit.
     *
     * @param Z output pre-activation, outputs × m, not modified; infinite ones give the limit
     * @param A output activation, same shape, not modified
     * @param Y what it should be, same shape, not modified
     * @return the loss; NaN where Z has one
     * @throws IllegalArgumentException if the shapes differ
     */
    double stableMean(Matrix Z, Matrix A, Matrix Y);

    /**
     * The gradient of m times the mean loss at the pre-activation of the output: dZ = ∂(m·J)/∂Z, through the output's
     * activation.
     *
     * @param output the output's activation, one that {@link #requireOutput} accepts
     * @param Z output pre-activation, outputs × m, not modified
     * @param A output activation, same shape, not modified
     * @param Y what it should be, same shape, not modified
     * @param dZ result, same shape, overwritten
     * @throws IllegalArgumentException if the shapes differ
     */
    void backward(Activation output, Matrix Z, Matrix A, Matrix Y, Matrix dZ);

    /**
     * Refuses an output that this loss is not defined for.
     *
     * @param output the output's activation
     * @throws IllegalArgumentException if the loss does not go with it
     */
    void requireOutput(Activation output);

    /**
     * Refuses numbers that this loss cannot read as what an output should be.
     *
     * @param Y what the output should be, outputs × m, not modified
     * @throws IllegalArgumentException if one is not allowed; it names the first
     */
    void requireTargets(Matrix Y);
}
