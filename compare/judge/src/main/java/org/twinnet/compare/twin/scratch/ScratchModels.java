package org.twinnet.compare.twin.scratch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Tensor;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.file.ParameterFile;
import org.twinnet.compare.twin.Namesake;
import org.twinnet.data.Dataset;
import org.twinnet.data.InvalidDataException;
import org.twinnet.scratch.activation.Activation;
import org.twinnet.scratch.batch.Batches;
import org.twinnet.scratch.batch.PenaltyOver;
import org.twinnet.scratch.clipping.Clipping;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.dropout.MaskedLayer;
import org.twinnet.scratch.layer.BatchNormalization;
import org.twinnet.scratch.layer.Dense;
import org.twinnet.scratch.layer.Dropout;
import org.twinnet.scratch.layer.Layer;
import org.twinnet.scratch.layer.NamedTensor;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.Precision;
import org.twinnet.scratch.loss.Loss;
import org.twinnet.scratch.network.Network;
import org.twinnet.scratch.network.NetworkConfig;
import org.twinnet.scratch.optimizer.Optimizer;
import org.twinnet.scratch.optimizer.WeightDecay;
import org.twinnet.scratch.penalty.CoefficientPenalty;
import org.twinnet.scratch.penalty.L1Penalty;
import org.twinnet.scratch.penalty.L2Penalty;
import org.twinnet.scratch.penalty.NoPenalty;
import org.twinnet.scratch.penalty.PenaltySum;
import org.twinnet.scratch.schedule.Schedule;
import org.twinnet.scratch.training.Trainer;
import org.twinnet.scratch.training.UpdateRule;

/** Says an experiment and its data in the hand-written network's own types. */
public final class ScratchModels {

    private ScratchModels() {}

    /**
     * The network's shape.
     *
     * @param experiment what to train
     * @return the shape
     */
    public static NetworkConfig config(Experiment experiment) {
        return new NetworkConfig(
                experiment.layerSizes(),
                experiment.layers().stream()
                        .limit(experiment.layers().size() - 1L)
                        .map(layer -> Namesake.of(layer.activation(), Activation.class))
                        .toList(),
                Namesake.of(experiment.output().activation(), Activation.class));
    }

    /** The layers of a network, with dropout and batch normalization where there is some. */
    private static List<Layer> layers(Experiment experiment, List<MaskedLayer> masked) {
        List<Dropout> dropouts = masked.stream()
                .map(layer -> new Dropout(layer.layer(), layer.keepProbability()))
                .toList();
        List<Layer> layers = new ArrayList<>();
        for (Layer layer : config(experiment).layers(dropouts)) {
            layers.add(layer);
            if (layer instanceof Dense dense
                    && experiment.layers().get(dense.layer() - 1).batchNorm()
                            instanceof Normalization.BatchNorm batch) {
                layers.add(new BatchNormalization(
                        dense.layer(),
                        dense.units(),
                        batch.decay(),
                        batch.epsilon(),
                        batch.runningVariance() == Normalization.RunningVariance.UNBIASED));
            }
        }
        return layers;
    }

    private static UpdateRule updateRule(Experiment experiment) {
        return new UpdateRule(
                Namesake.of(experiment.clip(), Clipping.class),
                Namesake.of(experiment.optimizer().rule(), Optimizer.class),
                Namesake.of(
                        experiment.schedule(),
                        Schedule.class,
                        Map.of("learningRate", experiment.optimizer().learningRate())),
                new WeightDecay(experiment.weightDecay()));
    }

    /** Every strength above 0 is a penalty of its own. */
    private static org.twinnet.scratch.penalty.Penalty penalty(Penalty penalty) {
        List<org.twinnet.scratch.penalty.Penalty> parts = new ArrayList<>();
        if (penalty.l2() > 0) {
            parts.add(new L2Penalty(penalty.l2()));
        }
        if (penalty.l1() > 0) {
            parts.add(new L1Penalty(penalty.l1()));
        }
        if (penalty.l2Coefficient() > 0 || penalty.l1Coefficient() > 0) {
            parts.add(new CoefficientPenalty(penalty.l2Coefficient(), penalty.l1Coefficient()));
        }
        if (parts.isEmpty()) {
            return new NoPenalty();
        }
        return parts.size() == 1 && !penalty.biases() ? parts.get(0) : new PenaltySum(parts, penalty.biases());
    }

