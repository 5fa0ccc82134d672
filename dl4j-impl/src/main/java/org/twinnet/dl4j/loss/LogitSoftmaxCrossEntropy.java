package org.twinnet.dl4j.loss;

import java.util.Arrays;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.twinnet.dl4j.activation.SoftmaxActivation;

/**
 * Cross-entropy of a softmax output, computed from the logits z: {@code L(z, y) = Σₖ yₖ·(M + ln Σᵢ e^(zᵢ − M) − zₖ)}
 * with the largest logit M; its derivative is {@code softmax(z) − y}. Nothing is clipped: the loss of a wrong class
 * grows with the distance of the logits. DL4J's {@code LossMCXENT} clips probabilities at 1e-10, so that its score
 * stops at 23.
 *
 * <p>A class for DL4J's output layer. It is saved with the network, by class name. Per-example masks and weights are
 * not supported.
 */
public final class LogitSoftmaxCrossEntropy implements ILossFunction {
    private static final long serialVersionUID = 1L;

    /** Creates the loss; it has no settings. */
    public LogitSoftmaxCrossEntropy() {
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
        check(labels, preOutput, activationFn, mask);
        return activationFn.getActivation(preOutput.dup(), true).subi(labels.castTo(preOutput.dataType()));
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
        check(labels, preOutput, activationFn, mask);
        double[][] y = labels.toDoubleMatrix();
        double[][] z = preOutput.toDoubleMatrix();
        double[] terms = new double[z.length];
        for (int j = 0; j < z.length; j++) {
            double logarithm = logarithmOfSum(z[j]);
            for (int k = 0; k < z[j].length; k++) {
                // a factor 0 leaves its term out, since 0 · ∞ would be NaN
                terms[j] += y[j][k] == 0 ? 0 : y[j][k] * (logarithm - z[j][k]);
            }
        }
        return terms;
    }

    private static double logarithmOfSum(double[] z) {
        double largest = Arrays.stream(z).max().orElseThrow();
        double sum = 0;
        for (double one : z) {
            sum += Math.exp(one - largest);
        }
        return largest + Math.log(sum);
    }

    @Override
    public String name() {
        return toString();
    }

    @Override
    public String toString() {
        return "LogitSoftmaxCrossEntropy()";
    }

    /** Every instance is the same loss; DL4J compares configurations with equals. */
    @Override
    public boolean equals(Object other) {
        return other instanceof LogitSoftmaxCrossEntropy;
    }

    @Override
    public int hashCode() {
        return LogitSoftmaxCrossEntropy.class.hashCode();
    }

    private static void check(INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask) {
        if (!(activationFn instanceof SoftmaxActivation)) {
            throw new IllegalStateException("LogitSoftmaxCrossEntropy after the activation " + activationFn
                    + ": it is the cross-entropy of a softmax; set SoftmaxActivation on the output layer.");
        }
        if (!labels.equalShapes(preOutput)) {
            throw new IllegalStateException("LogitSoftmaxCrossEntropy: labels of shape "
                    + Arrays.toString(labels.shape()) + " and outputs of shape " + Arrays.toString(preOutput.shape())
                    + " must have the same shape.");
        }
        if (mask != null) {
            throw new IllegalStateException("LogitSoftmaxCrossEntropy: a label mask was given; masks are not supported,"
                    + " remove the rows instead.");
        }
    }
}
