package org.twinnet.scratch.layer;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Precision;

/**
 * What a forward pass computes and the backward pass needs, for one set of examples: Zˡ, Nˡ, Gˡ and Aˡ of every layer,
 * the mean and variance of each unit that is normalized, and the masks Dˡ that it ran under. The buffers are made once
 * and filled again by every pass.
 */
public final class ForwardPass {

    private final List<Layer> layers;
    private final List<Matrix> preActivations = new ArrayList<>();
    private final List<Matrix> normalized = new ArrayList<>();
    private final Parameters statistics;
    private final List<Matrix> activations = new ArrayList<>();
    private final List<Matrix> outputs = new ArrayList<>();
    private final List<Integer> masked = new ArrayList<>();
    private List<Matrix> masks = List.of();
    private boolean prediction;

    /**
     * Makes the buffers.
     *
     * @param layers the layers of a network
     * @param X examples, features × m; kept, not modified
     * @throws IllegalArgumentException if X does not have the network's number of inputs
     */
    public ForwardPass(List<Layer> layers, Matrix X) {
        this.layers = layers;
        this.statistics = Parameters.ofStatistics(layers);
        activations.add(X);
        outputs.add(X);
        for (Layer layer : layers) {
            if (layer instanceof Dense dense) {
                requireInputs(dense, X);
                preActivations.add(Matrix.zeros(dense.units(), X.columns()));
                normalized.add(preActivations.get(dense.layer() - 1));
                activations.add(Matrix.zeros(dense.units(), X.columns()));
                outputs.add(activations.get(dense.layer()));
            } else if (layer instanceof BatchNormalization normalization) {
                normalized.set(layer.layer() - 1, Matrix.zeros(normalization.units(), X.columns()));
            } else if (layer instanceof Dropout) {
                Matrix G = activations.get(layer.layer());
                outputs.set(layer.layer(), Matrix.zeros(G.rows(), G.columns()));
                masked.add(layer.layer());
            }
        }
    }

    /**
     * The layers that the buffers were made for.
     *
     * @return the layers
     */
    public List<Layer> layers() {
        return layers;
    }

    /**
     * Takes the masks of the coming pass.
     *
     * @param D one mask for each dropout layer, in their order; kept, not modified
     * @throws IllegalArgumentException if there are more or fewer
     */
    public void useMasks(List<Matrix> D) {
        if (D.size() != masked.size()) {
            throw new IllegalArgumentException("Dropout needs one mask for each of the " + masked.size()
                    + " dropout layers, not " + D.size() + ".");
        }
        masks = D;
    }

    /**
     * Makes the coming passes predictions: they normalize by what training has kept, not by what they see.
     *
     * @param running the running mean and variance of each layer that normalizes, not modified
     * @throws IllegalArgumentException if they are those of other layers
     */
    public void predictWith(Parameters running) {
        statistics.requireSameTensors("prediction", "running ", running, "");
        statistics.readFrom(running.toVector());
        prediction = true;
    }

    /** Whether mean and variance are given. */
    boolean isPrediction() {
        return prediction;
    }

    /**
     * The mean of each unit that batch normalization subtracts; live.
     *
     * @param layer the number l of a layer that normalizes
     * @return μ, units × 1
     */
    public Matrix mean(int layer) {
        return statistics.get("mean", layer);
    }

    /**
     * The variance of each unit by which batch normalization divides; live.
     *
     * @param layer the number l of a layer that normalizes
     * @return σ², units × 1
     */
    public Matrix variance(int layer) {
        return statistics.get("variance", layer);
    }

    /**
     * The examples.
     *
     * @return X, features × m
     */
    public Matrix X() {
        return activations.get(0);
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
     * What the activation function of a layer gets; live.
     *
     * @param layer 1 to L
     * @return Nˡ, units × m; the same matrix as Zˡ where nothing is normalized
     */
    public Matrix N(int layer) {
        return normalized.get(layer - 1);
    }

    /**
     * The activation of a layer as it is before mask and scaling; live.
     *
     * @param layer 0 for the inputs, 1 to L for the layers
     * @return Gˡ = g(Nˡ), units × m; G⁰ = X
     */
    public Matrix G(int layer) {
        return activations.get(layer);
    }

    /**
     * The mask of a dropout layer in this pass; not to be modified.
     *
     * @param layer the number l of a dropout layer
     * @return Dˡ of 0 and 1, units × m
     * @throws IllegalStateException if no pass was run yet
     */
    Matrix D(int layer) {
        if (masks.isEmpty()) {
            throw new IllegalStateException("There are no masks before the first forward pass; run it first.");
        }
        return masks.get(masked.indexOf(layer));
    }

    /**
     * The activation of a layer as the next one gets it, under dropout the one after mask and scaling; live.
     *
     * @param layer 0 for the inputs, 1 to L for the layers
     * @return Aˡ, units × m; the same matrix as Gˡ where nothing is dropped
     */
    public Matrix A(int layer) {
        return outputs.get(layer);
    }

    /**
     * The activation of the output layer, such as the probability of class 1.
     *
     * @return Aᴸ, units × m
     */
    public Matrix output() {
        return outputs.get(outputs.size() - 1);
    }

    /**
     * Rounds what the links of one number have made so far; what is rounded already stays.
     *
     * @param layer 0 for the inputs, 1 to L for the layers
     * @param precision to what
     */
    public void round(int layer, Precision precision) {
        if (layer > 0) {
            precision.round(Z(layer));
            statistics.round(precision);
            precision.round(N(layer));
            precision.round(G(layer));
        }
        precision.round(A(layer));
    }

    private static void requireInputs(Dense dense, Matrix X) {
        if (dense.layer() == 1 && X.rows() != dense.inputs()) {
            throw new IllegalArgumentException(
                    "X has " + X.rows() + " features, the network has " + dense.inputs() + " inputs.");
        }
    }
}
