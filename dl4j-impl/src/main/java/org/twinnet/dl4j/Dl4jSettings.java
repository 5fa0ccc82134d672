package org.twinnet.dl4j;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.twinnet.dl4j.activation.Dl4jActivation;
import org.twinnet.dl4j.loss.Dl4jLoss;
import org.twinnet.dl4j.loss.Loss;
import org.twinnet.dl4j.memory.Precision;
import org.twinnet.dl4j.normalization.BatchNorm;
import org.twinnet.dl4j.runtime.Engine;
import org.twinnet.dl4j.update.Descent;
import org.twinnet.dl4j.update.Update;

/**
 * What a network is and how it is trained, in the notebook's terms.
 *
 * @param layerSizes the number of inputs, then the units of each layer
 * @param hidden the activation of each hidden layer
 * @param normalization what stands between each layer's Z and its activation; empty where nothing does
 * @param output the activation of the last layer
 * @param objective what its numbers cost
 * @param update what becomes of the gradient
 * @param penalty what regularization adds to the loss
 * @param keepProbabilities probability to keep a number that a layer gets: of the inputs, then of each hidden layer's
 *     activations; above 0 and at most 1
 * @param loss which form of a cross-entropy
 * @param precision what arrays hold
 * @param engine what lies beneath {@code fit}
 */
