package org.twinnet.scratch.loss;

import org.twinnet.scratch.activation.Activation;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The quadratic cost, half the squared distance, and its gradient.
 *
 * <pre>
 *   J  = 1/(2m) · Σⱼ Σₖ (aₖⱼ − yₖⱼ)²
 *   dA = A − Y                          dZ = dA ∘ g′(Z), through the output's activation
 * </pre>
 *
 * <p>dA is the gradient of m·J, as elsewhere. With K outputs it is K/2 times {@link MeanSquaredError}.
 *
 * <p>Source: Nielsen, Neural Networks and Deep Learning, equation 6.
 */
public record Quadratic() implements Loss {

    @Override
    public double mean(Matrix A, Matrix Y) {
        ShapeMismatchException.requireSameShape("quadratic cost", "A", A, "Y", Y);
        double sum = 0;
        for (int k = 0; k < A.rows(); k++) {
            double[] a = A.row(k);
            double[] y = Y.row(k);
            for (int j = 0; j < a.length; j++) {
                sum += (a[j] - y[j]) * (a[j] - y[j]);
            }
        }
        return sum / (2.0 * A.columns());
    }

    /** {@inheritDoc} A square has no other form, so that this is {@link #mean}. */
    @Override
    public double stableMean(Matrix Z, Matrix A, Matrix Y) {
        ShapeMismatchException.requireSameShape("quadratic cost", "Z", Z, "Y", Y);
        return mean(A, Y);
    }

    @Override
    public void backward(Activation output, Matrix Z, Matrix A, Matrix Y, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dA = A - Y", "Z", Z, "A", A);
        ShapeMismatchException.requireSameShape("dA = A - Y", "A", A, "Y", Y);
        ShapeMismatchException.requireSameShape("dA = A - Y", "dZ", dZ, "A", A);
        for (int k = 0; k < A.rows(); k++) {
            double[] a = A.row(k);
            double[] y = Y.row(k);
            double[] da = dZ.row(k);
            for (int j = 0; j < da.length; j++) {
                da[j] = a[j] - y[j];
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
