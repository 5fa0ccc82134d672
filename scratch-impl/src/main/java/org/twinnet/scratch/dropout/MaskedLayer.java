package org.twinnet.scratch.dropout;

import java.util.ArrayList;
import java.util.List;

/**
 * A layer whose units are dropped in training.
 *
 * @param layer its number, 0 for the inputs
 * @param units its number of units
 * @param keepProbability probability to keep one of them, above 0 and at most 1
 */
public record MaskedLayer(int layer, int units, double keepProbability) {

    /**
     * Checks the numbers.
     *
     * @param layer number of the layer, 0 for the inputs
     * @param units number of units
     * @param keepProbability probability to keep one of them, above 0 and at most 1
     * @throws IllegalArgumentException if the layer is negative, has no unit, or the probability is out of range
     */
    public MaskedLayer {
        if (layer < 0 || units < 1) {
            throw new IllegalArgumentException(
                    "Dropout is of the inputs, layer 0, or a later layer, of 1 unit or more, not of " + units
                            + " units of layer " + layer + ".");
        }
        if (!(keepProbability > 0 && keepProbability <= 1)) {
            throw new IllegalArgumentException(
                    "Dropout needs a keep probability above 0 and at most 1, not " + keepProbability + ".");
        }
    }

    /**
     * The hidden layers, all with the same keep probability, as in the notebook.
     *
     * @param hiddenUnits units of each hidden layer
     * @param keepProbability probability to keep one of them, above 0 and at most 1
     * @return layers 1, 2, …
     * @throws IllegalArgumentException if the probability is out of range
     */
    public static List<MaskedLayer> hidden(List<Integer> hiddenUnits, double keepProbability) {
        List<MaskedLayer> layers = new ArrayList<>();
        for (int units : hiddenUnits) {
            layers.add(new MaskedLayer(layers.size() + 1, units, keepProbability));
        }
        return List.copyOf(layers);
    }
}
