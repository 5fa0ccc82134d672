package org.twinnet.scratch.activation;

import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;

/** No activation at all, A = Z and dZ = dA: the output of a regression, or a layer that stays linear. */
public record Identity() implements Activation {

    @Override
    public void forward(Matrix Z, Matrix A) {
        ShapeMismatchException.requireSameShape("A = Z", "Z", Z, "A", A);
        for (int i = 0; i < Z.rows(); i++) {
            System.arraycopy(Z.row(i), 0, A.row(i), 0, Z.columns());
        }
    }

    /** {@inheritDoc} Its slope is 1 everywhere, at NaN as well. */
    @Override
    public void backward(Matrix Z, Matrix A, Matrix dZ) {
        ShapeMismatchException.requireSameShape("dZ = dA", "Z", Z, "dA", dZ);
        ShapeMismatchException.requireSameShape("dZ = dA", "A", A, "dA", dZ);
    }
}
