package org.twinnet.compare.tuning.space;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Initialization;
import org.twinnet.compare.experiment.MaskKind;
import org.twinnet.compare.experiment.Masks;
import org.twinnet.compare.experiment.Optimizer;
import org.twinnet.compare.experiment.Penalty;

/**
 * What one candidate is trained with. Serializable because Arbiter carries candidates as bytes.
 *
 * @param lambda the notebook's λ of the penalty λ/(2m)·ΣW², 0 for none
 * @param keepProbability probability to keep a hidden unit, 1 for no dropout
 * @param learningRate step of gradient descent
 * @param layers units of each layer after the inputs, the last one 1
 */
public record Setting(double lambda, double keepProbability, double learningRate, List<Integer> layers)
        implements Serializable {

    /**
     * Copies the layers.
     *
     * @param lambda strength of the L2 penalty
     * @param keepProbability probability to keep a hidden unit
     * @param learningRate step of gradient descent
     * @param layers units of each layer after the inputs
     */
    public Setting {
        layers = List.copyOf(layers);
    }

    /**
     * The same network with another regularization.
     *
     * @param lambda strength of the L2 penalty
     * @param keepProbability probability to keep a hidden unit
     * @return a setting with the learning rate and layers of this one
     */
    public Setting regularizedBy(double lambda, double keepProbability) {
        return new Setting(lambda, keepProbability, learningRate, layers);
    }

    /**
     * The training that this setting asks for. Dropout draws new masks in every iteration: masks that never change only remove weights from the
     * network.
     *
     * @param name the experiment's name
     * @param inputs number of features
     * @param iterations full-batch iterations
     * @param weightSeed seed of the initial weights
     * @param maskSeed seed of the dropout masks
     * @return the experiment
     * @throws IllegalArgumentException if a value is out of its range
     */
    public Experiment experiment(String name, int inputs, int iterations, long weightSeed, long maskSeed) {
        return Experiment.of(layerSizes(inputs, layers))
                .named(name)
                .with(new Optimizer.GradientDescent(learningRate))
                .with(Penalty.l2(lambda))
                .keepProbability(keepProbability)
                .with(new Masks(MaskKind.FRESH, maskSeed))
                .with(new Initialization.ScaledGaussian(weightSeed))
                .iterations(iterations);
    }

    /**
     * Units of every layer.
     *
     * @param inputs number of features
     * @return the inputs first
     */
    public List<Integer> layerSizes(int inputs) {
        return layerSizes(inputs, layers);
    }

    /**
     * Puts the number of inputs before the layers.
     *
     * @param inputs number of features
     * @param layers units of each layer after the inputs
     * @return the inputs first
     */
    public static List<Integer> layerSizes(int inputs, List<Integer> layers) {
        return Stream.concat(Stream.of(inputs), layers.stream()).toList();
    }

    /**
     * The layers as users write them.
     *
     * @return such as {@code 20,3,1}
     */
    public String layerText() {
        return layerText(layers);
    }

    /**
     * Layers as users write them.
     *
     * @param layers units of each layer after the inputs
     * @return such as {@code 20,3,1}
     */
    public static String layerText(List<Integer> layers) {
        return layers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /**
     * Reads what {@link #layerText} wrote.
     *
     * @param text such as {@code 20,3,1}
     * @return units of each layer
     * @throws NumberFormatException if a part is no number
     */
    public static List<Integer> layersOf(String text) {
        return Arrays.stream(text.split(",", -1)).map(Integer::valueOf).toList();
    }

    /**
     * For tables and messages.
     *
     * @return such as {@code lambda 0.0123, keep 0.81, learning rate 0.3, layers 20,3,1}
     */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "lambda %.4g, keep %.4g, learning rate %.4g, layers %s",
                lambda,
                keepProbability,
                learningRate,
                layerText());
    }
}
