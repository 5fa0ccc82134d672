package org.twinnet.compare.move.back;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Clipping;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.experiment.choice.Schedule;
import org.twinnet.compare.experiment.setting.SettingException;
import org.twinnet.compare.move.Moving;
import org.twinnet.compare.move.model.ModelBlock;
import org.twinnet.compare.move.model.ModelNetwork;
import org.twinnet.compare.move.model.Part;
import org.twinnet.compare.move.port.ActivationTypes;
import org.twinnet.data.InvalidDataException;

/** Says a model of DL4J as an experiment. */
final class ModelExperiment {

    /** A model says how often it was updated, and not how often it is to be. */
    private static final int ITERATIONS = 1000;

    private final String file;
    private final ModelNetwork network;

    ModelExperiment(String file, ModelNetwork network) {
        this.file = file;
        this.network = network;
    }

    /**
     * How the parameters of a layer move.
     *
     * @param optimizer the rule
     * @param schedule the learning rate
     * @param penalty what is added to the loss
     * @param weightDecay what weights shrink by
     * @param clip the limit of gradients
     * @param batches what is known of batches
     * @param examples what is known of the number of training examples
     */
    private record Training(
            Optimizer optimizer,
            Schedule schedule,
            Penalty penalty,
            double weightDecay,
            Clipping clip,
            Optional<Batches> batches,
            Optional<Integer> examples) {}

    /**
     * An experiment, and what its file does not say.
     *
     * @param experiment the experiment
     * @param examples the number of training examples; 1 where nothing depends on it
     */
    record Said(Experiment experiment, int examples) {}

    /** The experiment, or the reason why there is none. */
    Said said() {
        try {
            return experiment();
        } catch (SettingException e) {
            throw new InvalidDataException(file + ": no experiment can say this network: " + e.getMessage(), e);
        }
    }

    private Said experiment() {
        Training training = training();
        Experiment experiment = new Experiment(
                "from-dl4j",
                network.sizes().get(0),
                layers(),
                keep(0),
                new Initialization.File(Moving.WEIGHTS),
                loss(),
                training.penalty(),
                training.optimizer(),
                training.schedule(),
                training.weightDecay(),
                training.clip(),
                training.batches().orElse(new Batches.Full()),
                Masks.DEFAULT,
                network.dataType().equals("FLOAT") ? Precision.FLOAT32 : Precision.FLOAT64,
                ITERATIONS);
        return new Said(experiment, training.examples().orElse(1));
    }

    private Place place(int b) {
        return new Place(file, network.blocks().get(b).index());
    }

    private List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        for (int b = 0; b < network.blocks().size(); b++) {
            ModelBlock block = network.blocks().get(b);
            Place place = place(b);
            Activation activation = ActivationTypes.activation(block.activation())
                    .orElseThrow(() -> place.refused(
                            "the activation " + block.activation().type(),
                            "relu, leaky-relu, elu, softplus, gelu, swish, softsign, sigmoid, tanh, identity and"
                                    + " softmax"));
            double next = b + 1 < network.blocks().size() ? keep(b + 1) : 1;
            layers.add(new Layer(
                    block.units(),
                    activation,
                    next,
                    block.norm().map(ModelExperiment::normalization).orElse(new Normalization.None())));
        }
        return layers;
    }

    private static Normalization normalization(Part norm) {
        return new Normalization.BatchNorm(
                norm.number("decay", 0.9),
                norm.number("eps", 1e-5),
                norm.is("UnbiasedBatchNormalization")
                        ? Normalization.RunningVariance.UNBIASED
                        : Normalization.RunningVariance.BIASED);
    }

    /** What is kept of the inputs of a layer. */
    private double keep(int b) {
        ModelBlock block = network.blocks().get(b);
        if (block.dropout().filter(it -> it.part("pschedule").isPresent()).isPresent()) {
            throw place(b).refused("dropout by a schedule", "one keep probability");
        }
        return block.keep();
    }

    private Training training() {
        Training first = training(0);
        for (int b = 1; b < network.blocks().size(); b++) {
            Training other = training(b);
            if (!other.equals(first)) {
                throw place(b).refused("another " + difference(first, other) + " than the first", "one for all layers");
            }
        }
        return first;
    }

    private static String difference(Training one, Training other) {
        if (!one.optimizer().equals(other.optimizer())) {
            return "optimizer";
        }
        if (!one.schedule().equals(other.schedule())) {
            return "schedule of the learning rate";
        }
        return one.clip().equals(other.clip()) ? "penalty or weight decay" : "limit of gradients";
    }

    private Training training(int b) {
        Place place = place(b);
        ModelBlock block = network.blocks().get(b);
        Part layer = block.dense();
        Part updater = updater(place, layer);
        Optional<Part> ofNorm = block.norm().map(norm -> updater(place, norm));
        Optional<Part> ofBiases = layer.part("biasUpdater").map(ModelExperiment::unlimited);
        if (ofNorm.filter(it -> !it.equals(updater)).isPresent()
                || ofBiases.filter(it -> !it.equals(updater)).isPresent()) {
            throw place.refused("several updaters", "one for all parameters");
        }
        UpdaterChoice choice = new UpdaterChoice(place, updater);
        PenaltyChoice penalty = new PenaltyChoice(place, layer);
        return new Training(
                choice.optimizer(),
                choice.schedule(),
                penalty.penalty(),
                penalty.weightDecay(),
                new ClipChoice(place, block).clip(),
                penalty.batches(),
                penalty.examples());
    }

    private static Part updater(Place place, Part layer) {
        return unlimited(
                layer.part("iupdater").orElseThrow(() -> place.refused("no updater", "gradient descent and others")));
    }

    /** Without the limit around it, which is another choice. */
    private static Part unlimited(Part updater) {
        return updater.is("ClippingUpdater") ? updater.part("updater").orElse(updater) : updater;
    }

    private Loss loss() {
        Part loss = network.loss();
        int outputs = network.sizes().get(network.sizes().size() - 1);
        return switch (loss.type()) {
            case "LogitCrossEntropy", "LossBinaryXENT" -> new Loss.BinaryCrossEntropy();
            case "LogitSoftmaxCrossEntropy", "LossMCXENT", "LossNegativeLogLikelihood" ->
                new Loss.SoftmaxCrossEntropy();
            case "LossMSE", "MeanSquaredLoss" -> new Loss.MeanSquaredError();
            case "QuadraticLoss" -> new Loss.Quadratic();
            case "LossL2" -> {
                if (outputs > 1) {
                    throw place(network.blocks().size() - 1)
                            .refused(
                                    "the loss LossL2, the sum over " + outputs + " outputs",
                                    "their mean and half of their sum");
                }
                yield new Loss.MeanSquaredError();
            }
            default ->
                throw place(network.blocks().size() - 1)
                        .refused(
                                "the loss " + loss.type(),
                                "cross-entropy of labels and of classes, the mean squared error and half of the"
                                        + " squared distance");
        };
    }
}
