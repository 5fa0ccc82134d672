package org.twinnet.scratch.network;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.scratch.linalg.Matrix;

/**
 * What a forward pass computes and the backward pass needs: Zˡ and Aˡ of every layer, for one set of examples. The buffers are
 * made once and filled again by every pass.
 */
public final class ForwardPass {

    private final List<Matrix> preActivations = new ArrayList<>();
    private final List<Matrix> activations = new ArrayList<>();

    /**
     * Makes the buffers.
     *
     * @param config the network's shape
     * @param X examples, features × m; kept as A⁰, not modified
     * @throws IllegalArgumentException if X does not have the network's number of inputs
     */
    public ForwardPass(NetworkConfig config, Matrix X) {
        if (X.rows() != config.units(0)) {
            throw new IllegalArgumentException(
                    "X has " + X.rows() + " features, the network has " + config.units(0) + " inputs.");
        }
        activations.add(X);
        for (int l = 1; l <= config.depth(); l++) {
            preActivations.add(Matrix.zeros(config.units(l), X.columns()));
            activations.add(Matrix.zeros(config.units(l), X.columns()));
        }
    }

    /**
     * The pre-activation of a layer; live.
     *
     * @param layer 1 to L
     * @return Zˡ = Wˡ·Aˡ⁻¹ + bˡ, units × m
     */
    public Matrix Z(int layer) {
        return preActivations.get(layer - 1);
    }

    /**
     * The activation of a layer; live. Under dropout the activation of a hidden layer is the one after mask and scaling.
     *
     * @param layer 0 for the inputs, 1 to L for the layers
     * @return Aˡ, units × m
     */
    public Matrix A(int layer) {
        return activations.get(layer);
    }

    /**
     * The output activation, the probability of class 1.
     *
     * @return Aᴸ, 1 × m
     */
    public Matrix output() {
        return activations.get(activations.size() - 1);
    }
}
