package org.twinnet.compare.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.experiment.choice.Schedule;
import org.twinnet.compare.experiment.setting.Allowed;
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.Default;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.data.Targets;

/**
 * What is trained, in neutral words: both twins are made from it, and neither sees the other. It reads as a sentence:
 *
 * <pre>
 *   Experiment.of(2, 20, 3, 1).with(Penalty.l2(0.7)).iterations(30_000)
 * </pre>
 *
 * <p>What is left out has the value of the published runs. {@code ExperimentTree} says an experiment under the keys of
 * the experiment file.
 *
 * @param name short name, such as {@code l2}
 * @param inputs number of features; it comes with the data, so experiment files leave it out
 * @param layers the layers after the inputs, the output last
 * @param inputKeepProb probability to keep a feature in training, 1 for no dropout of the inputs
 * @param initialization where the first weights come from
 * @param loss what is made small
 * @param penalty what regularization adds to it
 * @param optimizer how parameters move
 * @param schedule how the learning rate changes from iteration to iteration
 * @param weightDecay how much weights shrink beside the step, by αₜ·weightDecay·W; no part of the cost
 * @param clip what becomes of a gradient that is too large
 * @param batches which examples an iteration sees
 * @param masks where dropout masks come from
 * @param precision the format that both networks compute in
 * @param iterations iterations, one a batch, at least 1
 */
public record Experiment(
        String name,
        int inputs,
        List<Layer> layers,

        @Allowed(above = 0, to = 1) @Default("1.0") double inputKeepProb,

        Initialization initialization,
        Loss loss,
        Penalty penalty,
        Optimizer optimizer,
        Schedule schedule,
        @Allowed(from = 0) @Default("0.0") double weightDecay,
        Clipping clip,
        Batches batches,
        Masks masks,
        @Default("float64") Precision precision,

        @Allowed(from = 1, to = 1_000_000_000) @Default("30000")
        int iterations)
        implements Changeable {

    /**
     * Checks every value, and that they fit together.
     *
     * @param name short name
     * @param inputs number of features
     * @param layers the layers after the inputs
     * @param inputKeepProb probability to keep a feature
     * @param initialization where the first weights come from
     * @param loss what is made small
     * @param penalty what regularization adds to it
     * @param optimizer how parameters move
     * @param schedule how the learning rate changes
     * @param weightDecay how much weights shrink beside the step
     * @param clip what becomes of a gradient that is too large
     * @param batches which examples an iteration sees
     * @param masks where dropout masks come from
     * @param precision the format that both networks compute in
     * @param iterations iterations, one a batch
     * @throws SettingException if a value is out of its range; the message names it
     */
    public Experiment {
        layers = List.copyOf(layers);
        Components.check(
                Experiment.class,
                name,
                inputs,
                layers,
                inputKeepProb,
                initialization,
                loss,
                penalty,
                optimizer,
                schedule,
                weightDecay,
                clip,
                batches,
                masks,
                precision,
                iterations);
        if (inputs < 1 || layers.isEmpty()) {
            throw new SettingException(
                    "layers", "are " + Layer.sizes(inputs, layers) + "; allowed: the inputs and at least one layer");
        }
        Outputs.require(layers, loss);
    }

    /**
     * A network with ReLU hidden layers and one sigmoid output, or a softmax output of several units, trained as in the
     * published run without regularization.
     *
     * @param layerSizes units of every layer, the inputs first and the output last
     * @return the experiment
     * @throws SettingException if the sizes are none of a network
     */
    public static Experiment of(List<Integer> layerSizes) {
        if (layerSizes.size() < 2) {
            throw new SettingException("layers", "are " + layerSizes + "; allowed: the inputs and at least one layer");
        }
        return new Experiment(
                "custom",
                layerSizes.get(0),
                Layer.published(layerSizes.subList(1, layerSizes.size())),
                1,
                new Initialization.ScaledGaussian(3),
                Loss.of(Activation.ofOutput(layerSizes.get(layerSizes.size() - 1))),
                Penalty.NONE,
                new Optimizer.GradientDescent(0.3),
                new Schedule.Constant(),
                0,
                new Clipping.None(),
                new Batches.Full(),
                Masks.DEFAULT,
                Precision.FLOAT64,
                30_000);
    }

    /**
     * The same as {@link #of(List)}.
     *
     * @param layerSizes units of every layer, the inputs first and the output last
     * @return the experiment
     * @throws SettingException if the sizes are none of a network
     */
    public static Experiment of(int... layerSizes) {
        return of(Arrays.stream(layerSizes).boxed().toList());
    }

    /**
     * The published network, trained as in the published run without regularization: 20 and 3 hidden units, 30,000
     * iterations of learning rate 0.3.
     *
     * @param inputs number of features, 2 in the published runs
     * @return the experiment
     * @throws SettingException if there is no feature
     */
    public static Experiment published(int inputs) {
        return of(inputs, 20, 3, 1).named("none");
    }

    /**
     * The layer that answers.
     *
     * @return the last one
     */
    public Layer output() {
        return layers.get(layers.size() - 1);
    }

    /**
     * How the numbers beside the features are read that the output should be.
     *
     * @return what the loss asks for, for the units of the last layer
     */
    public Targets targets() {
        return new Targets(loss.targets(), output().units());
    }

    /**
     * Units of every layer.
     *
     * @return the inputs first, the output last
     */
    public List<Integer> layerSizes() {
        return Layer.sizes(inputs, layers);
    }

    /**
     * The probabilities to keep what each layer gets in training.
     *
     * @return that of the features first, then that of each hidden layer's units; 1 where nothing is dropped
     */
    public List<Double> keepProbabilities() {
        List<Double> keep = new ArrayList<>();
        keep.add(inputKeepProb);
        layers.stream().limit(layers.size() - 1L).forEach(layer -> keep.add(layer.keepProb()));
        return List.copyOf(keep);
    }

    /**
     * Tells whether features or hidden units are dropped in training.
     *
     * @return true if one keep probability is below 1
     */
    public boolean hasDropout() {
        return keepProbabilities().stream().anyMatch(keep -> keep < 1);
    }
}
