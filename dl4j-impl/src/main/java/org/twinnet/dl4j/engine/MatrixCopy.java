package org.twinnet.dl4j.engine;

import org.bytedeco.javacpp.indexer.DoubleIndexer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Copies a small column-major matrix of doubles into a row-major one, which ND4J does with each product of a layer:
 * BLAS writes column-major, activations are row-major. The native copy is general and takes three times as long.
 */
final class MatrixCopy {
    /** Beyond the processor's nearest caches a plain loop loses. */
    private static final long MAX_ENTRIES = 1 << 15;

    private MatrixCopy() {}

    /** Copies if the matrices are of this kind; otherwise does nothing and returns false. */
    static boolean copy(INDArray source, INDArray target) {
        if (!isWhole(source, 'f') || !isWhole(target, 'c') || source.length() > MAX_ENTRIES) {
            return false;
        }
        long rows = source.size(0);
        long columns = source.size(1);
        if (target.size(0) != rows || target.size(1) != columns) {
            return false;
        }
        DoubleIndexer from = (DoubleIndexer) source.data().indexer();
        DoubleIndexer to = (DoubleIndexer) target.data().indexer();
        for (long column = 0; column < columns; column++) {
            long start = column * rows;
            for (long row = 0; row < rows; row++) {
                to.put(row * columns + column, from.get(start + row));
            }
        }
        return true;
    }

    /** A matrix of doubles that fills its memory from the first entry on, in the given order. */
    private static boolean isWhole(INDArray array, char order) {
        if (array.rank() != 2 || array.dataType() != DataType.DOUBLE || array.offset() != 0) {
            return false;
        }
        boolean rowMajor = order == 'c';
        return array.stride(rowMajor ? 1 : 0) == 1 && array.stride(rowMajor ? 0 : 1) == array.size(rowMajor ? 1 : 0);
    }
}
