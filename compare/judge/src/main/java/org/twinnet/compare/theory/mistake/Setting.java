package org.twinnet.compare.theory.mistake;

import java.util.List;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Optimizer;

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
 * @param hidden activation of the hidden layers
 * @param optimizer the rule of the update
 */
public record Setting(
        List<Integer> sizes,
        int m,
        List<Double> keeps,
        double lambda,
        double rate,
        boolean hasDropout,
        int layer,
        Activation hidden,
        Optimizer optimizer) {

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
     * @param hidden activation of the hidden layers
     * @param optimizer the rule of the update
     */
    public Setting {
        sizes = List.copyOf(sizes);
        keeps = List.copyOf(keeps);
    }

    /**
     * ReLU and gradient descent.
     *
     * @param sizes units of each layer
     * @param m number of examples
     * @param keeps keep probabilities
     * @param lambda strength of the penalty
     * @param rate learning rate
     * @param hasDropout whether units are dropped
     * @param layer the layer
     */
    public Setting(
            List<Integer> sizes, int m, List<Double> keeps, double lambda, double rate, boolean hasDropout, int layer) {
        this(
                sizes,
                m,
                keeps,
                lambda,
                rate,
                hasDropout,
                layer,
                new Activation.Relu(),
                new Optimizer.GradientDescent(rate));
    }

    /**
     * The same in a formula of another layer.
     *
     * @param other the layer
     * @return its setting
     */
    public Setting at(int other) {
        return new Setting(sizes, m, keeps, lambda, rate, hasDropout, other, hidden, optimizer);
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
