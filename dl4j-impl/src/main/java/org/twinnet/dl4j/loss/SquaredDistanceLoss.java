package org.twinnet.dl4j.loss;

import java.util.Arrays;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The squared distance over a divisor, {@code 1/d·Σₖ (aₖ − yₖ)²} an example, whatever the output's activation. */
abstract class SquaredDistanceLoss extends ExampleLoss {
    private static final long serialVersionUID = 1L;

    /** By what the square of an example is divided. */
    abstract double divisor(long outputs);

    @Override
    final double[] terms(INDArray labels, INDArray preOutput, IActivation activationFn) {
        double[][] distances = distances(labels, preOutput, activationFn).toDoubleMatrix();
        return Arrays.stream(distances)
                .mapToDouble(row -> Arrays.stream(row).map(d -> d * d).sum() / divisor(row.length))
                .toArray();
    }

    @Override
    final INDArray gradient(INDArray labels, INDArray preOutput, IActivation activationFn) {
        INDArray distances = distances(labels, preOutput, activationFn);
        return activationFn
                .backprop(preOutput.dup(), distances.muli(2.0 / divisor(labels.size(1))))
                .getFirst();
    }

    /** A − Y. */
    private static INDArray distances(INDArray labels, INDArray preOutput, IActivation activationFn) {
        return activationFn.getActivation(preOutput.dup(), true).subi(labels.castTo(preOutput.dataType()));
    }
}
