package org.twinnet.scratch.initialization;

import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.network.NetworkConfig;
import org.twinnet.scratch.random.NumpyRandom;

/**
 * The notebook's initialization: Wˡ = randn(nˡ, nˡ⁻¹) / √nˡ⁻¹, drawn layer by layer and row by row after one
 * {@code numpy.random.seed(seed)}, and bˡ = 0.
 *
 * <p>The scale 1/√fan-in keeps the variance of Z near 1 for inputs of variance 1. Source: the notebook's
 * {@code initialize_parameters}.
 */
public final class ScaledGaussian {

    private ScaledGaussian() {}

    /**
     * Draws the parameters.
     *
     * @param config the network's shape
     * @param seed weight seed, 0 to 2³² − 1
     * @return new parameters
     * @throws IllegalArgumentException if the seed is out of range
     */
    public static Parameters draw(NetworkConfig config, long seed) {
        return fill(config.newParameters(), seed);
    }

    /**
     * Draws the weights.
     *
     * @param parameters their weights are overwritten, the others stay
     * @param seed weight seed, 0 to 2³² − 1
     * @return these parameters
     * @throws IllegalArgumentException if the seed is out of range
     */
    public static Parameters fill(Parameters parameters, long seed) {
        NumpyRandom random = new NumpyRandom(seed);
        for (int l = 1; l <= parameters.depth(); l++) {
            Matrix W = parameters.W(l);
            double scale = Math.sqrt(W.columns());
            for (int i = 0; i < W.rows(); i++) {
                for (int k = 0; k < W.columns(); k++) {
                    W.set(i, k, random.normal() / scale);
                }
            }
        }
        return parameters;
    }
}
