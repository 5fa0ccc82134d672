package org.twinnet.compare.replay;

import java.util.Optional;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.scratch.linalg.Matrix;

/** A trace's matrices as the chapters take them. */
final class Tensors {

    private Tensors() {}

    /** The numbers that a trace holds. */
    static Optional<Bounded> held(Trace trace, Quantity quantity, int layer, int iteration) {
        return trace.tensor(quantity, layer, iteration).map(TraceTensor::values).map(Tensors::exact);
    }

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
