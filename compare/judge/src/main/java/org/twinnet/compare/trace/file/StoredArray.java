package org.twinnet.compare.trace.file;

import org.twinnet.data.npz.Dtype;
import org.twinnet.data.npz.NpyArray;
import org.twinnet.scratch.linalg.Matrix;

/**
 * A tensor as it lies in the file, examples as columns and biases as one column; which way weights lie is still open.
 *
 * @param values its entries
 * @param dtype its type in the file
 * @param described type and shape in the file, for messages
 */
record StoredArray(Matrix values, Dtype dtype, String described) {

    static StoredArray of(Matrix values, NpyArray array) {
        return new StoredArray(values, array.dtype(), array.toString());
    }

    boolean isOfShape(int rows, int columns) {
        return values.rows() == rows && values.columns() == columns;
    }

    static Matrix transposed(Matrix matrix) {
        Matrix turned = Matrix.zeros(matrix.columns(), matrix.rows());
        for (int r = 0; r < matrix.rows(); r++) {
            for (int c = 0; c < matrix.columns(); c++) {
                turned.set(c, r, matrix.get(r, c));
            }
        }
        return turned;
    }
}
