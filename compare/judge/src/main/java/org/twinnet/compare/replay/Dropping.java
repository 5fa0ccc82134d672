package org.twinnet.compare.replay;

import java.util.Arrays;
import java.util.Optional;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.dropout.DropoutTheory;
import org.twinnet.compare.theory.dropout.InvertedDropoutTheory;

/**
 * What mask and scale do to activations, or to their gradients.
 *
 * @param D the mask; empty where nothing is done
 * @param chapter how it drops
 */
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
record Dropping(Optional<double[][]> D, DropoutTheory chapter) {

    /** Neither mask nor scale. */
    static final Dropping NONE = new Dropping(Optional.empty(), new InvertedDropoutTheory(1));

    static Dropping by(double[][] D, DropoutTheory chapter) {
        return new Dropping(Optional.of(D), chapter);
    }

    /** A mask that keeps all, for a scale without a mask. */
    static double[][] ones(int units, int m) {
        double[][] ones = new double[units][m];
        for (double[] row : ones) {
            Arrays.fill(row, 1);
        }
        return ones;
    }

    Bounded of(Bounded A, Rounding rounding) {
        if (D.isEmpty()) {
            return A;
        }
        Bounded dropped = Bounded.zeros(A.rows(), A.columns());
        chapter.apply(D.get(), A, dropped, rounding);
        return dropped;
    }
}
