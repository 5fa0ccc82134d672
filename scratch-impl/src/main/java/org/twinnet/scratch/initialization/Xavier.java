package org.twinnet.scratch.initialization;

/**
 * Xavier's initialization: Wˡ = randn(nˡ, nˡ⁻¹) · √(2/(nˡ⁻¹ + nˡ)).
 *
 * <p>A middle way between keeping the variance of the activations forward and that of the gradients backward. Source:
 * Glorot and Bengio, Understanding the Difficulty of Training Deep Feedforward Neural Networks, AISTATS 2010.
 *
 * @param seed weight seed, 0 to 2³² − 1
 */
public record Xavier(long seed) implements Initialization {

    @Override
    public double weight(double normal, int inputs, int units) {
        return normal * Math.sqrt(2.0 / ((double) inputs + units));
    }
}
