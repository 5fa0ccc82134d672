package org.twinnet.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.twinnet.dl4j.memory.FlatArray;
import org.twinnet.dl4j.memory.Precision;

/** Asks DL4J for every number of one pass. Each is DL4J's own computation; nothing is derived here. */
final class PassRecorder {
    private final MultiLayerNetwork network;
    private final INDArray features;
    private final INDArray labels;
    private final Dl4jSettings settings;

    PassRecorder(MultiLayerNetwork network, INDArray features, INDArray labels, Dl4jSettings settings) {
        this.network = network;
        this.features = features;
        this.labels = labels;
        this.settings = settings;
    }

    /** Everything of the pass whose masks a stream would draw next; the stream stays where it is. */
    Pass pass(DropoutRandom random) {
        double[] dataGradient = random.peek(this::dataGradient);
        double cost = network.score();
        List<INDArray> activations = random.peek(this::activations);
        ParameterLayout layout = settings.layout();
        List<double[]> a = new ArrayList<>();
        for (int l = 1; l <= layout.layers(); l++) {
            a.add(unitsByExamples(activations.get(layout.lastIndex(l) + 1)));
        }
        // the masks of the inputs are the first that a pass draws
        return new Pass(
                random.peek(() -> preActivations(activations)),
                a,
                random.peek(() -> crossEntropy(activations)),
                penalty(),
                cost,
                dataGradient,
                penaltyGradient());
    }

    /** What the coming {@code fit} will subtract, before the learning rate: gradient of the mean cross-entropy. */
    private double[] dataGradient() {
        network.setInput(features);
        network.setLabels(labels);
        network.computeGradientAndScore();
        // DL4J sums over the examples; its updater divides by their number.
        return parameters(network.getGradientsViewArray().div(features.size(0)));
    }

    /** The activations of every layer, the inputs first, under dropout: DL4J masks them in place. */
    private List<INDArray> activations() {
        return network.feedForward(features, true);
    }

    /**
     * Z of every layer: with the identity as its activation function, a layer's activations are its Z. Of activations
     * DL4J keeps what dropout left; the inputs it masks in a copy, so they are masked once more here.
     */
    private List<double[]> preActivations(List<INDArray> activations) {
        List<double[]> result = new ArrayList<>();
        ParameterLayout layout = settings.layout();
        for (int l = 1; l <= layout.layers(); l++) {
            int index = layout.denseIndex(l);
            Layer layer = network.getLayer(index);
            BaseLayer configuration = (BaseLayer) layer.conf().getLayer();
            IActivation function = configuration.getActivationFn();
            configuration.setActivationFn(new ActivationIdentity());
            try {
                INDArray input = activations.get(index);
                result.add(unitsByExamples(layer.activate(input, masks(l), LayerWorkspaceMgr.noWorkspaces())));
            } finally {
                configuration.setActivationFn(function);
            }
        }
        return result;
    }

    /** Whether a layer is to be run as in training, because the activations before it are not masked yet. */
    private boolean masks(int layer) {
        return layer == 1 && settings.keepProbabilities().get(0) < 1;
    }

    /** The mean cross-entropy of the output layer alone. */
    private double crossEntropy(List<INDArray> activations) {
        IOutputLayer output = (IOutputLayer) network.getOutputLayer();
        LayerWorkspaceMgr none = LayerWorkspaceMgr.noWorkspaces();
        output.setInput(activations.get(activations.size() - 2), none);
        output.setLabels(labels);
        return output.computeScore(0, masks(network.getnLayers()), none);
    }

    private double penalty() {
        return network.calcRegularizationScore(true);
    }

    /** What DL4J's regularization adds to a gradient of zeros. */
    private double[] penaltyGradient() {
        INDArray parameters = network.params();
        INDArray gradient = parameters.ulike().assign(0);
        long start = 0;
        for (Layer layer : network.getLayers()) {
            for (Map.Entry<String, INDArray> parameter : layer.paramTable().entrySet()) {
                long end = start + parameter.getValue().length();
                List<Regularization> regularizations =
                        layer.conf().getLayer().getRegularizationByParam(parameter.getKey());
                // batch normalization has none, and says so by null
                for (Regularization regularization :
                        regularizations == null ? List.<Regularization>of() : regularizations) {
                    // what comes after the updater is decay of the weights and no part of a gradient
                    if (regularization.applyStep() == Regularization.ApplyStep.BEFORE_UPDATER) {
                        regularization.apply(
                                parameters.get(NDArrayIndex.interval(start, end)),
                                gradient.get(NDArrayIndex.interval(start, end)),
                                settings.update().descent().learningRate(),
                                network.getIterationCount(),
                                network.getEpochCount());
                    }
                }
                start = end;
            }
        }
        return parameters(gradient);
    }

    /** From DL4J's vector to the parameters. */
    private double[] parameters(INDArray vector) {
        return Selection.of(new FlatArray(vector).copy(), settings.layout().places());
    }

    /** From [m, units] to the notebook's units × m, row by row, which is the same memory in column-major order. */
    static double[] unitsByExamples(INDArray rows) {
        return rows.dup('f').data().asDouble();
    }

    /** What the network answers, without dropout and by its running statistics. */
    static double[] predict(MultiLayerNetwork network, double[][] rows, Precision precision) {
        return unitsByExamples(network.output(Nd4j.createFromArray(rows).castTo(precision.type()), false));
    }
}
