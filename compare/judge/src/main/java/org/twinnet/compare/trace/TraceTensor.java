package org.twinnet.compare.trace;

import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/**
 * A tensor of a trace.
 *
 * @param values its entries in the shape that the format says, whatever the layout in the file; not to be changed
 * @param dtype its type in the file
 * @param layout how it lies in the file
 */
public record TraceTensor(Matrix values, Dtype dtype, Layout layout) {

    /**
     * A tensor as the format says.
     *
     * @param values its entries
     * @param dtype its type
     * @return the tensor
     */
    public static TraceTensor of(Matrix values, Dtype dtype) {
        return new TraceTensor(values, dtype, Layout.AS_DEFINED);
    }

    /**
     * Turns what lies otherwise.
     *
     * @param stored as the file has it
     * @param dtype type of its numbers
     * @param layout how it lies
     * @param rows rows as the format says
     * @param columns columns as the format says
     * @return the tensor in the shape of the format
     */
    public static TraceTensor of(Matrix stored, Dtype dtype, Layout layout, int rows, int columns) {
        if (layout == Layout.AS_DEFINED) {
            return new TraceTensor(stored, dtype, layout);
        }
        Matrix values = Matrix.zeros(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                values.set(
                        i,
                        j,
                        switch (layout) {
                            case AS_DEFINED -> throw new IllegalStateException("handled above");
                            case TRANSPOSED -> stored.get(j, i);
                            case ONE_COLUMN -> stored.get(i, 0);
                            case ONE_ROW -> stored.get(0, j);
                        });
            }
        }
        return new TraceTensor(values, dtype, layout);
    }
}
