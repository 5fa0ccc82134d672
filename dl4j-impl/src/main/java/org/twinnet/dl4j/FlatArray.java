package org.twinnet.dl4j;

import org.bytedeco.javacpp.DoublePointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The memory of a contiguous ND4J vector of doubles, to be copied from and to without an array in between. */
final class FlatArray {
    /** Keeps the memory alive; the pointer alone doesn't. */
    private final INDArray array;

    private final DoublePointer memory;

    FlatArray(INDArray array) {
        if (array.dataType() != DataType.DOUBLE || array.offset() != 0 || array.elementWiseStride() != 1) {
            throw new IllegalStateException("Expected a contiguous vector of doubles but got "
                    + array.shapeInfoToString().replace('\n', ' '));
        }
        this.array = array;
        this.memory = new DoublePointer(array.data().pointer());
    }

    int length() {
        return Math.toIntExact(array.length());
    }

    void copyTo(double[] target) {
        memory.get(target, 0, length());
    }

    void copyFrom(double[] source) {
        memory.put(source, 0, length());
    }

    double[] copy() {
        double[] values = new double[length()];
        copyTo(values);
        return values;
    }
}
