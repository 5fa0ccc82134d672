package org.twinnet.compare.theory.activation.patch;

import org.twinnet.compare.theory.ActivationTheory;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;

/**
 * A softmax over the examples of each unit, or over all numbers, where it belongs over the units of each example. Its
 * slope is the right one.
 *
 * @param right the softmax
 * @param everything whether there is one sum of all
 */
public record OtherAxisTheory(ActivationTheory right, boolean everything) implements PatchedActivation {

    @Override
    public void forward(Bounded Z, Bounded A, Rounding rounding) {
        int rows = everything ? Z.rows() * Z.columns() : Z.columns();
        Bounded turned = Bounded.zeros(rows, everything ? 1 : Z.rows());
        Bounded shares = Bounded.zeros(turned.rows(), turned.columns());
        for (int k = 0; k < Z.rows(); k++) {
            for (int j = 0; j < Z.columns(); j++) {
                turned.values(row(k, j, Z))[column(k)] = Z.values(k)[j];
                turned.errors(row(k, j, Z))[column(k)] = Z.errors(k)[j];
            }
        }
        right.forward(turned, shares, rounding);
        for (int k = 0; k < Z.rows(); k++) {
            for (int j = 0; j < Z.columns(); j++) {
                A.values(k)[j] = shares.values(row(k, j, Z))[column(k)];
                A.errors(k)[j] = shares.errors(row(k, j, Z))[column(k)];
            }
        }
    }

    private int row(int k, int j, Bounded Z) {
        return everything ? k * Z.columns() + j : j;
    }

    private int column(int k) {
        return everything ? 0 : k;
    }
}
