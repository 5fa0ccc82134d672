package org.twinnet.compare.experiment;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.setting.Allowed;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.Default;
import org.twinnet.compare.experiment.setting.SettingException;

/**
 * One layer after the inputs: Z = W·A + b, then perhaps batch normalization, then the activation, then dropout in
 * training.
 *
 * @param units number of units
 * @param activation what turns Z into A
 * @param keepProb probability to keep a unit in training, 1 for no dropout
 * @param batchNorm what stands between Z and the activation
 */
public record Layer(
        @Allowed(from = 1, to = 100_000) int units,
        Activation activation,
        @Allowed(above = 0, to = 1) @Default("1.0") double keepProb,
        Normalization batchNorm) {

    /**
     * Checks the numbers.
     *
     * @param units number of units
     * @param activation what turns Z into A
     * @param keepProb probability to keep a unit
     * @param batchNorm what stands between Z and the activation
     * @throws SettingException if there is no unit, or the probability is not above 0 and at most 1
     */
    public Layer {
        Components.check(Layer.class, units, activation, keepProb, batchNorm);
    }

    /**
     * A layer without normalization.
     *
     * @param units number of units
     * @param activation what turns Z into A
     * @param keepProb probability to keep a unit
     * @throws SettingException if there is no unit, or the probability is not above 0 and at most 1
     */
    public Layer(int units, Activation activation, double keepProb) {
        this(units, activation, keepProb, new Normalization.None());
    }

    /**
     * The same with another activation.
     *
     * @param activation what turns Z into A
     * @return a new layer
     */
    public Layer with(Activation activation) {
        return new Layer(units, activation, keepProb, batchNorm);
    }

    /**
     * The same with another normalization.
     *
     * @param normalization what stands between Z and the activation
     * @return a new layer
     */
    public Layer with(Normalization normalization) {
        return new Layer(units, activation, keepProb, normalization);
    }

    /**
     * The same with dropout, or another one.
     *
     * @param keepProb probability to keep a unit in training, 1 for no dropout
     * @return a new layer
     * @throws SettingException if it is not above 0 and at most 1
     */
    public Layer keepProb(double keepProb) {
        return new Layer(units, activation, keepProb, batchNorm);
    }

    /** Layers of so many units, the hidden ones ReLU, the output a sigmoid or a softmax; nothing is dropped. */
    static List<Layer> published(List<Integer> units) {
        List<Layer> layers = new ArrayList<>();
        for (int l = 0; l < units.size(); l++) {
            boolean output = l == units.size() - 1;
            layers.add(new Layer(units.get(l), output ? Activation.ofOutput(units.get(l)) : new Activation.Relu(), 1));
        }
        return layers;
    }

    /** Units of every layer, the inputs first. */
    static List<Integer> sizes(int inputs, List<Layer> layers) {
        List<Integer> sizes = new ArrayList<>();
        sizes.add(inputs);
        layers.forEach(layer -> sizes.add(layer.units()));
        return List.copyOf(sizes);
    }
}
