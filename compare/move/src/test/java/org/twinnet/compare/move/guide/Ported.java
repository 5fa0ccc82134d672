package org.twinnet.compare.move.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.data.Dataset;
import org.twinnet.data.Split;
import org.twinnet.dl4j.loss.LogitCrossEntropy;
import org.twinnet.dl4j.loss.QuadraticLoss;
import org.twinnet.scratch.batch.Batches;

/**
 * The network of an experiment as somebody writes it with DL4J's builder: the sizes, ReLU and gradient descent, with
 * lines of theirs, trained by DL4J's own {@code fit} from the experiment's first weights.
 *
 * @param experiment sizes, learning rate, batches and iterations
 * @param split the examples
 * @param type what the configuration is computed in; empty where it does not say
 * @param network lines for the whole network
 * @param layer lines for each layer, by its index among the dense ones
 * @param loss the loss
 * @param norm batch normalization of the hidden layers; empty without
 * @param activatedBefore whether an activation stands before it
 */
record Ported(
        Experiment experiment,
        Split split,
        Optional<DataType> type,
        Consumer<NeuralNetConfiguration.Builder> network,
        LayerLine layer,
        ILossFunction loss,
        Optional<Supplier<BatchNormalization>> norm,
        boolean activatedBefore) {

    /** A line for a layer. */
    interface LayerLine {
        void to(FeedForwardLayer.Builder<?> layer, int index);
    }

    static Ported of(Experiment experiment, Split split) {
        ILossFunction loss =
                experiment.loss() instanceof Loss.BinaryCrossEntropy ? new LogitCrossEntropy() : new QuadraticLoss();
        return new Ported(
                experiment,
                split,
                Optional.of(DataType.DOUBLE),
                it -> {},
                (layer, index) -> {},
                loss,
                Optional.empty(),
                false);
    }

    Ported iterations(int count) {
        return new Ported(experiment.iterations(count), split, type, network, layer, loss, norm, activatedBefore);
    }

    Ported ofNoType() {
        return new Ported(experiment, split, Optional.empty(), network, layer, loss, norm, activatedBefore);
    }

    Ported network(Consumer<NeuralNetConfiguration.Builder> lines) {
        return new Ported(experiment, split, type, lines, layer, loss, norm, activatedBefore);
    }

    Ported layers(LayerLine lines) {
        return new Ported(experiment, split, type, network, lines, loss, norm, activatedBefore);
    }

    Ported loss(ILossFunction other) {
        return new Ported(experiment, split, type, network, layer, other, norm, activatedBefore);
    }

    Ported norm(Supplier<BatchNormalization> layers) {
        return new Ported(experiment, split, type, network, layer, loss, Optional.of(layers), activatedBefore);
    }

    Ported activatingBefore() {
        return new Ported(experiment, split, type, network, layer, loss, norm, true);
    }

    MultiLayerConfiguration configuration() {
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder()
                .seed(1)
                .updater(new Sgd(experiment.optimizer().learningRate()));
        type.ifPresent(builder::dataType);
        network.accept(builder);
        NeuralNetConfiguration.ListBuilder layers = builder.list();
        int last = experiment.layers().size() - 1;
        for (int l = 0; l <= last; l++) {
            boolean normalized = norm.isPresent() && l < last;
            FeedForwardLayer.Builder<?> dense = l < last ? new DenseLayer.Builder() : new OutputLayer.Builder(loss);
            dense.nIn(experiment.layerSizes().get(l))
                    .nOut(experiment.layerSizes().get(l + 1))
                    .activation(normalized && !activatedBefore ? Activation.IDENTITY : activation(l));
            layer.to(dense, l);
            layers.layer(dense.build());
            if (normalized) {
                layers.layer(norm.get().get());
                layers.layer(new ActivationLayer.Builder()
                        .activation(activatedBefore ? Activation.IDENTITY : activation(l))
                        .build());
            }
        }
        return layers.build();
    }

    /** The network before training. */
    MultiLayerNetwork begun() {
        MultiLayerNetwork begun = new MultiLayerNetwork(configuration());
        begun.init();
        double[] first = ScratchModels.initialParameters(experiment).toVector();
        for (ParameterIndex.Slice slice : tensors()) {
            double[] values = Arrays.copyOfRange(first, slice.offset(), slice.offset() + slice.length());
            INDArray given = Nd4j.createFromArray(values).reshape('c', slice.rows(), slice.columns());
            INDArray tensor = tensor(begun, slice);
            tensor.assign(given.transpose().castTo(tensor.dataType()).reshape(tensor.shape()));
        }
        return begun;
    }

    private Activation activation(int layer) {
        return Activation.fromString(experiment.layers().get(layer).activation().kind());
    }

    /** W and b; γ and β begin as DL4J has them. */
    private List<ParameterIndex.Slice> tensors() {
        return ParameterIndex.of(experiment).tensors().stream()
                .filter(slice -> List.of("W", "b").contains(slice.symbol()))
                .toList();
    }

    private INDArray tensor(MultiLayerNetwork network, ParameterIndex.Slice slice) {
        int index = (slice.layer() - 1) * (norm.isPresent() ? 3 : 1);
        return network.getParam(index + "_" + slice.symbol());
    }

    /** What its training comes to. */
    Trained trained() {
        MultiLayerNetwork network = begun();
        Dataset training = split.train();
        Batches batches = ScratchModels.batches(experiment, training.size());
        for (int i = 0; i < experiment.iterations(); i++) {
            network.fit(examples(training, batches.examples(i), network));
        }
        return judged(network);
    }

    private static DataSet examples(Dataset data, int[] which, MultiLayerNetwork network) {
        DataType type = network.params().dataType();
        double[][] X = Arrays.stream(which).mapToObj(j -> data.featureRows()[j]).toArray(double[][]::new);
        double[][] Y = Arrays.stream(which).mapToObj(j -> data.targetRows()[j]).toArray(double[][]::new);
        return new DataSet(
                Nd4j.createFromArray(X).castTo(type), Nd4j.createFromArray(Y).castTo(type));
    }

    /** What a network answers, whose W and b are in the order of the experiment. */
    Trained judged(MultiLayerNetwork network) {
        List<Double> parameters = new ArrayList<>();
        for (ParameterIndex.Slice slice : tensors()) {
            INDArray values = tensor(network, slice).castTo(DataType.DOUBLE);
            for (int r = 0; r < slice.rows(); r++) {
                for (int c = 0; c < slice.columns(); c++) {
                    parameters.add(slice.symbol().equals("b") ? values.getDouble(r) : values.getDouble(c, r));
                }
            }
        }
        Dataset test = split.test().orElse(split.train());
        INDArray X =
                Nd4j.createFromArray(test.featureRows()).castTo(network.params().dataType());
        double[] outputs =
                network.output(X, false).castTo(DataType.DOUBLE).ravel().toDoubleVector();
        return Trained.judged(
                parameters.stream().mapToDouble(Double::doubleValue).toArray(), outputs, test);
    }
}