    /**
     * The dropout masks of the run.
     *
     * @param experiment what to train
     * @param m number of training examples
     * @return a new sequence of masks
     */
    public static DropoutMasks masks(Experiment experiment, int m) {
        if (!experiment.hasDropout()) {
            return new DropoutMasks.None();
        }
        List<MaskedLayer> layers = new ArrayList<>();
        List<Double> keep = experiment.keepProbabilities();
        for (int l = 0; l < keep.size(); l++) {
            if (keep.get(l) < 1) {
                layers.add(new MaskedLayer(l, experiment.layerSizes().get(l), keep.get(l)));
            }
        }
        return masks(layers, experiment.masks(), batches(experiment, m));
    }

    /**
     * Masks of given layers.
     *
     * @param layers what is dropped
     * @param masks how the masks follow each other, and their seed
     * @param batches the examples of each iteration
     * @return a new sequence of masks
     */
    public static DropoutMasks masks(List<MaskedLayer> layers, Masks masks, Batches batches) {
        return switch (masks.kind()) {
            case PUBLISHED -> new DropoutMasks.Published(layers, batches, masks.seed());
            case FRESH -> new DropoutMasks.Fresh(layers, batches, masks.seed());
        };
    }

    /**
     * The batches of the run.
     *
     * @param experiment what to train
     * @param m number of training examples
     * @return a new sequence of batches
     */
    public static Batches batches(Experiment experiment, int m) {
        return experiment.batches() instanceof org.twinnet.compare.experiment.choice.Batches.Shuffled shuffled
                ? new Batches.Shuffled(m, shuffled.size(), shuffled.seed())
                : new Batches.Full(m);
    }

    /**
     * The initial parameters, as NumPy draws them or a file says.
     *
     * @param experiment what to train
     * @return new parameters
     * @throws InvalidDataException if there is no such file, or it does not fit the network
     */
    public static Parameters initialParameters(Experiment experiment) {
        Parameters parameters = Parameters.of(layers(experiment, List.of()));
        if (experiment.initialization() instanceof Initialization.File given) {
            parameters.readFrom(ParameterFile.read(
                    given.file(),
                    parameters.tensors().stream().map(ScratchModels::tensor).toList()));
            return parameters;
        }
        return Namesake.of(experiment.initialization(), org.twinnet.scratch.initialization.Initialization.class)
                .fill(parameters);
    }

    private static Tensor tensor(NamedTensor named) {
        Matrix values = named.values();
        double[] numbers = new double[values.rows() * values.columns()];
        values.writeTo(numbers, 0);
        return new Tensor(named.symbol(), named.layer(), values.columns(), numbers);
    }

    /**
     * Prepares training at iteration 0.
     *
     * @param experiment what to train
     * @param training the examples
     * @return a new trainer with the initial parameters
     */
    public static Trainer trainer(Experiment experiment, Dataset training) {
        return trainer(experiment, training, masks(experiment, training.size()));
    }

    /**
     * Prepares training at iteration 0, with other masks than the experiment's seed draws.
     *
     * @param experiment what to train
     * @param training the examples
     * @param masks the masks
     * @return a new trainer with the initial parameters
     */
    public static Trainer trainer(Experiment experiment, Dataset training, DropoutMasks masks) {
        return trainer(experiment, training, masks, batches(experiment, training.size()));
    }

    /**
     * Prepares training at iteration 0, with other masks and batches than the experiment's seeds draw.
     *
     * @param experiment what to train
     * @param training the examples
     * @param masks the masks
     * @param batches the batches
     * @return a new trainer with the initial parameters
     */
    static Trainer trainer(Experiment experiment, Dataset training, DropoutMasks masks, Batches batches) {
        return new Trainer(
                new Network(
                        layers(experiment, masks.layers()),
                        Namesake.of(experiment.loss(), Loss.class),
                        penalty(experiment.penalty()),
                        Precision.valueOf(experiment.precision().name())),
                initialParameters(experiment),
                masks,
                updateRule(experiment),
                features(training.featureRows()),
                features(training.targetRows()),
                batches,
                PenaltyOver.valueOf(experiment.penalty().over().name()));
    }

    /**
     * Turns examples as rows into the notebook's features × m, and targets into outputs × m.
     *
     * @param featureRows one row an example
     * @return one column an example
     */
    public static Matrix features(double[][] featureRows) {
        Matrix X = Matrix.zeros(featureRows[0].length, featureRows.length);
        for (int i = 0; i < X.rows(); i++) {
            for (int j = 0; j < X.columns(); j++) {
                X.set(i, j, featureRows[j][i]);
            }
        }
        return X;
    }
}
