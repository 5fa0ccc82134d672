package org.twinnet.compare.theory.mistake;

import java.util.List;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;

/**
 * The numbers that a mistake's formula may hold.
 *
 * @param sizes units of each layer, the features first
 * @param m number of examples
 * @param keeps keep probability: one for all hidden layers, or one for each
 * @param lambda strength of the L2 penalty
 * @param rate learning rate α
 * @param hasDropout whether hidden units are dropped, or masks of them are there
 * @param layer the layer whose formula it is; 0 for the network
 * @param activations of each layer, the output's last
 * @param experiment all that is stated of the training
 */
public record Setting(
        List<Integer> sizes,
        int m,
        List<Double> keeps,
        double lambda,
        double rate,
        boolean hasDropout,
        int layer,
        List<Activation> activations,
        Experiment experiment) {

    /**
     * Copies the lists.
     *
     * @param sizes units of each layer
     * @param m number of examples
     * @param keeps keep probabilities
     * @param lambda strength of the penalty
     * @param rate learning rate
     * @param hasDropout whether hidden units are dropped
     * @param layer the layer
     * @param activations of each layer
     * @param experiment all that is stated
     */
    public Setting {
        sizes = List.copyOf(sizes);
        keeps = List.copyOf(keeps);
        activations = List.copyOf(activations);
    }

    /**
     * ReLU, the sigmoid, cross-entropy and gradient descent.
     *
     * @param sizes units of each layer
     * @param m number of examples
     * @param keeps keep probabilities
     * @param lambda strength of the penalty
     * @param rate learning rate
     * @param hasDropout whether hidden units are dropped
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
                usual(sizes),
                Experiment.of(sizes).with(new Optimizer.GradientDescent(rate)).with(Penalty.l2(lambda)));
    }

    private static List<Activation> usual(List<Integer> sizes) {
        return Experiment.of(sizes).layers().stream().map(Layer::activation).toList();
    }

    /**
     * The same in a formula of another layer.
     *
     * @param other the layer
     * @return its setting
     */
    public Setting at(int other) {
        return new Setting(sizes, m, keeps, lambda, rate, hasDropout, other, activations, experiment);
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
     * The activation of the layer.
     *
     * @return that of the output where the formula belongs to no layer
     */
    public Activation activation() {
        return activations.get((layer == 0 ? activations.size() : layer) - 1);
    }

    /**
     * Whether something stands between Z and the activation of the layer.
     *
     * @return false where the formula belongs to no layer
     */
    public boolean isNormalized() {
        List<Layer> stated = experiment.layers();
        int hidden = Math.max(1, Math.min(layer, stated.size() - 1));
        Layer own = stated.get((layer == depth() ? stated.size() : hidden) - 1);
        return layer > 0 && !(own.batchNorm() instanceof Normalization.None);
    }

    /**
     * The rule of the update.
     *
     * @return as stated
     */
    public Optimizer optimizer() {
        return experiment.optimizer();
    }

    /**
     * The penalty.
     *
     * @return as stated
     */
    public Penalty penalty() {
        return experiment.penalty();
    }

    /**
     * Number of outputs.
     *
     * @return K
     */
    public int outputs() {
        return sizes.get(depth());
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
     * The number of examples of a whole batch.
     *
     * @return B; m without batches
     */
    public int batch() {
        return experiment.batches().examples(0, m);
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
