package org.twinnet.scratch.layer;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Precision;

/**
 * The gradients of m·J that flow back through the layers, dZˡ for every layer. The gradients dAˡ and dGˡ of a hidden
 * layer are formed in the same buffer and turned into dZˡ in place.
 */
public final class BackwardPass {

    private final List<Matrix> gradients = new ArrayList<>();

    /**
     * Makes the buffers.
     *
     * @param layers the layers of a network
     * @param m number of examples
     */
    public BackwardPass(List<Layer> layers, int m) {
        for (Layer layer : layers) {
            if (layer instanceof Dense dense) {
                gradients.add(Matrix.zeros(dense.units(), m));
            }
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

    /**
     * Rounds what a link has made: the gradient at its own layer and the one that it hands to the layer before.
     *
     * @param layer the number of the link, 0 for the inputs
     * @param precision to what
     */
    public void round(int layer, Precision precision) {
        if (layer > 0) {
            precision.round(dZ(layer));
        }
        if (layer > 1) {
            precision.round(dZ(layer - 1));
        }
    }
}
