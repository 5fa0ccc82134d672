package org.twinnet.scratch.loss;

import org.twinnet.scratch.activation.Activation;
import org.twinnet.scratch.activation.Sigmoid;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The mean cross-entropy of a sigmoid output, and its gradient.
 *
 * <pre>
 *   J  = −(1/m) · Σⱼ [ yⱼ · ln aⱼ + (1 − yⱼ) · ln(1 − aⱼ) ]
 *      =  (1/m) · Σⱼ [ max(0, −tⱼ) + ln(1 + e^(−|tⱼ|)) ]     tⱼ = zⱼ where yⱼ = 1, −zⱼ where yⱼ = 0
 *   dZ = A − Y
 * </pre>
 *
 * <p>The second line is the same number from the pre-activation z. The first is the notebook's; its logarithm is
 * infinite once a has rounded to the wrong label, which the second never is for a finite z.
 *
 * <p>dZ is the gradient of m·J, not of J: the notebook divides by m when it forms dW and db. It is also the place where
 * the sigmoid's derivative a·(1 − a) cancels against the one of the logarithms; multiplying by it again is a common
 * mistake.
 *
 * <p>Source: the notebook's {@code compute_cost} and {@code backward_propagation}.
 */
public record BinaryCrossEntropy() implements Loss {

    /**
     * {@inheritDoc}
     *
     * <p>A label is 0 or 1, so only one of the two logarithms counts. Where the output is saturated on the right side
     * (a = y exactly) the notebook meets 0 · ln 0 = NaN and drops it with {@code np.nansum}; the single logarithm is ln
     * 1 = 0 there, the same value. An output saturated on the wrong side costs +∞, in the notebook as well. Unlike
     * {@code nansum} it keeps a NaN activation: the cost is then NaN, never a smaller number.
     */
    @Override
    public double mean(Matrix A, Matrix Y) {
        ShapeMismatchException.requireSameShape("cross-entropy", "A", A, "Y", Y);
        double sum = 0;
        for (int i = 0; i < A.rows(); i++) {
            double[] a = A.row(i);
            double[] y = Y.row(i);
            for (int j = 0; j < a.length; j++) {
                sum -= Math.log(y[j] == 1.0 ? a[j] : 1.0 - a[j]);
            }
        }
        return sum / A.columns();
    }

    /** {@inheritDoc} Only the logit Z is needed. */
    @Override
    public double stableMean(Matrix Z, Matrix A, Matrix Y) {
        ShapeMismatchException.requireSameShape("cross-entropy", "Z", Z, "Y", Y);
        ShapeMismatchException.requireSameShape("cross-entropy", "A", A, "Y", Y);
        double sum = 0;
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.row(i);
            double[] y = Y.row(i);
            for (int j = 0; j < z.length; j++) {
                double t = y[j] == 1.0 ? z[j] : -z[j];
                sum += Math.max(0, -t) + Math.log1p(Math.exp(-Math.abs(t)));
            }
        }
        return sum / Z.columns();
    }

    /** {@inheritDoc} For the sigmoid that is A − Y, whatever Z. */
    @Override
    public void backward(Activation output, Matrix Z, Matrix A, Matrix Y, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dZ = A - Y", "Z", Z, "A", A);
        ShapeMismatchException.requireSameShape("dZ = A - Y", "A", A, "Y", Y);
        ShapeMismatchException.requireSameShape("dZ = A - Y", "dZ", dZ, "A", A);
        for (int i = 0; i < A.rows(); i++) {
            double[] a = A.row(i);
            double[] y = Y.row(i);
            double[] dz = dZ.row(i);
            for (int j = 0; j < dz.length; j++) {
                dz[j] = a[j] - y[j];
            }
        }
    }

    @Override
    public void requireOutput(Activation output) {
        if (!(output instanceof Sigmoid)) {
            throw new IllegalArgumentException(
                    "Binary cross-entropy needs a sigmoid output, a probability, not " + output + ".");
        }
    }

    @Override
    public void requireTargets(Matrix Y) {
        for (int i = 0; i < Y.rows(); i++) {
            for (int j = 0; j < Y.columns(); j++) {
                double y = Y.get(i, j);
                if (y != 0.0 && y != 1.0) {
                    throw new IllegalArgumentException("Labels are 0 or 1; Y[" + i + "," + j + "] is " + y + ".");
                }
            }
        }
    }
}
