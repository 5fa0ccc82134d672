package org.twinnet.compare.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.twinnet.compare.experiment.setting.Components;
import org.twinnet.compare.experiment.setting.SettingException;

/** How an experiment becomes another one: each method replaces one thing of it, and what it makes is checked anew. */
public sealed interface Changeable permits Experiment {

    /**
     * The layers after the inputs.
     *
     * @return the output last
     */
    List<Layer> layers();

    /**
     * The same under another name.
     *
     * @param name short name
     * @return a new experiment
     */
    default Experiment named(String name) {
        return replaced("name", name);
    }

    /**
     * The same on data with another number of features.
     *
     * @param inputs number of features
     * @return a new experiment
     * @throws SettingException if it is below 1
     */
    default Experiment inputs(int inputs) {
        return replaced("inputs", inputs);
    }

    /**
     * The same with other layers.
     *
     * @param layers the layers after the inputs
     * @return a new experiment
     * @throws SettingException if they are none of a network
     */
    default Experiment with(List<Layer> layers) {
        return replaced("layers", layers);
    }

    /**
     * The same with other first weights.
     *
     * @param initialization where they come from
     * @return a new experiment
     */
    default Experiment with(Initialization initialization) {
        return replaced("initialization", initialization);
    }

    /**
     * The same with another output: its loss is the one that goes with it.
     *
     * @param output the activation of the last layer
     * @return a new experiment
     * @throws SettingException if no output can have it
     */
    default Experiment with(Activation output) {
        List<Layer> replaced = new ArrayList<>(layers());
        replaced.set(replaced.size() - 1, replaced.get(replaced.size() - 1).with(output));
        return replaced(Map.of("layers", replaced, "loss", Loss.of(output)));
    }

    /**
     * The same with another loss.
     *
     * @param loss what is made small
     * @return a new experiment
     * @throws SettingException if it does not go with the output
     */
    default Experiment with(Loss loss) {
        return replaced("loss", loss);
    }

    /**
     * The same with another penalty.
     *
     * @param penalty what regularization adds to the loss
     * @return a new experiment
     */
    default Experiment with(Penalty penalty) {
        return replaced("penalty", penalty);
    }

    /**
     * The same with another optimizer.
     *
     * @param optimizer how parameters move
     * @return a new experiment
     */
    default Experiment with(Optimizer optimizer) {
        return replaced("optimizer", optimizer);
    }

    /**
     * The same with another course of the learning rate.
     *
     * @param schedule how it changes from iteration to iteration
     * @return a new experiment
     */
    default Experiment with(Schedule schedule) {
        return replaced("schedule", schedule);
    }

    /**
     * The same with decoupled weight decay, or another one.
     *
     * @param weightDecay how much weights shrink beside the step
     * @return a new experiment
     * @throws SettingException if it is below 0
     */
    default Experiment weightDecay(double weightDecay) {
        return replaced("weightDecay", weightDecay);
    }

    /**
     * The same with other limits of the gradient.
     *
     * @param clip what becomes of one that is too large
     * @return a new experiment
     */
    default Experiment with(Clipping clip) {
        return replaced("clip", clip);
    }

    /**
     * The same on other batches.
     *
     * @param batches which examples an iteration sees
     * @return a new experiment
     */
    default Experiment with(Batches batches) {
        return replaced("batches", batches);
    }

    /**
     * The same with other masks.
     *
     * @param masks where dropout masks come from
     * @return a new experiment
     */
    default Experiment with(Masks masks) {
        return replaced("masks", masks);
    }

    /**
     * The same in another precision.
     *
     * @param precision the format that both networks compute in
     * @return a new experiment
     */
    default Experiment with(Precision precision) {
        return replaced("precision", precision);
    }

    /**
     * The same without dropout, as a network predicts.
     *
     * @return an experiment that keeps every feature and every unit
     */
    default Experiment withoutDropout() {
        return keepProbability(1).inputKeepProbability(1);
    }

    /**
     * The same with dropout of the features, or another one.
     *
     * @param keepProbability probability to keep a feature, 1 for no dropout of them
     * @return a new experiment
     * @throws SettingException if it is not above 0 and at most 1
     */
    default Experiment inputKeepProbability(double keepProbability) {
        return replaced("inputKeepProb", keepProbability);
    }

    /**
     * The same with dropout, or another one, on every hidden layer.
     *
     * @param keepProbability probability to keep a hidden unit, 1 for no dropout
     * @return a new experiment
     * @throws SettingException if it is not above 0 and at most 1
     */
    default Experiment keepProbability(double keepProbability) {
        List<Layer> dropped = new ArrayList<>(layers());
        dropped.subList(0, dropped.size() - 1).replaceAll(layer -> layer.keepProb(keepProbability));
        return with(dropped);
    }

    /**
     * The same trained for another time.
     *
     * @param iterations iterations, one a batch
     * @return a new experiment
     * @throws SettingException if it is below 1
     */
    default Experiment iterations(int iterations) {
        return replaced("iterations", iterations);
    }

    private Experiment replaced(String component, Object value) {
        return replaced(Map.of(component, value));
    }

    /** The same with other values of some components; what the constructor refuses passes through. */
    private Experiment replaced(Map<String, ?> changes) {
        return Components.make(
                Experiment.class,
                Components.of(Experiment.class).stream()
                        .map(one -> changes.containsKey(one.getName())
                                ? changes.get(one.getName())
                                : Components.value(one, this))
                        .toArray());
    }
}
