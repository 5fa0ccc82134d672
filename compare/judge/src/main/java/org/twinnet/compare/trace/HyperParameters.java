package org.twinnet.compare.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.PenaltyOver;
import org.twinnet.compare.experiment.setting.Setting;
import org.twinnet.compare.experiment.tree.ExperimentTree;

/**
 * What a trace states of the training that it is from. Its layers are those of the network, or one hidden layer that
 * stands for all; how many units they have, the trace's tensors say.
 *
 * @param experiment what was trained
 */
public record HyperParameters(Experiment experiment) {

    /** What a trace means that states none. */
    public static final HyperParameters DEFAULTS = new HyperParameters(0.3, 0, 1);

    /**
     * Gradient descent, ReLU on hidden layers, and outputs with a sigmoid and the binary cross-entropy.
     *
     * @param learningRate step of gradient descent
     * @param lambda strength of the L2 penalty
     * @param keepProbabilities probability to keep a unit, each above 0 and at most 1: one for all hidden layers, or
     *     one for each
     * @throws IllegalArgumentException if one is outside its range
     */
    public HyperParameters(double learningRate, double lambda, List<Double> keepProbabilities) {
        this(plain(learningRate, lambda, keepProbabilities));
    }

    /**
     * The same keep probability on all hidden layers.
     *
     * @param learningRate step of gradient descent
     * @param lambda strength of the L2 penalty
     * @param keepProbability probability to keep a hidden unit
     * @throws IllegalArgumentException if one is outside its range
     */
    public HyperParameters(double learningRate, double lambda, double keepProbability) {
        this(learningRate, lambda, List.of(keepProbability));
    }

