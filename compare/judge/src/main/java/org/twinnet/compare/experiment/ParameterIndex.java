package org.twinnet.compare.experiment;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.text.Phrase;

/**
 * Where each parameter stands in the vector that the twins exchange: of each layer W row by row, b, and with batch
 * normalization gamma and beta. Or where running statistics stand in theirs: of each layer with batch normalization its
 * mean and its variance.
 *
 * @param tensors the tensors in the order of the vector
 */
public record ParameterIndex(List<Slice> tensors) {

    /**
     * One tensor inside the vector.
     *
     * @param symbol such as {@code W} or {@code b}
     * @param layer layer, from 1
     * @param offset index of the first entry
     * @param rows units of the layer
     * @param columns inputs of the layer for W, otherwise 1
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
     * @param tensors the tensors in order
     */
    public ParameterIndex {
        tensors = List.copyOf(tensors);
    }

    /**
     * Lays out the parameters of a network.
     *
     * @param experiment what is trained
     * @return the index
     */
    public static ParameterIndex of(Experiment experiment) {
        List<Slice> slices = new ArrayList<>();
        int inputs = experiment.inputs();
        for (int l = 1; l <= experiment.layers().size(); l++) {
            Layer layer = experiment.layers().get(l - 1);
            add("W", l, layer.units(), inputs, slices);
            add("b", l, layer.units(), 1, slices);
            if (layer.batchNorm() instanceof Normalization.BatchNorm) {
                add("gamma", l, layer.units(), 1, slices);
                add("beta", l, layer.units(), 1, slices);
            }
            inputs = layer.units();
        }
        return new ParameterIndex(slices);
    }

    /**
     * Lays out the running statistics of a network.
     *
     * @param experiment what is trained
     * @return the index; without tensors where nothing is normalized
     */
    public static ParameterIndex ofStatistics(Experiment experiment) {
        List<Slice> slices = new ArrayList<>();
        for (int l = 1; l <= experiment.layers().size(); l++) {
            Layer layer = experiment.layers().get(l - 1);
            if (layer.batchNorm() instanceof Normalization.BatchNorm) {
                add("mean", l, layer.units(), 1, slices);
                add("variance", l, layer.units(), 1, slices);
            }
        }
        return new ParameterIndex(slices);
    }

    private static void add(String symbol, int layer, int rows, int columns, List<Slice> slices) {
        slices.add(new Slice(symbol, layer, length(slices), rows, columns));
    }

    private static int length(List<Slice> slices) {
        if (slices.isEmpty()) {
            return 0;
        }
        Slice last = slices.get(slices.size() - 1);
        return last.offset() + last.length();
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
        return length(tensors);
    }
}
