package org.twinnet.scratch.initialization;

/**
 * The notebook's initialization: Wˡ = randn(nˡ, nˡ⁻¹) / √nˡ⁻¹.
 *
 * <p>The scale 1/√fan-in keeps the variance of Z near 1 for inputs of variance 1. Source: the notebook's
 * {@code initialize_parameters}.
 *
 * @param seed weight seed, 0 to 2³² − 1
 */
public record ScaledGaussian(long seed) implements Initialization {

    @Override
    public double weight(double normal, int inputs, int units) {
        return normal / Math.sqrt(inputs);
    }
}
