package org.twinnet.compare.trace;

import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/**
 * A tensor of a trace, exactly as it was stored.
 *
 * @param values its entries, in the stored orientation; not to be changed
 * @param dtype its type in the file
 * @param transposed whether it was stored the other way round than the format says: W or dW as (inputs, units), D as (m, units)
 */
public record TraceTensor(Matrix values, Dtype dtype, boolean transposed) {

    /**
     * The entries as the format orients them.
     *
     * @return the values, transposed if they were stored so
     */
    public Matrix oriented() {
        if (!transposed) {
            return values;
        }
        Matrix turned = Matrix.zeros(values.columns(), values.rows());
        for (int i = 0; i < turned.rows(); i++) {
            for (int j = 0; j < turned.columns(); j++) {
                turned.set(i, j, values.get(j, i));
            }
        }
        return turned;
    }
}
