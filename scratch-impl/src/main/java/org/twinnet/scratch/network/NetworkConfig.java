package org.twinnet.scratch.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.twinnet.scratch.activation.Activation;
import org.twinnet.scratch.activation.Relu;
import org.twinnet.scratch.activation.Sigmoid;
import org.twinnet.scratch.layer.ActivationLayer;
import org.twinnet.scratch.layer.Dense;
import org.twinnet.scratch.layer.Dropout;
import org.twinnet.scratch.layer.Layer;
import org.twinnet.scratch.layer.Parameters;

/**
 * The shape of a network: hidden layers and an output of the given sizes.
 *
 * @param layerSizes units of every layer, the inputs first, the output last; such as 2, 20, 3, 1
 * @param hidden the activation of each hidden layer
 * @param output the activation of the output
 */
public record NetworkConfig(List<Integer> layerSizes, List<Activation> hidden, Activation output) {

    /**
     * Checks and copies the sizes.
     *
     * @param layerSizes units of every layer, the inputs first, the output last; such as 2, 20, 3, 1
     * @param hidden the activation of each hidden layer
     * @param output the activation of the output
     * @throws IllegalArgumentException if there are fewer than two sizes, one is below 1, or there are not as many
     *     activations as hidden layers
     */
    public NetworkConfig {
        layerSizes = List.copyOf(layerSizes);
        if (layerSizes.size() < 2 || layerSizes.stream().anyMatch(n -> n < 1)) {
            throw new IllegalArgumentException(
                    "A network needs its inputs and at least one layer, each of 1 unit or more, not " + layerSizes
                            + ".");
        }
        hidden = List.copyOf(hidden);
        if (hidden.size() != layerSizes.size() - 2) {
            throw new IllegalArgumentException("The layers " + layerSizes + " have " + (layerSizes.size() - 2)
                    + " hidden ones, and there are " + hidden.size() + " activations for them.");
        }
    }

    /**
     * A network whose hidden layers are ReLU and whose output is a sigmoid, as the notebook's.
     *
     * @param layerSizes units of every layer, the inputs first, the output last; such as 2, 20, 3, 1
     * @throws IllegalArgumentException if there are fewer than two sizes, or one is below 1
     */
    public NetworkConfig(List<Integer> layerSizes) {
        this(layerSizes, Collections.nCopies(Math.max(0, layerSizes.size() - 2), new Relu()), new Sigmoid());
    }

    /**
     * The number of layers L that have parameters.
     *
     * @return L, at least 1
     */
    public int depth() {
        return layerSizes.size() - 1;
    }

    /**
     * The size of a layer.
     *
     * @param layer 0 for the inputs, 1 to L for the layers
     * @return number of units
     */
    public int units(int layer) {
        return layerSizes.get(layer);
    }

    /**
     * The sizes of the hidden layers 1 to L − 1.
     *
     * @return possibly empty
     */
    public List<Integer> hiddenUnits() {
        return layerSizes.subList(1, layerSizes.size() - 1);
    }

    /**
     * The number of weights and biases.
     *
     * @return Σ nˡ · (nˡ⁻¹ + 1)
     */
    public int parameterCount() {
        int count = 0;
        for (int l = 1; l <= depth(); l++) {
            count += units(l) * (units(l - 1) + 1);
        }
        return count;
    }

    /**
     * The hidden layers with one keep probability for all of them.
     *
     * @param keepProbability probability to keep a hidden unit in training; 1 for no dropout layers
     * @return the dropout layers, to be put into {@link #layers(List)}
     * @throws IllegalArgumentException if the probability is not above 0 and at most 1
     */
    public List<Dropout> dropouts(double keepProbability) {
        List<Dropout> dropouts = new ArrayList<>();
        for (int l = 1; l < depth() && keepProbability != 1; l++) {
            dropouts.add(new Dropout(l, keepProbability));
        }
        return List.copyOf(dropouts);
    }

    /**
     * The layers of these sizes.
     *
     * @param dropouts dropout of the inputs, layer 0, and of hidden layers, where there is some
     * @return Dense and activation for each layer, behind it its dropout
     * @throws IllegalArgumentException if there is dropout of a layer that there is not
     */
    public List<Layer> layers(List<Dropout> dropouts) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l <= depth(); l++) {
            if (l > 0) {
                layers.add(new Dense(l, units(l - 1), units(l)));
                layers.add(new ActivationLayer(l, l < depth() ? hidden.get(l - 1) : output));
            }
            int own = l;
            dropouts.stream().filter(dropout -> dropout.layer() == own).forEach(layers::add);
        }
        if (dropouts.stream().anyMatch(dropout -> dropout.layer() < 0 || dropout.layer() >= depth())) {
            throw new IllegalArgumentException("Dropout is of the inputs, layer 0, and of the layers up to "
                    + (depth() - 1) + ", not all of which " + dropouts + " are.");
        }
        return List.copyOf(layers);
    }

    /**
     * Makes parameters of these sizes that are all zero, or room for their gradients.
     *
     * @return zeros
     */
    public Parameters newParameters() {
        return Parameters.of(layers(List.of()));
    }
}
