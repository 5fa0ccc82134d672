package org.twinnet.dl4j.loss;

import java.util.Arrays;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Half of the squared distance, {@code ½·Σₖ (aₖ − yₖ)²} an example, whatever the output's activation. DL4J has the
 * square without the ½ ({@code LossL2}) and the mean over the outputs ({@code LossMSE}).
 *
 * <p>A class for DL4J's output layer. It is saved with the network, by class name. Per-example masks and weights are
 * not supported.
 */
public final class QuadraticLoss implements ILossFunction {
    private static final long serialVersionUID = 1L;

    /** Creates the loss; it has no settings. */
    public QuadraticLoss() {
        // public because DL4J restores saved networks through it
    }

    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask, boolean average) {
        double sum = 0;
        for (double term : terms(labels, preOutput, activationFn, mask)) {
            sum += term;
        }
        return average ? sum / labels.size(0) : sum;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
        return Nd4j.createFromArray(terms(labels, preOutput, activationFn, mask))
                .reshape(labels.size(0), 1)
                .castTo(preOutput.dataType());
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
        check(labels, preOutput, mask);
        return activationFn
                .backprop(preOutput.dup(), distances(labels, preOutput, activationFn))
                .getFirst();
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask, boolean average) {
        return new Pair<>(
                computeScore(labels, preOutput, activationFn, mask, average),
                computeGradient(labels, preOutput, activationFn, mask));
    }

    /** What each example costs. */
    private static double[] terms(INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
        check(labels, preOutput, mask);
        double[][] distances = distances(labels, preOutput, activationFn).toDoubleMatrix();
        return Arrays.stream(distances)
                .mapToDouble(row -> Arrays.stream(row).map(d -> d * d).sum() / 2)
                .toArray();
    }

    /** A − Y. */
    private static INDArray distances(INDArray labels, INDArray preOutput, IActivation activationFn) {
        return activationFn.getActivation(preOutput.dup(), true).subi(labels.castTo(preOutput.dataType()));
    }

    @Override
    public String name() {
        return toString();
    }

    @Override
    public String toString() {
        return "QuadraticLoss()";
    }

    /** Every instance is the same loss; DL4J compares configurations with equals. */
    @Override
    public boolean equals(Object other) {
        return other instanceof QuadraticLoss;
    }

    @Override
    public int hashCode() {
        return QuadraticLoss.class.hashCode();
    }

    private static void check(INDArray labels, INDArray preOutput, INDArray mask) {
        if (!labels.equalShapes(preOutput)) {
            throw new IllegalStateException("QuadraticLoss: labels of shape " + Arrays.toString(labels.shape())
                    + " and outputs of shape " + Arrays.toString(preOutput.shape()) + " must have the same shape.");
        }
        if (mask != null) {
            throw new IllegalStateException(
                    "QuadraticLoss: a label mask was given; masks are not supported," + " remove the rows instead.");
        }
    }
}
