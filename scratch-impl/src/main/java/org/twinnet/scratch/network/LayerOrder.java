package org.twinnet.scratch.network;

import java.util.List;
import org.twinnet.scratch.layer.ActivationLayer;
import org.twinnet.scratch.layer.BatchNormalization;
import org.twinnet.scratch.layer.Dense;
import org.twinnet.scratch.layer.Dropout;
import org.twinnet.scratch.layer.Layer;

/**
 * Which lists of layers are a network: Dropout⁰?, then Denseˡ, BatchNormalizationˡ?, ActivationLayerˡ, Dropoutˡ? for l
 * = 1 … L, without dropout of the output.
 */
final class LayerOrder {

    private LayerOrder() {}

    /**
     * Refuses a list that is no network.
     *
     * @param layers the layers
     * @throws IllegalArgumentException if there is no output, or a layer does not fit behind the one before it; the
     *     message names both
     */
    static void require(List<Layer> layers) {
        Layer before = null;
        int units = 0;
        for (Layer layer : layers) {
            if (!fitsBehind(before, units, layer)) {
                throw new IllegalArgumentException(layer + " does not fit behind " + (before == null ? "X" : before)
                        + "; needed: Dense, perhaps BatchNormalization, ActivationLayer and perhaps Dropout of layer"
                        + " 1, then of layer 2 with the units of layer 1 as inputs, and so on.");
            }
            before = layer;
            units = layer instanceof Dense dense ? dense.units() : units;
        }
        if (!(before instanceof ActivationLayer)) {
            throw new IllegalArgumentException("A network ends with an ActivationLayer, its output, not with "
                    + (before == null ? "X" : before) + ".");
        }
    }

    private static boolean fitsBehind(Layer before, int units, Layer layer) {
        int l = before == null ? 0 : before.layer();
        boolean closed = !(before instanceof Dense || before instanceof BatchNormalization);
        if (layer instanceof Dense dense) {
            return closed && dense.layer() == l + 1 && (l == 0 || dense.inputs() == units);
        }
        if (layer instanceof BatchNormalization normalization) {
            return before instanceof Dense && layer.layer() == l && normalization.units() == units;
        }
        if (layer instanceof ActivationLayer) {
            return !closed && layer.layer() == l;
        }
        return closed && !(before instanceof Dropout) && layer.layer() == l;
    }
}
