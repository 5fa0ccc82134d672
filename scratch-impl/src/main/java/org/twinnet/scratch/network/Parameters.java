package org.twinnet.scratch.network;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.scratch.linalg.Matrix;

/**
 * One matrix W and one column b for each layer: the parameters of a network, or the gradients dW and db of them, which have
 * the same shapes.
 *
 * <p>Mutable: training updates the matrices in place. As a vector the order is W¹ row by row, b¹, W² row by row, b², … .
 */
public final class Parameters {

    private final List<Matrix> weights;
    private final List<Matrix> biases;

    private Parameters(List<Matrix> weights, List<Matrix> biases) {
        this.weights = weights;
        this.biases = biases;
    }

    /**
     * Makes parameters that are all zero.
     *
     * @param config the network's shape
     * @return zeros
     */
    public static Parameters zeros(NetworkConfig config) {
        List<Matrix> weights = new ArrayList<>();
        List<Matrix> biases = new ArrayList<>();
        for (int l = 1; l <= config.depth(); l++) {
            weights.add(Matrix.zeros(config.units(l), config.units(l - 1)));
            biases.add(Matrix.zeros(config.units(l), 1));
        }
        return new Parameters(weights, biases);
    }

    /**
     * The number of layers L.
     *
     * @return L
     */
    public int depth() {
        return weights.size();
    }

    /**
     * The weights of a layer, or their gradient; live.
     *
     * @param layer 1 to L
     * @return units × inputs
     */
    public Matrix W(int layer) {
        return weights.get(layer - 1);
    }

    /**
     * The biases of a layer, or their gradient; live.
     *
     * @param layer 1 to L
     * @return units × 1
     */
    public Matrix b(int layer) {
        return biases.get(layer - 1);
    }

    /**
     * Copies all numbers into a vector.
     *
     * @param vector target of the network's parameter count, overwritten
     * @throws IllegalArgumentException if the vector has another length
     */
    public void writeTo(double[] vector) {
        requireLength(vector);
        int next = 0;
        for (int l = 1; l <= depth(); l++) {
            next = W(l).writeTo(vector, next);
            next = b(l).writeTo(vector, next);
        }
    }

    /**
     * Overwrites all numbers by those of a vector.
     *
     * @param vector source of the network's parameter count, not modified
     * @throws IllegalArgumentException if the vector has another length; nothing is changed then
     */
    public void readFrom(double[] vector) {
        requireLength(vector);
        int next = 0;
        for (int l = 1; l <= depth(); l++) {
            next = W(l).readFrom(vector, next);
            next = b(l).readFrom(vector, next);
        }
    }

    /**
     * Returns all numbers as a new vector.
     *
     * @return W¹ row by row, b¹, W², b², …
     */
    public double[] toVector() {
        double[] vector = new double[size()];
        writeTo(vector);
        return vector;
    }

    private int size() {
        int size = 0;
        for (int l = 1; l <= depth(); l++) {
            size += W(l).rows() * (W(l).columns() + 1);
        }
        return size;
    }

    private void requireLength(double[] vector) {
        if (vector.length != size()) {
            throw new IllegalArgumentException(
                    "The parameter vector has " + vector.length + " numbers, the network has " + size() + ".");
        }
    }
}
