package org.twinnet.scratch.network;

import java.util.List;

/**
 * The shape of a network: ReLU hidden layers of the given sizes and one sigmoid output unit.
 *
 * @param layerSizes units of every layer, the inputs first, the output (1) last; such as 2, 20, 3, 1
 */
public record NetworkConfig(List<Integer> layerSizes) {

    /**
     * Checks and copies the sizes.
     *
     * @param layerSizes units of every layer, the inputs first, the output (1) last; such as 2, 20, 3, 1
     * @throws IllegalArgumentException if there are fewer than two sizes, one is below 1, or the last is not 1
     */
    public NetworkConfig {
        layerSizes = List.copyOf(layerSizes);
        if (layerSizes.size() < 2 || layerSizes.stream().anyMatch(n -> n < 1)) {
            throw new IllegalArgumentException(
                    "A network needs its inputs and at least one layer, each of 1 unit or more, not " + layerSizes
                            + ".");
        }
        if (layerSizes.get(layerSizes.size() - 1) != 1) {
            throw new IllegalArgumentException(
                    "The last layer is one sigmoid unit for two classes; the layers " + layerSizes + " end otherwise.");
        }
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
}
