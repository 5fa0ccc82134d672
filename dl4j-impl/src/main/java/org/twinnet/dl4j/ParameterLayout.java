package org.twinnet.dl4j;

import java.util.List;

/**
 * The notebook's order of all parameters in one vector: W¹ row by row, b¹, W², b², …
 *
 * <p>W of layer l has one row a unit and one column an input. DL4J's {@code params()} holds the same numbers in the
 * same order, since it stores W as [inputs, units] in column-major order: the mapping between the two is the identity
 * on the vector, and a transpose on the matrix.
 *
 * @param layerSizes the number of inputs, then the units of each layer
 */
public record ParameterLayout(List<Integer> layerSizes) {

    /**
     * Checks the sizes.
     *
     * @param layerSizes at least two, each from 1
     * @throws IllegalArgumentException if there are fewer, or one is smaller, or the vector would be longer than an
     *     array can be
     */
    public ParameterLayout {
        layerSizes = List.copyOf(layerSizes);
        if (layerSizes.size() < 2) {
            throw new IllegalArgumentException("Layer sizes " + layerSizes
                    + ": a network has at least two, the number of inputs and the units of one layer, such as [2, 1].");
        }
        long length = 0;
        for (int k = 0; k < layerSizes.size(); k++) {
            if (layerSizes.get(k) < 1) {
                throw new IllegalArgumentException("Layer sizes " + layerSizes + ": entry " + k + " is "
                        + layerSizes.get(k) + "; allowed are sizes from 1.");
            }
            if (k > 0) {
                length += layerSizes.get(k) * (layerSizes.get(k - 1) + 1L);
            }
            if (length > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("Layer sizes " + layerSizes + ": more than " + Integer.MAX_VALUE
                        + " parameters don't fit in one vector; make the layers smaller.");
            }
        }
    }

    /**
     * The number of layers with parameters.
     *
     * @return L
     */
    public int layers() {
        return layerSizes.size() - 1;
    }

    /**
     * The number of inputs of a layer.
     *
     * @param layer layer, from 1
     * @return columns of W
     */
    public int inputs(int layer) {
        return layerSizes.get(layer - 1);
    }

    /**
     * The number of units of a layer.
     *
     * @param layer layer, from 1
     * @return rows of W, entries of b
     */
    public int units(int layer) {
        return layerSizes.get(layer);
    }

    /**
     * The length of the vector.
     *
     * @return number of all weights and biases
     */
    public int length() {
        return weightStart(layers() + 1);
    }

    /**
     * Where W of a layer starts.
     *
     * @param layer layer, from 1; one more than {@link #layers} gives the length
     * @return index of W[0,0]
     */
    public int weightStart(int layer) {
        int start = 0;
        for (int l = 1; l < layer; l++) {
            start += units(l) * (inputs(l) + 1);
        }
        return start;
    }

    /**
     * Where b of a layer starts, which is where its W ends.
     *
     * @param layer layer, from 1
     * @return index of b[0]
     */
    public int biasStart(int layer) {
        return weightStart(layer) + units(layer) * inputs(layer);
    }

    /**
     * The name of one entry.
     *
     * @param index index in the vector
     * @return such as {@code layer 2 W[3,1]} (unit, input) or {@code layer 1 b[4]} (unit), counted from 0 in the
     *     brackets
     * @throws IndexOutOfBoundsException if the vector has no such entry
     */
    public String name(int index) {
        if (index < 0 || index >= length()) {
            throw new IndexOutOfBoundsException("Parameter " + index + " of layer sizes " + layerSizes
                    + ": allowed are 0 to " + (length() - 1) + ".");
        }
        int layer = 1;
        while (index >= weightStart(layer + 1)) {
            layer++;
        }
        int bias = index - biasStart(layer);
        if (bias >= 0) {
            return "layer " + layer + " b[" + bias + "]";
        }
        int weight = index - weightStart(layer);
        return "layer " + layer + " W[" + weight / inputs(layer) + "," + weight % inputs(layer) + "]";
    }

    /** Checks that a vector has this layout's length before anything is read from or written to it. */
    void requireLength(String operation, double[] vector) {
        if (vector.length != length()) {
            throw new IllegalArgumentException(operation + ": the vector has " + vector.length
                    + " entries, layer sizes " + layerSizes + " need " + length() + ".");
        }
    }
}
