package org.twinnet.compare.twin;

import java.util.List;
import org.twinnet.compare.experiment.Tensor;

/**
 * One network in training. Both twins are spoken to in the same numbers: vectors in the order of
 * {@link org.twinnet.compare.experiment.ParameterIndex}, examples as rows of features.
 *
 * <p>A twin counts its iterations from 0. {@link #step} runs the current iteration and goes to the next. A twin is
 * made, used and closed by one thread.
 */
public interface Twin extends AutoCloseable {

    /**
     * What the twin computed at its current parameters, under the masks of the current iteration, without training.
     *
     * @param preActivations Z of every layer, units × m
     * @param activations A of every layer, after mask and scaling
     * @param crossEntropy mean cross-entropy as the twin reports it
     * @param logitCrossEntropy the same computed from the logit: finite where an output saturates
     * @param penalty what regularization adds
     * @param dataGradient gradient of the mean cross-entropy
     * @param penaltyGradient gradient of the penalty
     */
    @SuppressWarnings("ArrayRecordComponent") // compared entry by entry, never by equals
    record Snapshot(
            List<Tensor> preActivations,
            List<Tensor> activations,
            double crossEntropy,
            double logitCrossEntropy,
            double penalty,
            double[] dataGradient,
            double[] penaltyGradient) {}

    /**
     * The name in reports.
     *
     * @return such as {@code scratch}
     */
    TwinName name();

    /**
     * The training features as the twin holds them.
     *
     * @return one row an example
     */
    double[][] featureRows();

    /**
     * The training targets as the twin holds them.
     *
     * @return what each output should be for each example, one output after the other; mostly one label, 0 or 1
     */
    double[] labels();

    /**
     * The number of finished iterations, which is the index of the current one.
     *
     * @return from 0
     */
    int iteration();

    /**
     * The length of the parameter vector.
     *
     * @return number of parameters
     */
    int parameterCount();

    /**
     * Copies the parameters.
     *
     * @param target vector of the network's length, overwritten
     */
    void copyParametersTo(double[] target);

    /**
     * Replaces the parameters; iteration and optimizer stay.
     *
     * @param parameters vector of the network's length, not modified
     */
    void setParameters(double[] parameters);

    /**
     * What the twin keeps of the batches that it has seen, to predict by: the running mean and variance of each layer
     * with batch normalization.
     *
     * @return a copy, in the order of {@link org.twinnet.compare.experiment.ParameterIndex#ofStatistics}; empty where
     *     nothing is kept
     */
    double[] statistics();

    /**
     * Replaces what the twin keeps; parameters, iteration and optimizer stay.
     *
     * @param statistics as many numbers as {@link #statistics} has, not modified
     */
    void setStatistics(double[] statistics);

    /**
     * All of the twin's state: a twin of the same experiment that {@link #restore}s it goes on as this one does.
     *
     * @return a copy
     */
    TwinState state();

    /**
     * Takes over all of a twin's state, its own earlier one or another twin's. What the last {@link #step} reported and
     * subtracted is not part of it and stays.
     *
     * @param state iteration, parameters, statistics and what the optimizer remembers; not modified
     * @throws IllegalArgumentException if it is the state of another network or another optimizer; nothing is changed
     *     then
     */
    void restore(TwinState state);

    /**
     * Evaluates the current iteration without training.
     *
     * @return forward pass, cost and gradients
     */
    Snapshot snapshot();

    /**
     * What regularization adds to the cost at the current parameters.
     *
     * @return what the penalty of the experiment adds, 0 without one
     */
    double penalty();

    /**
     * Trains one iteration.
     *
     * @return the cost before the update, penalty included, under the iteration's masks
     */
    double step();

    /**
     * The cost of the last {@link #step}, before its update, with the cross-entropy computed from the logit: what the
     * step reported, but finite where an output has rounded to the wrong label.
     *
     * @return the cost, penalty included; NaN before the first step
     */
    double logitCost();

    /**
     * Trains some iterations whose costs nobody asks for.
     *
     * @param iterations how many, 0 or more
     */
    default void train(int iterations) {
        for (int i = 0; i < iterations; i++) {
            step();
        }
    }

    /**
     * Copies what the last {@link #step} subtracted from the parameters, for gradient descent learning rate × gradient.
     *
     * @param target vector of the network's length, overwritten
     */
    void copyUpdateTo(double[] target);

    /**
     * Predicts: without dropout, and by the statistics that the twin keeps.
     *
     * @param featureRows one row an example
     * @return the outputs for each example, one output after the other; mostly one, the probability of class 1
     */
    double[] predict(double[][] featureRows);

    /** Frees what the twin holds outside the Java heap. */
    @Override
    void close();
}
