package org.twinnet.compare.theory.step;

import java.util.List;
import java.util.Optional;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.theory.BoundedNumber;
import org.twinnet.compare.theory.LossTheory;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.activation.ActivationChapters;
import org.twinnet.compare.theory.clipping.ClippingTheory;
import org.twinnet.compare.theory.dropout.DropoutTheory;
import org.twinnet.compare.theory.dropout.InvertedDropoutTheory;
import org.twinnet.compare.theory.loss.LossChapters;
import org.twinnet.compare.theory.normalization.NormalizationTheory;
import org.twinnet.compare.theory.optimizer.OptimizerTheory;
import org.twinnet.compare.theory.optimizer.WeightDecayTheory;
import org.twinnet.compare.theory.penalty.PenaltyTheory;
import org.twinnet.compare.theory.schedule.ScheduleTheory;

/**
 * The formulas of a training step, one chapter each.
 *
 * @param inputs number of features
 * @param inputDropout what a mask does to the features, where there is one
 * @param layers the formulas of each layer
 * @param loss the loss
 * @param penalty what regularization adds
 * @param clipping what limits the gradient
 * @param schedule the learning rate
 * @param optimizer the update
 * @param decay how weights shrink beside it, where they do
 */
public record Chapters(
        int inputs,
        Optional<DropoutTheory> inputDropout,
        List<LayerChapters> layers,
        LossTheory loss,
        PenaltyTheory penalty,
        Optional<ClippingTheory> clipping,
        ScheduleTheory schedule,
        OptimizerTheory optimizer,
        Optional<WeightDecayTheory> decay) {

    /**
     * Copies the list.
     *
     * @param inputs number of features
     * @param inputDropout mask of the features
     * @param layers the layers
     * @param loss the loss
     * @param penalty the penalty
     * @param clipping the clipping
     * @param schedule the learning rate
     * @param optimizer the optimizer
     * @param decay the weight decay
     */
    public Chapters {
        layers = List.copyOf(layers);
    }

    /**
     * The formulas of an experiment, for programs of its precision.
     *
     * @param experiment what is trained
     * @return its chapters
     */
    public static Chapters of(Experiment experiment) {
        List<LayerChapters> layers = experiment.layers().stream()
                .map(layer -> new LayerChapters(
                        layer.units(),
                        NormalizationTheory.of(layer.batchNorm()),
                        ActivationChapters.of(layer.activation()),
                        inverted(layer.keepProb())))
                .toList();
        return new Chapters(
                experiment.inputs(),
                inverted(experiment.inputKeepProb()),
                layers,
                LossChapters.of(experiment.loss()),
                PenaltyTheory.of(experiment.penalty()),
                ClippingTheory.of(experiment.clip()),
                ScheduleTheory.of(
                        experiment.schedule(),
                        BoundedNumber.given(
                                experiment.optimizer().learningRate(), Rounding.of(experiment.precision()))),
                OptimizerTheory.of(experiment.optimizer()),
                Optional.of(experiment.weightDecay()).filter(decay -> decay > 0).map(WeightDecayTheory::new));
    }

    private static Optional<DropoutTheory> inverted(double keepProbability) {
        return keepProbability < 1 ? Optional.of(new InvertedDropoutTheory(keepProbability)) : Optional.empty();
    }

    /**
     * The number of layers after the inputs.
     *
     * @return L
     */
    public int depth() {
        return layers.size();
    }

    /**
     * The formulas of a layer.
     *
     * @param l layer, from 1
     * @return its chapters
     */
    public LayerChapters layer(int l) {
        return layers.get(l - 1);
    }

    /**
     * The number of units of a layer.
     *
     * @param l layer, from 0, the inputs
     * @return number of rows of A
     */
    public int units(int l) {
        return l == 0 ? inputs : layer(l).units();
    }

    /**
     * What a mask does to the activations of a layer.
     *
     * @param l layer, from 0, the inputs
     * @return its dropout
     */
    public Optional<DropoutTheory> dropout(int l) {
        return l == 0 ? inputDropout : layer(l).dropout();
    }

    /**
     * The units of the widest layer, the inputs among them.
     *
     * @return the most rows that a matrix of activations has
     */
    int widest() {
        return layers.stream().mapToInt(LayerChapters::units).reduce(inputs, Math::max);
    }
}
