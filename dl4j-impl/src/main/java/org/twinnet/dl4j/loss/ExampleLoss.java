package org.twinnet.dl4j.loss;

import java.util.Arrays;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * A loss for DL4J's output layer that is the sum or the mean of what each example costs. It has no settings, so that
 * every instance of a class is the same loss, and is saved with the network by class name. Per-example masks and
 * weights are not supported.
 */
abstract class ExampleLoss implements ILossFunction {
    private static final long serialVersionUID = 1L;

    /** What each example costs. */
    abstract double[] terms(INDArray labels, INDArray preOutput, IActivation activationFn);

    /** The gradient of the examples' sum of losses at the output's pre-activation. */
    abstract INDArray gradient(INDArray labels, INDArray preOutput, IActivation activationFn);

    /** Refuses an output that the loss does not go with. */
    void requireOutput(IActivation activationFn) {
        // any will do
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask, boolean average) {
        check(labels, preOutput, activationFn, mask);
        double sum = 0;
        for (double term : terms(labels, preOutput, activationFn)) {
            sum += term;
        }
        return average ? sum / labels.size(0) : sum;
    }

    @Override
    public final INDArray computeScoreArray(
            INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
        check(labels, preOutput, activationFn, mask);
        return Nd4j.createFromArray(terms(labels, preOutput, activationFn))
                .reshape(labels.size(0), 1)
                .castTo(preOutput.dataType());
    }

    @Override
    public final INDArray computeGradient(
            INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
        check(labels, preOutput, activationFn, mask);
        return gradient(labels, preOutput, activationFn);
    }

    @Override
    public final Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, preOutput, activationFn, mask, average),
                computeGradient(labels, preOutput, activationFn, mask));
    }

    final void check(INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
        requireOutput(activationFn);
        String loss = getClass().getSimpleName();
        if (!labels.equalShapes(preOutput)) {
            throw new IllegalStateException(loss + ": labels of shape " + Arrays.toString(labels.shape())
                    + " and outputs of shape " + Arrays.toString(preOutput.shape()) + " must have the same shape.");
        }
        if (mask != null) {
            throw new IllegalStateException(
                    loss + ": a label mask was given; masks are not supported, remove the rows instead.");
        }
    }

    @Override
    public final String name() {
        return toString();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "()";
    }

    /** Every instance is the same loss; DL4J compares configurations with equals. */
    @Override
    public final boolean equals(Object other) {
        return getClass().isInstance(other);
    }

    @Override
    public final int hashCode() {
        return getClass().hashCode();
    }
}
