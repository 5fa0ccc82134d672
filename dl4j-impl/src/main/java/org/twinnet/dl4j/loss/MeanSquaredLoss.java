package org.twinnet.dl4j.loss;

import java.util.Arrays;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The squared distance over the number of outputs, {@code 1/K·Σₖ (aₖ − yₖ)²} an example, as DL4J's {@code LossMSE}, for
 * a {@code LossLayer}. There {@code LossMSE} takes the gradient of an activation such as tanh in the place of Z, and
 * the score is computed from what stands there then.
 *
 * <p>A class for DL4J's loss layer. It is saved with the network, by class name. Per-example masks and weights are not
 * supported.
 */
public final class MeanSquaredLoss extends ExampleLoss {
    private static final long serialVersionUID = 1L;

    /** Creates the loss; it has no settings. */
    public MeanSquaredLoss() {
        // public because DL4J restores saved networks through it
    }

    @Override
    double[] terms(INDArray labels, INDArray preOutput, IActivation activationFn) {
        double[][] distances = distances(labels, preOutput, activationFn).toDoubleMatrix();
        return Arrays.stream(distances)
                .mapToDouble(row -> Arrays.stream(row).map(d -> d * d).sum() / row.length)
                .toArray();
    }

    @Override
    INDArray gradient(INDArray labels, INDArray preOutput, IActivation activationFn) {
        INDArray distances = distances(labels, preOutput, activationFn);
        return activationFn
                .backprop(preOutput.dup(), distances.muli(2.0 / labels.size(1)))
                .getFirst();
    }

    /** A − Y. */
    private static INDArray distances(INDArray labels, INDArray preOutput, IActivation activationFn) {
        return activationFn.getActivation(preOutput.dup(), true).subi(labels.castTo(preOutput.dataType()));
    }
}