public record Dl4jSettings(
        List<Integer> layerSizes,
        List<Dl4jActivation> hidden,
        List<Optional<BatchNorm>> normalization,
        Dl4jActivation output,
        Dl4jLoss objective,
        Update update,
        Penalty penalty,
        List<Double> keepProbabilities,
        Loss loss,
        Precision precision,
        Engine engine) {

    /**
     * Checks every value.
     *
     * @param layerSizes at least two sizes from 1
     * @param hidden one a hidden layer
     * @param normalization one a layer
     * @param output not null
     * @param objective not null
     * @param update not null
     * @param penalty not null
     * @param keepProbabilities one a layer, above 0, up to 1
     * @param loss not null
     * @param precision not null
     * @param engine not null
     * @throws IllegalArgumentException if a value is out of its range
     */
    public Dl4jSettings {
        normalization = List.copyOf(normalization);
        layerSizes = layoutOf(layerSizes, normalization).layerSizes();
        hidden = List.copyOf(hidden);
        if (hidden.size() != layerSizes.size() - 2) {
            throw new IllegalArgumentException("Layer sizes " + layerSizes + " have " + (layerSizes.size() - 2)
                    + " hidden layers, and there are " + hidden.size() + " activations for them.");
        }
        Objects.requireNonNull(update, "update");
        Objects.requireNonNull(penalty, "penalty");
        keepProbabilities = List.copyOf(keepProbabilities);
        if (keepProbabilities.size() != layerSizes.size() - 1) {
            throw new IllegalArgumentException("Layer sizes " + layerSizes + " need " + (layerSizes.size() - 1)
                    + " keep probabilities, that of the inputs first, and there are " + keepProbabilities + ".");
        }
        for (double keep : keepProbabilities) {
            require("Keep probability", keep, keep > 0 && keep <= 1, "numbers above 0, up to 1 (no dropout)");
        }
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(objective, "objective");
        Objects.requireNonNull(loss, "loss");
        Objects.requireNonNull(precision, "precision");
        Objects.requireNonNull(engine, "engine");
    }

    /**
     * A network of ReLU layers and a sigmoid output with cross-entropy, without regularization, with the logit loss and
     * the fast engine.
     *
     * @param layerSizes the number of inputs, then the units of each layer
     * @param learningRate α
     * @return the settings, to be refined by the {@code with} methods
     */
    public static Dl4jSettings of(List<Integer> layerSizes, double learningRate) {
        int layers = Math.max(0, layerSizes.size() - 2);
        return new Dl4jSettings(
                layerSizes,
                Collections.nCopies(layers, new Dl4jActivation.Relu()),
                Collections.nCopies(Math.max(0, layerSizes.size() - 1), Optional.empty()),
                new Dl4jActivation.Sigmoid(),
                Dl4jLoss.BINARY_CROSS_ENTROPY,
                Update.of(new Descent.GradientDescent(learningRate)),
                Penalty.NONE,
                Collections.nCopies(layers + 1, 1.0),
                Loss.LOGIT,
                Precision.FLOAT64,
                Engine.FAST);
    }

    static void require(String name, double value, boolean inRange, String allowed) {
        if (!inRange || !Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " is " + value + "; allowed are " + allowed + ".");
        }
    }

    /**
     * Changes the activations of the hidden layers.
     *
     * @param value one a hidden layer
     * @return new settings
     */
    public Dl4jSettings withHidden(List<Dl4jActivation> value) {
        return new Dl4jSettings(
                layerSizes,
                value,
                normalization,
                output,
                objective,
                update,
                penalty,
                keepProbabilities,
                loss,
                precision,
                engine);
    }

    /**
     * Changes what stands between Z and the activations.
     *
     * @param value one a layer; empty where nothing does
     * @return new settings
     */
    public Dl4jSettings withNormalization(List<Optional<BatchNorm>> value) {
        return new Dl4jSettings(
                layerSizes,
                hidden,
                value,
                output,
                objective,
                update,
                penalty,
                keepProbabilities,
                loss,
                precision,
                engine);
    }

    /**
     * Changes the output.
     *
     * @param activation the activation of the last layer
     * @param value what its numbers cost
     * @return new settings
     */
    public Dl4jSettings withOutput(Dl4jActivation activation, Dl4jLoss value) {
        return new Dl4jSettings(
                layerSizes,
                hidden,
                normalization,
                activation,
                value,
                update,
                penalty,
                keepProbabilities,
                loss,
                precision,
                engine);
    }

    /**
     * Changes what becomes of the gradient.
     *
     * @param value the rule
     * @return new settings
     */
    public Dl4jSettings withUpdate(Update value) {
        return new Dl4jSettings(
                layerSizes,
                hidden,
                normalization,
                output,
                objective,
                value,
                penalty,
                keepProbabilities,
                loss,
                precision,
                engine);
    }

    /**
     * Changes the penalty to the notebook's.
     *
     * @param value λ
     * @return new settings
     */
    public Dl4jSettings withLambda(double value) {
        return withPenalty(Penalty.l2(value));
    }

    /**
     * Changes the penalty.
     *
     * @param value what regularization adds to the loss
     * @return new settings
     */
    public Dl4jSettings withPenalty(Penalty value) {
        return new Dl4jSettings(
                layerSizes,
                hidden,
                normalization,
                output,
                objective,
                update,
                value,
                keepProbabilities,
                loss,
                precision,
                engine);
    }

    /**
     * Changes the probability to keep an activation, the same for every hidden layer; the inputs keep theirs.
     *
     * @param value probability
     * @return new settings
     */
    public Dl4jSettings withKeepProbability(double value) {
        List<Double> all = new ArrayList<>(Collections.nCopies(layerSizes.size() - 1, value));
        all.set(0, keepProbabilities.get(0));
        return withKeepProbabilities(all);
    }

    /**
     * Changes the probabilities to keep what a layer gets.
     *
     * @param value that of the inputs, then of each hidden layer's activations
     * @return new settings
     */
    public Dl4jSettings withKeepProbabilities(List<Double> value) {
        return new Dl4jSettings(
                layerSizes, hidden, normalization, output, objective, update, penalty, value, loss, precision, engine);
    }

    /** Whether the fast engine knows the update: the same plain descent for each of so many batches of an epoch. */
    boolean isPlain(int batches) {
        return engine == Engine.FAST
                && update.isPlain()
                && penalty.isSquaresOfWeights()
                && !layout().normalized().contains(true)
                && (!penalty.overBatch() || batches == 1);
    }

    /**
     * Tells whether anything is dropped.
     *
     * @return true if a probability is below 1
     */
    public boolean drops() {
        return keepProbabilities.stream().anyMatch(keep -> keep < 1);
    }

    /**
     * Changes the loss.
     *
     * @param value loss
     * @return new settings
     */
    public Dl4jSettings withLoss(Loss value) {
        return new Dl4jSettings(
                layerSizes,
                hidden,
                normalization,
                output,
                objective,
                update,
                penalty,
                keepProbabilities,
                value,
                precision,
                engine);
    }

    /**
     * Changes the precision.
     *
     * @param value what arrays hold
     * @return new settings
     */
    public Dl4jSettings withPrecision(Precision value) {
        return new Dl4jSettings(
                layerSizes,
                hidden,
                normalization,
                output,
                objective,
                update,
                penalty,
                keepProbabilities,
                loss,
                value,
                engine);
    }

    /**
     * Changes the engine.
     *
     * @param value engine
     * @return new settings
     */
    public Dl4jSettings withEngine(Engine value) {
        return new Dl4jSettings(
                layerSizes,
                hidden,
                normalization,
                output,
                objective,
                update,
                penalty,
                keepProbabilities,
                loss,
                precision,
                value);
    }

    /**
     * The layout of this network's parameters.
     *
     * @return the notebook's order
     */
    public ParameterLayout layout() {
        return layoutOf(layerSizes, normalization);
    }

    private static ParameterLayout layoutOf(List<Integer> layerSizes, List<Optional<BatchNorm>> normalization) {
        return new ParameterLayout(
                layerSizes, normalization.stream().map(Optional::isPresent).toList());
    }
}
