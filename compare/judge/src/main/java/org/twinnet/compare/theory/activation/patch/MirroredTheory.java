package org.twinnet.compare.theory.activation.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * An activation turned about 0, which rounds as the right one does.
 *
 * <pre>
 *   A = −g(−Z), dZ = dA·g′(−Z)
 * </pre>
 *
 * @param right the activation
 */
public record MirroredTheory(ActivationTheory right) implements PatchedActivation {

    @Override
    public void forward(Bounded Z, Bounded A, Rounding rounding) {
        right.forward(negative(Z), A, rounding);
        negate(A);
    }

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        right.slope(negative(Z), negative(A), gradient, rounding);
    }

    private static Bounded negative(Bounded X) {
        Bounded negative = X.isExact() ? Bounded.zeros(X.rows(), X.columns()) : X.copy();
        if (X.isExact()) {
            for (int i = 0; i < X.rows(); i++) {
                System.arraycopy(X.values(i), 0, negative.values(i), 0, X.columns());
            }
        }
        negate(negative);
        return negative;
    }

    private static void negate(Bounded X) {
        for (int i = 0; i < X.rows(); i++) {
            double[] x = X.values(i);
            for (int j = 0; j < x.length; j++) {
                x[j] = -x[j];
            }
        }
    }
}
