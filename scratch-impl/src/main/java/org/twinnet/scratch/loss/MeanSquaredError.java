package org.twinnet.scratch.loss;

import org.twinnet.scratch.activation.Activation;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The mean squared error of K outputs, and its gradient.
 *
 * <pre>
 *   J  = 1/(m·K) · Σⱼ Σₖ (aₖⱼ − yₖⱼ)²
 *   dA = 2/K · (A − Y)                  dZ = dA ∘ g′(Z), through the output's activation
 * </pre>
 *
 * <p>dA is the gradient of m·J, as elsewhere. Beware of relatives: {@link Quadratic} has a ½ and no K.
 *
 * <p>Source: Goodfellow, Bengio, Courville, Deep Learning, equation 5.5.
 */
public record MeanSquaredError() implements Loss {

    @Override
    public double mean(Matrix A, Matrix Y) {
        ShapeMismatchException.requireSameShape("squared error", "A", A, "Y", Y);
        double sum = 0;
        for (int k = 0; k < A.rows(); k++) {
            double[] a = A.row(k);
            double[] y = Y.row(k);
            for (int j = 0; j < a.length; j++) {
                sum += (a[j] - y[j]) * (a[j] - y[j]);
            }
        }
        return sum / ((double) A.columns() * A.rows());
    }

    /** {@inheritDoc} A square has no other form, so that this is {@link #mean}. */
    @Override
    public double stableMean(Matrix Z, Matrix A, Matrix Y) {
        ShapeMismatchException.requireSameShape("squared error", "Z", Z, "Y", Y);
        return mean(A, Y);
    }

    @Override
    public void backward(Activation output, Matrix Z, Matrix A, Matrix Y, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dA = 2/K · (A - Y)", "Z", Z, "A", A);
        ShapeMismatchException.requireSameShape("dA = 2/K · (A - Y)", "A", A, "Y", Y);
        ShapeMismatchException.requireSameShape("dA = 2/K · (A - Y)", "dZ", dZ, "A", A);
        for (int k = 0; k < A.rows(); k++) {
            double[] a = A.row(k);
            double[] y = Y.row(k);
            double[] da = dZ.row(k);
            for (int j = 0; j < da.length; j++) {
                da[j] = 2.0 * (a[j] - y[j]) / A.rows();
            }
        }
        output.backward(Z, A, dZ);
    }

    @Override
    public void requireOutput(Activation output) {
        // a distance is defined for any output
    }

    @Override
    public void requireTargets(Matrix Y) {
        for (int k = 0; k < Y.rows(); k++) {
            for (int j = 0; j < Y.columns(); j++) {
                if (!Double.isFinite(Y.get(k, j))) {
                    throw new IllegalArgumentException(
                            "Targets are finite numbers; Y[" + k + "," + j + "] is " + Y.get(k, j) + ".");
                }
            }
        }
    }
}
