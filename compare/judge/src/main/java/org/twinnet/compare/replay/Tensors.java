package org.twinnet.compare.replay;

import org.twinnet.compare.theory.Bounded;
import org.twinnet.scratch.linalg.Matrix;

/** A trace's matrices as the chapters take them. */
final class Tensors {

    private Tensors() {}

    /** The numbers themselves, not copied. */
    static Bounded exact(Matrix values) {
        return Bounded.exact(rows(values));
    }

    /** The rows themselves, not copied. */
    static double[][] rows(Matrix values) {
        double[][] rows = new double[values.rows()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = values.row(i);
        }
        return rows;
    }
}
