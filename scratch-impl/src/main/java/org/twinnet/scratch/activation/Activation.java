package org.twinnet.scratch.activation;

import org.twinnet.scratch.linalg.Matrix;

/** An activation A = g(Z), with its derivative beside it. All but {@link Softmax} act on each entry alone. */
public sealed interface Activation
        permits Elu, Gelu, Identity, LeakyRelu, Relu, Sigmoid, Softmax, Softplus, Softsign, Swish, Tanh {

    /**
     * Forward: A = g(Z).
     *
     * @param Z pre-activation, units × m, not modified
     * @param A activation, same shape, overwritten
     * @throws IllegalArgumentException if the shapes differ
     */
    void forward(Matrix Z, Matrix A);

    /**
     * Backward: dZ = dA ∘ g′(Z), for the softmax a product with its matrix of derivatives. Each activation writes g′ in
     * terms of Z or of A, as its formula is simpler.
     *
     * @param Z the pre-activation that {@link #forward} was given, not modified
     * @param A the activation that it computed, before any mask, not modified
     * @param dZ on entry the gradient dA, on return the gradient dZ; modified in place
     * @throws IllegalArgumentException if the shapes differ
     */
    void backward(Matrix Z, Matrix A, Matrix dZ);
}
