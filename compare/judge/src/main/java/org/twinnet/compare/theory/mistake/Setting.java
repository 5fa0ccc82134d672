package org.twinnet.compare.theory.mistake;

import java.util.List;

/**
 * The numbers that a mistake's formula may hold.
 *
 * @param sizes units of each layer, the features first
 * @param m number of examples
 * @param keeps keep probability: one for all hidden layers, or one for each
 * @param lambda strength of the L2 penalty
 * @param rate learning rate α
 * @param hasDropout whether units are dropped, or masks are there
 * @param layer the layer whose formula it is; 0 for the network
 */
public record Setting(
        List<Integer> sizes, int m, List<Double> keeps, double lambda, double rate, boolean hasDropout, int layer) {

    /**
     * Copies the lists.
     *
     * @param sizes units of each layer
     * @param m number of examples
     * @param keeps keep probabilities
     * @param lambda strength of the penalty
     * @param rate learning rate
     * @param hasDropout whether units are dropped
     * @param layer the layer
     */
    public Setting {
        sizes = List.copyOf(sizes);
        keeps = List.copyOf(keeps);
    }

    /**
     * The same in a formula of another layer.
     *
     * @param other the layer
     * @return its setting
     */
    public Setting at(int other) {
        return new Setting(sizes, m, keeps, lambda, rate, hasDropout, other);
    }

    /**
     * The keep probability of the layer; the network's is that of the first.
     *
     * @return above 0 and at most 1
     */
    public double keep() {
        return keeps.get(Math.max(0, Math.min(layer, keeps.size()) - 1));
    }

    /**
     * Number of layers.
     *
     * @return L
     */
    public int depth() {
        return sizes.size() - 1;
    }

    /**
     * Number of features.
     *
     * @return units of layer 0
     */
    public int features() {
        return sizes.get(0);
    }

    /**
     * Whether there is a penalty.
     *
     * @return true if λ is not 0
     */
    public boolean hasPenalty() {
        return lambda > 0;
    }
}
