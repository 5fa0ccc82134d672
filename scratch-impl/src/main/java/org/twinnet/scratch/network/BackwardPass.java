package org.twinnet.scratch.network;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.scratch.linalg.Matrix;

/**
 * The gradients of m·J that flow back through the layers, dZˡ for every layer. The gradient dAˡ of a hidden layer is formed in
 * the same buffer and turned into dZˡ in place.
 */
public final class BackwardPass {

    private final List<Matrix> gradients = new ArrayList<>();

    /**
     * Makes the buffers.
     *
     * @param config the network's shape
     * @param m number of examples
     */
    public BackwardPass(NetworkConfig config, int m) {
        for (int l = 1; l <= config.depth(); l++) {
            gradients.add(Matrix.zeros(config.units(l), m));
        }
    }

    /**
     * The gradient at a layer's pre-activation; live.
     *
     * @param layer 1 to L
     * @return dZˡ, units × m
     */
    public Matrix dZ(int layer) {
        return gradients.get(layer - 1);
    }
}
