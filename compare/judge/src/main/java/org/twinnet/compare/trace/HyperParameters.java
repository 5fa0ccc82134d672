package org.twinnet.compare.trace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.tree.ExperimentTree;

/**
 * The hyper-parameters that a trace states.
 *
 * @param optimizer the rule of the update with its learning rate
 * @param lambda strength λ of the L2 penalty, at least 0
 * @param keepProbabilities probability to keep a unit, each above 0 and at most 1: one for all hidden layers, or one
 *     for each
 * @param hidden activation of the hidden layers
 */
public record HyperParameters(Optimizer optimizer, double lambda, List<Double> keepProbabilities, Activation hidden) {

    /** What a trace means that states none. */
    public static final HyperParameters DEFAULTS = new HyperParameters(0.3, 0, 1);

    /**
     * Checks the ranges.
     *
     * @param optimizer the rule of the update
     * @param lambda strength of the L2 penalty
     * @param keepProbabilities probabilities to keep a hidden unit, at least one
     * @param hidden activation of the hidden layers
     * @throws IllegalArgumentException if one is outside its range
     */
    public HyperParameters {
        keepProbabilities = List.copyOf(keepProbabilities);
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
    }

    /**
     * Gradient descent, and ReLU on hidden layers.
     *
     * @param learningRate step of gradient descent
     * @param lambda strength of the L2 penalty
     * @param keepProbabilities probabilities to keep a hidden unit, at least one
     * @throws IllegalArgumentException if one is outside its range
     */
    public HyperParameters(double learningRate, double lambda, List<Double> keepProbabilities) {
        this(descent(learningRate), lambda, keepProbabilities, new Activation.Relu());
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

    private static Optimizer descent(double learningRate) {
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException("learning_rate is " + learningRate + "; it must be positive and finite");
        }
        return new Optimizer.GradientDescent(learningRate);
    }

    /**
     * The same without a penalty.
     *
     * @return λ = 0
     */
    public HyperParameters unpenalized() {
        return new HyperParameters(optimizer, 0, keepProbabilities, hidden);
    }

    /**
     * The step of the optimizer.
     *
     * @return α, above 0
     */
    public double learningRate() {
        return optimizer.learningRate();
    }

    /**
     * Whether a hidden unit that is not dropped is certainly not 0.
     *
     * @param z its pre-activation
     * @return true if A is not 0 there
     */
    public boolean isActive(double z) {
        return hidden instanceof Activation.Relu ? z > 0 : z != 0;
    }

    /**
     * The keep probability of a layer.
     *
     * @param layer hidden layer, from 1; the input, 0, counts as the first one
     * @return above 0 and at most 1
     */
    public double keepProbability(int layer) {
        return keepProbabilities.get(Math.max(0, Math.min(layer, keepProbabilities.size()) - 1));
    }

    /**
     * The same under the keys of an experiment.
     *
     * @return a value under each key; that of hidden layers is one number, or a list where they differ; optimizer and
     *     activation only where they are not gradient descent and ReLU
     */
    public Map<String, Object> settings() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("optimizer.learning_rate", learningRate());
        settings.put("penalty.l2", lambda);
        settings.put("layers[].keep_prob", isUniform() ? keepProbabilities.get(0) : keepProbabilities);
        if (!(optimizer instanceof Optimizer.GradientDescent)) {
            ExperimentTree.settings(Experiment.of(1, 1).with(optimizer)).stream()
                    .filter(setting -> setting.key().startsWith("optimizer."))
                    .forEach(setting -> settings.put(setting.key(), setting.value()));
        }
        if (!(hidden instanceof Activation.Relu)) {
            settings.put("layers[].activation", hidden.kind());
        }
        return settings;
    }

    /**
     * Whether any hidden layer is dropped.
     *
     * @return true if a keep probability is below 1
     */
    public boolean hasDropout() {
        return keepProbabilities.stream().anyMatch(keep -> keep < 1);
    }

    /**
     * Whether one keep probability is that of all hidden layers.
     *
     * @return true if all are the same
     */
    public boolean isUniform() {
        return keepProbabilities.stream().distinct().count() == 1;
    }
}
