package org.twinnet.compare.experiment;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.text.Phrase;

/**
 * Where each parameter stands in the vector that the twins exchange: W¹ row by row, b¹, W² row by row, b², … .
 *
 * @param tensors the weights and biases in the order of the vector
 */
public record ParameterIndex(List<Slice> tensors) {

    /**
     * One W or b inside the vector.
     *
     * @param symbol {@code W} or {@code b}
     * @param layer layer, from 1
     * @param offset index of the first entry
     * @param rows units of the layer
     * @param columns inputs of the layer, 1 for b
     */
    public record Slice(String symbol, int layer, int offset, int rows, int columns) {

        /**
         * The number of entries.
         *
         * @return rows × columns
         */
        public int length() {
            return rows * columns;
        }

        /**
         * The name of one entry.
         *
         * @param index index in the whole vector
         * @return such as {@code layer 2 W[3,1]}, counted from 0 inside the brackets
         */
        public Phrase entry(int index) {
            return Tensor.entry(layer, symbol, index - offset, columns);
        }
    }

    /**
     * Copies the list.
     *
     * @param tensors the weights and biases in order
     */
    public ParameterIndex {
        tensors = List.copyOf(tensors);
    }

    /**
     * Lays out the parameters of a network.
     *
     * @param layerSizes units of every layer, the inputs first
     * @return the index
     */
    public static ParameterIndex of(List<Integer> layerSizes) {
        List<Slice> slices = new ArrayList<>();
        int offset = 0;
        for (int l = 1; l < layerSizes.size(); l++) {
            Slice weights = new Slice("W", l, offset, layerSizes.get(l), layerSizes.get(l - 1));
            Slice biases = new Slice("b", l, offset + weights.length(), layerSizes.get(l), 1);
            slices.add(weights);
            slices.add(biases);
            offset = biases.offset() + biases.length();
        }
        return new ParameterIndex(slices);
    }

    /**
     * The name of one entry.
     *
     * @param index index in the vector
     * @return such as {@code layer 2 W[3,1]}
     */
    public Phrase entry(int index) {
        for (Slice slice : tensors) {
            if (index < slice.offset() + slice.length()) {
                return slice.entry(index);
            }
        }
        throw new IndexOutOfBoundsException(index);
    }

    /**
     * The length of the vector.
     *
     * @return number of parameters
     */
    public int length() {
        Slice last = tensors.get(tensors.size() - 1);
        return last.offset() + last.length();
    }
}