    private static Experiment plain(double learningRate, double lambda, List<Double> keepProbabilities) {
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("learning_rate is " + learningRate + "; it must be positive and finite");
        }
        if (!(lambda >= 0) || Double.isInfinite(lambda)) {
            throw new IllegalArgumentException("lambd is " + lambda + "; it must be finite and at least 0");
        }
        if (keepProbabilities.isEmpty()) {
            throw new IllegalArgumentException("keep_prob is empty; it must be a number, or one for each hidden layer");
        }
        for (double keep : keepProbabilities) {
            if (!(keep > 0 && keep <= 1)) {
                throw new IllegalArgumentException("keep_prob is " + keep + "; it must be above 0 and at most 1");
            }
        }
        Experiment layers = Experiment.of(Collections.nCopies(keepProbabilities.size() + 2, 1))
                .with(new Optimizer.GradientDescent(learningRate))
                .with(Penalty.l2(lambda));
        Layer hidden = layers.layers().get(0);
        return layers.with(Stream.concat(keepProbabilities.stream().map(hidden::keepProb), Stream.of(layers.output()))
                .toList());
    }

    /**
     * The same without a penalty.
     *
     * @return nothing is added to cost and gradient
     */
    public HyperParameters unpenalized() {
        return new HyperParameters(experiment.with(Penalty.NONE));
    }

    /**
     * The rule of the update with its learning rate.
     *
     * @return the optimizer
     */
    public Optimizer optimizer() {
        return experiment.optimizer();
    }

    /**
     * The step of the optimizer.
     *
     * @return α, above 0
     */
    public double learningRate() {
        return optimizer().learningRate();
    }

    /**
     * What regularization adds.
     *
     * @return the penalty
     */
    public Penalty penalty() {
        return experiment.penalty();
    }

    /**
     * Strength of the L2 penalty, divided by the examples.
     *
     * @return λ, at least 0
     */
    public double lambda() {
        return penalty().l2();
    }

    /**
     * The share of a weight that a penalty of squares alone adds to its gradient.
     *
     * @param m number of training examples
     * @return λ/m + C; 0 where magnitudes are penalized, or batches divide
     */
    public double shrinks(int m) {
        boolean squares = !penalty().hasMagnitudes() && penalty().over() == PenaltyOver.TRAINING_SET;
        return squares ? penalty().squares(m) : 0;
    }

    /**
     * A hidden layer, or the one that stands for it.
     *
     * @param layer hidden layer, from 1; the input, 0, counts as the first one
     * @return its activation, keep probability and normalization
     */
    private Layer hidden(int layer) {
        int last = Math.max(1, experiment.layers().size() - 1);
        return experiment.layers().get(Math.max(1, Math.min(layer, last)) - 1);
    }

    /**
     * The activation of a layer.
     *
     * @param layer layer, from 1
     * @param depth number of layers of the network
     * @return the output's of the last one
     */
    public Activation activation(int layer, int depth) {
        return layer == depth ? experiment.output().activation() : hidden(layer).activation();
    }

    /**
     * What stands between Z and the activation of a layer.
     *
     * @param layer layer, from 1
     * @param depth number of layers of the network
     * @return the output's of the last one
     */
    public Normalization normalization(int layer, int depth) {
        return layer == depth ? experiment.output().batchNorm() : hidden(layer).batchNorm();
    }

    /**
     * The keep probability of a layer.
     *
     * @param layer hidden layer, from 1; or 0, the input
     * @return above 0 and at most 1
     */
    public double keepProbability(int layer) {
        return layer == 0 ? experiment.inputKeepProb() : hidden(layer).keepProb();
    }

    /**
     * The keep probabilities of hidden layers.
     *
     * @return one for all hidden layers, or one for each
     */
    public List<Double> keepProbabilities() {
        int hidden = Math.max(1, experiment.layers().size() - 1);
        return experiment.layers().stream().limit(hidden).map(Layer::keepProb).toList();
    }

    /**
     * Whether any hidden layer is dropped; the input is another matter.
     *
     * @return true if a keep probability of a hidden layer is below 1
     */
    public boolean dropsHiddenUnits() {
        return keepProbabilities().stream().anyMatch(keep -> keep < 1);
    }

    /**
     * Whether a hidden unit that is not dropped is certainly not 0. Of what is normalized behind Z, Z does not tell.
     *
     * @param layer hidden layer, from 1
     * @param z its pre-activation
     * @return true if A is not 0 there
     */
    public boolean isActive(int layer, double z) {
        if (!(hidden(layer).batchNorm() instanceof Normalization.None)) {
            return false;
        }
        return hidden(layer).activation() instanceof Activation.Relu ? z > 0 : z != 0;
    }

    /**
     * The same under the keys of an experiment.
     *
     * @return learning rate, λ and keep probability, the last one number or a list where hidden layers differ; and
     *     every other setting that is not the default's
     */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("optimizer.learning_rate", learningRate());
        settings.put("penalty.l2", lambda());
        List<Double> keeps = keepProbabilities();
        settings.put("layers[].keep_prob", keeps.stream().distinct().count() == 1 ? keeps.get(0) : keeps);
        Map<String, Object> usual = new LinkedHashMap<>();
        Experiment like = Experiment.of(experiment.layerSizes());
        ExperimentTree.settings(like).forEach(setting -> usual.put(setting.key(), setting.value()));
        for (Setting setting : ExperimentTree.settings(experiment)) {
            if (!setting.value().equals(usual.get(setting.key())) && isOfFormulas(setting.key())) {
                settings.putIfAbsent(setting.key(), brief(setting.value(), usual.get(setting.key())));
            }
        }
        return settings;
    }

    /** A trace says nothing of where its parameters come from, nor for how long it was trained. */
    private static boolean isOfFormulas(String key) {
        return Stream.of("initialization", "masks", "iterations").noneMatch(key::startsWith);
    }

    /** One value where all hidden layers have it, and the output has the usual one. */
    private static Object brief(Object value, Object usual) {
        if (value instanceof List<?> list && list.size() > 1 && usual instanceof List<?> others) {
            int last = list.size() - 1;
            boolean alike = list.subList(0, last).stream().distinct().count() == 1;
            return alike && list.get(last).equals(others.get(last)) ? list.get(0) : value;
        }
        return value;
    }
}
