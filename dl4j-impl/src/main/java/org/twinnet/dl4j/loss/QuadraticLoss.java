package org.twinnet.dl4j.loss;

import java.util.Arrays;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Half of the squared distance, {@code ½·Σₖ (aₖ − yₖ)²} an example, whatever the output's activation. DL4J has the
 * square without the ½ ({@code LossL2}) and the mean over the outputs ({@code LossMSE}).
 *
 * <p>A class for DL4J's output layer. It is saved with the network, by class name. Per-example masks and weights are
 * not supported.
 */
public final class QuadraticLoss extends ExampleLoss {
    private static final long serialVersionUID = 1L;

    /** Creates the loss; it has no settings. */
    public QuadraticLoss() {
        // public because DL4J restores saved networks through it
    }

    @Override
    double[] terms(INDArray labels, INDArray preOutput, IActivation activationFn) {
        double[][] distances = distances(labels, preOutput, activationFn).toDoubleMatrix();
        return Arrays.stream(distances)
                .mapToDouble(row -> Arrays.stream(row).map(d -> d * d).sum() / 2)
                .toArray();
    }

    @Override
    INDArray gradient(INDArray labels, INDArray preOutput, IActivation activationFn) {
        return activationFn
                .backprop(preOutput.dup(), distances(labels, preOutput, activationFn))
                .getFirst();
    }

    /** A − Y. */
    private static INDArray distances(INDArray labels, INDArray preOutput, IActivation activationFn) {
        return activationFn.getActivation(preOutput.dup(), true).subi(labels.castTo(preOutput.dataType()));
    }
}
