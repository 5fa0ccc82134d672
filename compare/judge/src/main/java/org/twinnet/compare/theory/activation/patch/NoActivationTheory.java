package org.twinnet.compare.theory.activation.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/** A layer whose activation function was left out. Nothing is computed, so nothing rounds. */
public record NoActivationTheory() implements ActivationTheory {

    @Override
    public String formula() {
        return "A = Z";
    }

    @Override
    public void forward(Bounded Z, Bounded A, Rounding rounding) {
        for (int i = 0; i < Z.rows(); i++) {
            System.arraycopy(Z.values(i), 0, A.values(i), 0, Z.columns());
            System.arraycopy(Z.errors(i), 0, A.errors(i), 0, Z.columns());
        }
    }

    @Override
    public void slope(Bounded Z, Bounded A, Bounded gradient, Rounding rounding) {
        // dZ = dA
    }
}
