package org.twinnet.scratch.layer;

import java.util.List;

/**
 * One link of the chain from X to the output. A layer is a formula and holds no numbers: parameters and buffers are
 * arguments.
 *
 * <p>Links that share a number l belong together, in this order: {@link Dense} makes Zˡ of Aˡ⁻¹,
 * {@link BatchNormalization}, where there is one, makes Nˡ of Zˡ, {@link ActivationLayer} makes Gˡ of Nˡ,
 * {@link Dropout}, where there is one, makes Aˡ of Gˡ. Number 0 are the inputs, A⁰ = X; they may be dropped out as
 * well.
 *
 * <p>dZˡ, dNˡ, dGˡ and dAˡ are gradients of m·J and share one buffer, {@link BackwardPass#dZ}, which each link turns
 * from the gradient at its output into the one at its input.
 */
public sealed interface Layer permits Dense, BatchNormalization, ActivationLayer, Dropout {

    /**
     * The number l.
     *
     * @return 0 for the inputs, 1 to L for the layers with weights
     */
    int layer();

    /**
     * Makes the parameters that this link has, at the values that training starts from where nobody draws them.
     *
     * @return new tensors in the order of the parameter vector; empty for a link without parameters
     */
    List<NamedTensor> newParameters();

    /**
     * Makes what this link keeps of the batches that it has seen, beside the parameters, for predictions.
     *
     * @return new tensors at their first values; empty for a link that keeps nothing
     */
    default List<NamedTensor> newStatistics() {
        return List.of();
    }

    /**
     * Forward: computes this link's output of its input.
     *
     * @param parameters the network's parameters, not modified
     * @param pass holds the input; the output is overwritten
     * @throws IllegalArgumentException if shapes do not fit
     */
    void forward(Parameters parameters, ForwardPass pass);

    /**
     * Backward: computes the gradient at this link's input, and those of its parameters.
     *
     * @param parameters the network's parameters, not modified
     * @param pass the finished forward pass, not modified
     * @param back on entry the gradient at this link's output, on return the one at its input
     * @param gradients the gradients of this link's parameters are overwritten, the others not modified
     * @throws IllegalArgumentException if shapes do not fit
     */
    void backward(Parameters parameters, ForwardPass pass, BackwardPass back, Parameters gradients);

    /**
     * Keeps what a training pass has shown, at the end of an iteration.
     *
     * @param pass the finished forward pass, not modified
     * @param statistics those of this link are modified, the others not
     */
    default void keep(ForwardPass pass, Parameters statistics) {
        // most links keep nothing
    }
}
