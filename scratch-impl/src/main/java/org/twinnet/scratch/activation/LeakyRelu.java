package org.twinnet.scratch.activation;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/**
 * The leaky rectified linear unit, A = Z where Z &gt; 0 and slope · Z elsewhere; dZ = dA ∘ (1 where Z &gt; 0, slope
 * elsewhere).
 *
 * <p>The derivative at exactly 0 is the left one, the slope.
 *
 * <p>Source: Maas, Hannun, Ng, Rectifier Nonlinearities Improve Neural Network Acoustic Models, ICML 2013, §2.
 *
 * @param slope what is left of a negative number, from 0 to 1
 */
public record LeakyRelu(double slope) implements Activation {

    /**
     * Checks the slope.
     *
     * @param slope what is left of a negative number
     * @throws IllegalArgumentException if it is not from 0 to 1
     */
    public LeakyRelu {
        if (!(slope >= 0 && slope <= 1)) {
            throw new IllegalArgumentException(
                    "The slope of a leaky ReLU is a number from 0 to 1; it is " + slope + ".");
        }
    }

    @Override
    public void forward(Matrix Z, Matrix A) {
        ShapeMismatchException.requireSameShape("A = max(slope·Z, Z)", "Z", Z, "A", A);
        for (int i = 0; i < Z.rows(); i++) {
            double[] z = Z.row(i);
            double[] a = A.row(i);
            for (int j = 0; j < a.length; j++) {
                a[j] = z[j] > 0 ? z[j] : slope * z[j];
            }
        }
    }

    @Override
    public void backward(Matrix Z, Matrix A, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dZ = dA ∘ (slope or 1)", "Z", Z, "dA", dZ);
        ShapeMismatchException.requireSameShape("dZ = dA ∘ (slope or 1)", "A", A, "dA", dZ);
        for (int i = 0; i < A.rows(); i++) {
            double[] z = Z.row(i);
            double[] dz = dZ.row(i);
            for (int j = 0; j < dz.length; j++) {
                // written so that a NaN in Z stays one
                dz[j] *= z[j] > 0 ? 1.0 : z[j] <= 0 ? slope : z[j];
            }
        }
    }
}
