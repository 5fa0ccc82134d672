package org.twinnet.dl4j.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.api.Trainable;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.updater.MultiLayerUpdater;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.Op;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarDivision;
import org.nd4j.linalg.api.ops.impl.scalar.ScalarMultiplication;
import org.nd4j.linalg.api.ops.impl.transforms.pairwise.arithmetic.Axpy;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The update of plain gradient descent with L2 on the weights, as operations prepared once on the flat gradient:
 * {@code g ← g / m}, {@code gW ← gW + c · W} for each layer's weights, {@code g ← α · g}.
 *
 * <p>The updater that it extends does the same arithmetic in the same order, but slices the gradient of every parameter
 * anew in each iteration, because {@code DefaultGradient.gradient()} returns a fresh view that it takes for a foreign
 * gradient. The prepared division knows one number of examples; a batch of another size takes the inherited way.
 */
public final class FlatSgdUpdater extends MultiLayerUpdater {
    private static final long serialVersionUID = 1L;

    private final int examples;
    private final List<Op> steps = new ArrayList<>();

    /**
     * Prepares the update of one network.
     *
     * @param network an initialised network with {@code Sgd} for all layers and no regularization but L2 on weights
     * @param examples m, the number of rows that each {@code fit} gets
     * @param learningRate α
     * @param l2 c, the coefficient given to {@code l2()}; 0 for none
     */
    public FlatSgdUpdater(MultiLayerNetwork network, int examples, double learningRate, double l2) {
        super(network);
        this.examples = examples;
        INDArray view = getFlattenedGradientsView();
        INDArray gradient = view.reshape(new long[] {view.length()});
        steps.add(new ScalarDivision(gradient, null, gradient, examples));
        if (l2 != 0) {
            addPenalty(network, gradient, l2);
        }
        steps.add(new ScalarMultiplication(gradient, null, gradient, learningRate));
    }

    private void addPenalty(MultiLayerNetwork network, INDArray gradient, double l2) {
        INDArray parameters = network.params();
        long start = 0;
        for (Map.Entry<String, INDArray> parameter : network.paramTable().entrySet()) {
            long end = start + parameter.getValue().length();
            if (parameter.getKey().endsWith("_" + DefaultParamInitializer.WEIGHT_KEY)) {
                INDArray weights = parameters.get(NDArrayIndex.interval(start, end));
                INDArray weightGradient = gradient.get(NDArrayIndex.interval(start, end));
                steps.add(new Axpy(weights, weightGradient, weightGradient, l2));
            }
            start = end;
        }
    }

    @Override
    public void update(
            Trainable layer,
            Gradient gradient,
            int iteration,
            int epoch,
            int batchSize,
            LayerWorkspaceMgr workspaceManager) {
        if (batchSize != examples) {
            super.update(layer, gradient, iteration, epoch, batchSize, workspaceManager);
            return;
        }
        for (Op step : steps) {
            Nd4j.getExecutioner().exec(step);
        }
    }
}
