package org.twinnet.scratch.activation;

import org.twinnet.scratch.linalg.Matrix;

/** An element-wise activation A = g(Z), with its derivative beside it. */
public sealed interface Activation permits Relu, Sigmoid {

    /**
     * Forward: A = g(Z).
     *
     * @param Z pre-activation, units × m, not modified
     * @param A activation, same shape, overwritten
     * @throws IllegalArgumentException if the shapes differ
     */
    void forward(Matrix Z, Matrix A);

    /**
     * Backward: dZ = dA ∘ g′(Z), with g′ written in terms of A.
     *
     * @param A the activation that {@link #forward} computed, not modified
     * @param dZ on entry the gradient dA, on return the gradient dZ; modified in place
     * @throws IllegalArgumentException if the shapes differ
     */
    void backward(Matrix A, Matrix dZ);
}
