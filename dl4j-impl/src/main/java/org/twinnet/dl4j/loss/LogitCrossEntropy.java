package org.twinnet.dl4j.loss;

import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.ops.transforms.Transforms;

/**
 * Cross-entropy of a sigmoid output, computed from the logit z instead of the probability σ(z).
 *
 * <p>Loss of one output: {@code L(z, y) = y · s(−z) + (1 − y) · s(z)}, with the softplus {@code s(t) = log(1 + eᵗ) =
 * max(t, 0) + log1p(e^(−|t|))}; its derivative is {@code σ(z) − y}. Nothing is divided, nothing clipped: the loss of a
 * wrong label grows as |z|, that of a right one falls to 0, and neither is NaN unless z is. DL4J's
 * {@code LossBinaryXENT} clips probabilities at 1e-5, which gives an example that is confidently wrong no gradient;
 * without its clip 0/0 turns training to NaN as soon as an output is exactly 0 or 1, in double precision from z ≈ 36.74
 * on.
 *
 * <p>A class for DL4J's output layer: use it where {@code LossBinaryXENT} would stand. It is saved with the network, by
 * class name. Per-example masks and weights are not supported.
 */
public final class LogitCrossEntropy extends ExampleLoss {
    private static final long serialVersionUID = 1L;

    /** Creates the loss; it has no settings. */
    public LogitCrossEntropy() {
        // Nothing to set; the constructor is public because DL4J restores saved networks through it.
    }

    /**
     * Loss of one output.
     *
     * @param z logit; infinite ones give the limit
     * @param y label, 0 to 1
     * @return L(z, y), from 0; NaN only if z is
     */
    public static double loss(double z, double y) {
        // A factor 0 leaves its term out, since 0 · ∞ would be NaN.
        double positive = y == 0 ? 0 : y * softplus(-z);
        double negative = y == 1 ? 0 : (1 - y) * softplus(z);
        return positive + negative;
    }

    private static double softplus(double t) {
        return Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));
    }

    /** All outputs in one sum. */
    @Override
    public double computeScore(
            INDArray labels, INDArray preOutput, IActivation activationFn, INDArray mask, boolean average) {
        check(labels, preOutput, activationFn, mask);
        double[] y = rowMajor(labels);
        double[] z = rowMajor(preOutput);
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            sum += loss(z[k], y[k]);
        }
        return average ? sum / labels.size(0) : sum;
    }

    @Override
    double[] terms(INDArray labels, INDArray preOutput, IActivation activationFn) {
        double[] y = rowMajor(labels);
        double[] z = rowMajor(preOutput);
        int outputs = (int) labels.size(1);
        double[] terms = new double[(int) labels.size(0)];
        for (int k = 0; k < z.length; k++) {
            terms[k / outputs] += loss(z[k], y[k]);
        }
        return terms;
    }

    @Override
    INDArray gradient(INDArray labels, INDArray preOutput, IActivation activationFn) {
        return Transforms.sigmoid(preOutput, true).subi(labels.castTo(preOutput.dataType()));
    }

    @Override
    void requireOutput(IActivation activationFn) {
        if (!(activationFn instanceof ActivationSigmoid)) {
            throw new IllegalStateException("LogitCrossEntropy after the activation " + activationFn
                    + ": it is the cross-entropy of a sigmoid; set Activation.SIGMOID on the output layer.");
        }
    }

    private static double[] rowMajor(INDArray array) {
        boolean whole = array.ordering() == 'c' && array.offset() == 0 && array.elementWiseStride() == 1;
        return (whole && array.data().length() == array.length() ? array : array.dup('c'))
                .data()
                .asDouble();
    }
}
