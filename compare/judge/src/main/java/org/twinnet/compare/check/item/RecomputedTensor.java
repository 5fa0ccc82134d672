package org.twinnet.compare.check.item;

import org.twinnet.compare.ladder.DifferenceStatistics;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Said;
import org.twinnet.scratch.linalg.Matrix;

/**
 * What a trace holds, face to face with what a recipe says.
 *
 * @param name such as {@code dW2@0}
 * @param iteration its iteration
 * @param columns columns of the tensor; 1 for a cost
 * @param actual the trace's numbers
 * @param expected the recomputed ones
 * @param floor largest differences that rounding explains
 */
@SuppressWarnings("ArrayRecordComponent") // compared entry by entry, never by equals
public record RecomputedTensor(
        String name, int iteration, int columns, double[] actual, double[] expected, double[] floor) {

    /**
     * The numbers of a tensor.
     *
     * @param matrix the tensor
     * @return row by row, in a new array
     */
    public static double[] flat(Matrix matrix) {
        double[] values = new double[matrix.rows() * matrix.columns()];
        matrix.writeTo(values, 0);
        return values;
    }

    /**
     * Holds one against the other.
     *
     * @return the comparison
     */
    public QuantityComparison compare() {
        DifferenceStatistics statistics = new DifferenceStatistics(Said.NAME.of(name));
        statistics.add(
                actual,
                expected,
                floor,
                0,
                actual.length,
                iteration,
                index -> Said.NAME.of(
                        name.startsWith("cost") ? name : name + "[" + index / columns + "," + index % columns + "]"));
        return statistics.result();
    }

    /**
     * Whether both sides are numbers and rounding does not explain their difference.
     *
     * @return false where one side holds what is not finite
     */
    public boolean contradicts() {
        QuantityComparison comparison = compare();
        return comparison.notFinite() == 0 && comparison.status() == Status.DISAGREE;
    }
}
