package org.twinnet.scratch.optimizer;

import org.twinnet.scratch.layer.Parameters;

/**
 * A rule that turns gradients into an update, θ ← θ − update. It computes the update and leaves the subtraction to its
 * caller, so that what was subtracted can be read.
 *
 * <p>An optimizer holds no numbers but its settings: what it remembers from one iteration to the next is an argument,
 * made once by {@link #newState}. The updates of a run are asked for in ascending order of t, without gaps, and all
 * with one state.
 */
public sealed interface Optimizer permits GradientDescent, Momentum, Nesterov, Adagrad, Rmsprop, Adam, Amsgrad {

    /**
     * Makes the memory before the first iteration.
     *
     * @param parameters the parameters that will be updated, not modified
     * @return all zero; empty where nothing is remembered
     */
    OptimizerState newState(Parameters parameters);

    /**
     * Computes one update.
     *
     * @param gradients dV of every parameter V, not modified
     * @param t the iteration, from 1
     * @param learningRate α of this iteration
     * @param state the memory, modified in place
     * @param update overwritten with what is to be subtracted from the parameters
     * @throws IllegalArgumentException if gradients and update have different tensors
     */
    void update(Parameters gradients, int t, double learningRate, OptimizerState state, Parameters update);
}
