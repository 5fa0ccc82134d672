package org.twinnet.scratch.loss;

import org.twinnet.scratch.activation.Activation;
import org.twinnet.scratch.activation.Softmax;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The mean cross-entropy of a softmax output over K classes, and its gradient. Y is one-hot: 1 in the row of an
 * example's class c, 0 elsewhere.
 *
 * <pre>
 *   J  = −(1/m) · Σⱼ Σₖ yₖⱼ · ln aₖⱼ  =  −(1/m) · Σⱼ ln a_cⱼ
 *      =  (1/m) · Σⱼ [ M + ln Σₖ e^(zₖⱼ − M) − z_cⱼ ]        M = maxₖ zₖⱼ
 *   dZ = A − Y
 * </pre>
 *
 * <p>The second line is the same number from the logits, finite for finite ones however sure the output is of the wrong
 * class. dZ is the gradient of m·J; the softmax's matrix of derivatives cancels against the logarithm's, so that what
 * is left is the same A − Y as that of a sigmoid with binary cross-entropy.
 *
 * <p>Source: Bishop, Pattern Recognition and Machine Learning, equations 4.108 and 4.109.
 */
public record SoftmaxCrossEntropy() implements Loss {

    private static final String NAME = "softmax cross-entropy";

    /** {@inheritDoc} Only the logarithm of the class's own probability counts, so that 0 · ln 0 never arises. */
    @Override
    public double mean(Matrix A, Matrix Y) {
        ShapeMismatchException.requireSameShape(NAME, "A", A, "Y", Y);
        double sum = 0;
        for (int k = 0; k < A.rows(); k++) {
            double[] a = A.row(k);
            double[] y = Y.row(k);
            for (int j = 0; j < a.length; j++) {
                if (y[j] == 1.0) {
                    sum -= Math.log(a[j]);
                }
            }
        }
        return sum / A.columns();
    }

    /** {@inheritDoc} Only the logits Z are needed. */
    @Override
    public double stableMean(Matrix Z, Matrix A, Matrix Y) {
        ShapeMismatchException.requireSameShape(NAME, "Z", Z, "Y", Y);
        ShapeMismatchException.requireSameShape(NAME, "A", A, "Y", Y);
        double sum = 0;
        for (int j = 0; j < Z.columns(); j++) {
            double M = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < Z.rows(); k++) {
                M = Math.max(M, Z.get(k, j));
            }
            double exponentials = 0;
            double own = 0;
            for (int k = 0; k < Z.rows(); k++) {
                exponentials += Math.exp(Z.get(k, j) - M);
                own = Y.get(k, j) == 1.0 ? Z.get(k, j) : own;
            }
            sum += M - own + Math.log(exponentials);
        }
        return sum / Z.columns();
    }

    /** {@inheritDoc} For the softmax that is A − Y, whatever Z. */
    @Override
    public void backward(Activation output, Matrix Z, Matrix A, Matrix Y, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dZ = A - Y", "Z", Z, "A", A);
        ShapeMismatchException.requireSameShape("dZ = A - Y", "A", A, "Y", Y);
        ShapeMismatchException.requireSameShape("dZ = A - Y", "dZ", dZ, "A", A);
        for (int k = 0; k < A.rows(); k++) {
            double[] a = A.row(k);
            double[] y = Y.row(k);
            double[] dz = dZ.row(k);
            for (int j = 0; j < dz.length; j++) {
                dz[j] = a[j] - y[j];
            }
        }
    }

    @Override
    public void requireOutput(Activation output) {
        if (!(output instanceof Softmax)) {
            throw new IllegalArgumentException(
                    "Softmax cross-entropy needs a softmax output, probabilities of all classes, not " + output + ".");
        }
    }

    @Override
    public void requireTargets(Matrix Y) {
        for (int j = 0; j < Y.columns(); j++) {
            int ones = 0;
            for (int k = 0; k < Y.rows(); k++) {
                double y = Y.get(k, j);
                if (y != 0.0 && y != 1.0) {
                    throw new IllegalArgumentException(
                            "Labels of classes are one-hot, 0 or 1; Y[" + k + "," + j + "] is " + y + ".");
                }
                ones += y == 1.0 ? 1 : 0;
            }
            if (ones != 1) {
                throw new IllegalArgumentException(
                        "Labels of classes are one-hot, one 1 an example; column " + j + " of Y has " + ones + ".");
            }
        }
    }
}
