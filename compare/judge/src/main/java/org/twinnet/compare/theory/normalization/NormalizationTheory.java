package org.twinnet.compare.theory.normalization;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Chapter;
import org.twinnet.compare.theory.Rounding;

/**
 * A normalization of Z over the examples, with parameters of its own, between the affine map and the activation. What
 * it keeps of the batches that it has seen are its statistics; to predict, it goes by these.
 */
public interface NormalizationTheory extends Chapter {

    /**
     * The chapter of a choice.
     *
     * @param normalization the choice
     * @return its formulas; empty where nothing is normalized
     */
    static Optional<NormalizationTheory> of(Normalization normalization) {
        if (normalization instanceof Normalization.None) {
            return Optional.empty();
        }
        if (normalization instanceof Normalization.BatchNorm batch) {
            return Optional.of(new BatchNormalizationTheory(
                    batch.decay(), batch.epsilon(), batch.runningVariance() == Normalization.RunningVariance.UNBIASED));
        }
        throw new IllegalStateException(normalization.kind() + " has no chapter");
    }

    /**
     * The same with something done otherwise by mistake.
     *
     * @param deviations what is done otherwise, beside what is already
     * @return another chapter
     */
    NormalizationTheory with(Set<Deviation> deviations);

    /**
     * The same that keeps another share of its statistics from batch to batch.
     *
     * @param share from 0 to 1, which keeps them for ever
     * @return another chapter
     */
    NormalizationTheory keeping(double share);

    /**
     * How many rows of parameters it has, one number a unit in each, such as γ and β.
     *
     * @return at least 0
     */
    int parameterCount();

    /**
     * How many rows of statistics it keeps, one number a unit in each, such as a running mean.
     *
     * @return at least 0
     */
    default int statisticsCount() {
        return 0;
    }

    /**
     * Normalizes in training.
     *
     * @param Z pre-activation, units × examples, not modified
     * @param parameters {@link #parameterCount} tensors of 1 × units, not modified
     * @param normalized overwritten
     * @param rounding the format that programs compute in
     */
    void forward(Bounded Z, List<Bounded> parameters, Bounded normalized, Rounding rounding);

    /**
     * Normalizes to predict.
     *
     * @param Z pre-activation, units × examples, not modified
     * @param parameters {@link #parameterCount} tensors of 1 × units, not modified
     * @param statistics {@link #statisticsCount} tensors of 1 × units, not modified
     * @param normalized overwritten
     * @param rounding the format that programs compute in
     */
    default void predict(
            Bounded Z, List<Bounded> parameters, List<Bounded> statistics, Bounded normalized, Rounding rounding) {
        forward(Z, parameters, normalized, rounding);
    }

    /**
     * What a batch shows.
     *
     * @param Z pre-activation in training, not modified
     * @param statistics overwritten with {@link #statisticsCount} tensors of 1 × units
     * @param rounding the format that programs compute in
     */
    void measure(Bounded Z, List<Bounded> statistics, Rounding rounding);

    /**
     * Normalizes without its parameters.
     *
     * @param Z pre-activation, units × examples, not modified
     * @param statistics what goes in place of that which the batch shows; empty in training
     * @param standard overwritten
     * @param rounding the format that programs compute in
     */
    void standardize(Bounded Z, Optional<List<Bounded>> statistics, Bounded standard, Rounding rounding);

    /**
     * Applies the parameters to what is normalized.
     *
     * @param standard what {@link #standardize} makes, not modified
     * @param parameters {@link #parameterCount} tensors of 1 × units, not modified
     * @param normalized overwritten
     * @param rounding the format that programs compute in
     */
    void scale(Bounded standard, List<Bounded> parameters, Bounded normalized, Rounding rounding);

    /**
     * Keeps what a batch has shown.
     *
     * @param Z pre-activation in training, not modified
     * @param statistics what was kept before, not modified
     * @param next overwritten with what is kept after
     * @param rounding the format that programs compute in
     */
    default void keep(Bounded Z, List<Bounded> statistics, List<Bounded> next, Rounding rounding) {
        // nothing is kept
    }

    /**
     * Carries a gradient back.
     *
     * @param Z pre-activation, not modified
     * @param parameters the parameters, not modified
     * @param gradient the gradient at the normalized numbers on entry, dZ on return
     * @param parameterGradients overwritten with the gradient of the mean loss in the parameters
     * @param rounding the format that programs compute in
     */
    default void backward(
            Bounded Z,
            List<Bounded> parameters,
            Bounded gradient,
            List<Bounded> parameterGradients,
            Rounding rounding) {
        backward(Z, Optional.empty(), parameters, gradient, parameterGradients, rounding);
    }

    /**
     * Carries a gradient back.
     *
     * @param Z pre-activation, not modified
     * @param statistics what Z was normalized by in place of that which the batch shows; empty in training
     * @param parameters the parameters, not modified
     * @param gradient the gradient at the normalized numbers on entry, dZ on return
     * @param parameterGradients overwritten with the gradient of the mean loss in the parameters
     * @param rounding the format that programs compute in
     */
    void backward(
            Bounded Z,
            Optional<List<Bounded>> statistics,
            List<Bounded> parameters,
            Bounded gradient,
            List<Bounded> parameterGradients,
            Rounding rounding);
}
