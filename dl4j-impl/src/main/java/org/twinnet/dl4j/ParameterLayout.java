package org.twinnet.dl4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The notebook's order of all parameters in one vector: W¹ row by row, b¹, with batch normalization γ¹ and β¹, W², b²,
 * …
 *
 * <p>W of layer l has one row a unit and one column an input. DL4J's {@code params()} holds the same numbers in the
 * same order, since it stores W as [inputs, units] in column-major order: the mapping between the two is the identity
 * on the vector, and a transpose on the matrix. With batch normalization DL4J's vector has the running mean and
 * variance behind β; they are no parameters here, but a vector of their own. A layer with batch normalization is three
 * layers of DL4J: the dense one, the normalization, the activation.
 *
 * @param layerSizes the number of inputs, then the units of each layer
 * @param normalized whether each layer has batch normalization
 */
public record ParameterLayout(List<Integer> layerSizes, List<Boolean> normalized) {

    /**
     * Checks the sizes.
     *
     * @param layerSizes at least two, each from 1
     * @param normalized one a layer
     * @throws IllegalArgumentException if there are fewer, or one is smaller, or the vector would be longer than an
     *     array can be
     */
    public ParameterLayout {
        layerSizes = List.copyOf(layerSizes);
        normalized = List.copyOf(normalized);
        if (layerSizes.size() < 2) {
            throw new IllegalArgumentException("Layer sizes " + layerSizes
                    + ": a network has at least two, the number of inputs and the units of one layer, such as [2, 1].");
        }
        if (normalized.size() != layerSizes.size() - 1) {
            throw new IllegalArgumentException("Layer sizes " + layerSizes + " have " + (layerSizes.size() - 1)
                    + " layers, and there are " + normalized.size() + " normalizations for them.");
        }
        long length = 0;
        for (int k = 0; k < layerSizes.size(); k++) {
            if (layerSizes.get(k) < 1) {
                throw new IllegalArgumentException("Layer sizes " + layerSizes + ": entry " + k + " is "
                        + layerSizes.get(k) + "; allowed are sizes from 1.");
            }
            if (k > 0) {
                length += layerSizes.get(k) * (layerSizes.get(k - 1) + (normalized.get(k - 1) ? 5L : 1L));
            }
            if (length > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("Layer sizes " + layerSizes + ": more than " + Integer.MAX_VALUE
                        + " parameters don't fit in one vector; make the layers smaller.");
            }
        }
    }

    /**
     * The layout without batch normalization.
     *
     * @param layerSizes at least two, each from 1
     * @throws IllegalArgumentException if there are fewer, or one is smaller, or the vector would be longer than an
     *     array can be
     */
    public ParameterLayout(List<Integer> layerSizes) {
        this(layerSizes, Collections.nCopies(Math.max(0, layerSizes.size() - 1), false));
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
     * Whether a layer has batch normalization.
     *
     * @param layer layer, from 1
     * @return true if its γ and β stand behind its b
     */
    public boolean isNormalized(int layer) {
        return normalized.get(layer - 1);
    }

    /**
     * The length of the vector.
     *
     * @return number of all parameters
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
            start += units(l) * (inputs(l) + (isNormalized(l) ? 3 : 1));
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
     * Where γ of a layer with batch normalization starts, which is where its b ends.
     *
     * @param layer layer, from 1
     * @return index of γ[0]; β starts as many entries behind it as there are units
     */
    public int gammaStart(int layer) {
        return biasStart(layer) + units(layer);
    }

    /** Where a layer's dense layer stands among DL4J's, from 0. */
    int denseIndex(int layer) {
        int index = layer - 1;
        for (int l = 1; l < layer; l++) {
            index += isNormalized(l) ? 2 : 0;
        }
        return index;
    }

    /** Where the last of a layer's DL4J layers stands, from 0: the one whose output is A. */
    int lastIndex(int layer) {
        return denseIndex(layer) + (isNormalized(layer) ? 2 : 0);
    }

    /** Where each number of this vector stands in DL4J's. */
    int[] places() {
        return places(true);
    }

    /** Where running means and variances stand in DL4J's vector: of each layer all means, then all variances. */
    int[] statisticsPlaces() {
        return places(false);
    }

    private int[] places(boolean ofParameters) {
        List<IntStream> places = new ArrayList<>();
        int before = 0;
        for (int l = 1; l <= layers(); l++) {
            int kept = isNormalized(l) ? 2 * units(l) : 0;
            int end = weightStart(l + 1) + before;
            places.add(ofParameters ? IntStream.range(weightStart(l) + before, end) : IntStream.range(end, end + kept));
            before += kept;
        }
        return places.stream().flatMapToInt(range -> range).toArray();
    }

    /**
     * The name of one entry.
     *
     * @param index index in the vector
     * @return such as {@code layer 2 W[3,1]} (unit, input), {@code layer 1 b[4]} or {@code layer 1 gamma[4]} (unit),
     *     counted from 0 in the brackets
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
        int behindWeights = index - biasStart(layer);
        if (behindWeights >= 0) {
            String symbol = List.of("b", "gamma", "beta").get(behindWeights / units(layer));
            return "layer " + layer + " " + symbol + "[" + behindWeights % units(layer) + "]";
        }
        int weight = index - weightStart(layer);
        return "layer " + layer + " W[" + weight / inputs(layer) + "," + weight % inputs(layer) + "]";
    }

    /**
     * Checks that a vector has this layout's length before anything is read from or written to it.
     *
     * @param operation what is about to be done, for the message
     * @param vector the vector
     * @throws IllegalArgumentException if it has another length
     */
    public void requireLength(String operation, double[] vector) {
        if (vector.length != length()) {
            throw new IllegalArgumentException(operation + ": the vector has " + vector.length
                    + " entries, layer sizes " + layerSizes + " need " + length() + ".");
        }
    }
}
