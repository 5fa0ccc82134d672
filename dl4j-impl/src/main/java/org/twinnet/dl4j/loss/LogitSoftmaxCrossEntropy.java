package org.twinnet.dl4j.loss;

import java.util.Arrays;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
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
public final class LogitSoftmaxCrossEntropy extends ExampleLoss {
    private static final long serialVersionUID = 1L;

    /** Creates the loss; it has no settings. */
    public LogitSoftmaxCrossEntropy() {
        // public because DL4J restores saved networks through it
    }

    @Override
    void requireOutput(IActivation activationFn) {
        if (!(activationFn instanceof SoftmaxActivation)) {
            throw new IllegalStateException("LogitSoftmaxCrossEntropy after the activation " + activationFn
                    + ": it is the cross-entropy of a softmax; set SoftmaxActivation on the output layer.");
        }
    }

    @Override
    INDArray gradient(INDArray labels, INDArray preOutput, IActivation activationFn) {
        return activationFn.getActivation(preOutput.dup(), true).subi(labels.castTo(preOutput.dataType()));
    }

    @Override
    double[] terms(INDArray labels, INDArray preOutput, IActivation activationFn) {
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
}
