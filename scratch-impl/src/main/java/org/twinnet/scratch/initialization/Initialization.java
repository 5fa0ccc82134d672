package org.twinnet.scratch.initialization;

import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.network.NetworkConfig;
import org.twinnet.scratch.random.NumpyRandom;

/**
 * Random first weights: Wˡ = randn(nˡ, nˡ⁻¹) · sˡ, drawn layer by layer and row by row after one
 * {@code numpy.random.seed(seed)}. Everything else begins where {@link Parameters#of} puts it: bˡ = 0.
 *
 * <p>The kinds differ in the scale sˡ, which keeps the variance of the activations near 1 from layer to layer.
 */
public sealed interface Initialization permits ScaledGaussian, He, Xavier {

    /**
     * The seed of NumPy's random numbers.
     *
     * @return 0 to 2³² − 1
     */
    long seed();

    /**
     * Scales one random number.
     *
     * @param normal a number of the standard normal distribution
     * @param inputs nˡ⁻¹, the units of the layer before
     * @param units nˡ, the units of the layer
     * @return the weight
     */
    double weight(double normal, int inputs, int units);

    /**
     * Draws the parameters of a network of dense layers.
     *
     * @param config the network's shape
     * @return new parameters
     * @throws IllegalArgumentException if the seed is out of range
     */
    default Parameters draw(NetworkConfig config) {
        return fill(config.newParameters());
    }

    /**
     * Draws the weights.
     *
     * @param parameters their weights are overwritten, the others stay
     * @return these parameters
     * @throws IllegalArgumentException if the seed is out of range
     */
    default Parameters fill(Parameters parameters) {
        NumpyRandom random = new NumpyRandom(seed());
        for (int l = 1; l <= parameters.depth(); l++) {
            Matrix W = parameters.W(l);
            for (int i = 0; i < W.rows(); i++) {
                for (int k = 0; k < W.columns(); k++) {
                    W.set(i, k, weight(random.normal(), W.columns(), W.rows()));
                }
            }
        }
        return parameters;
    }
}
