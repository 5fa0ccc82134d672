package org.twinnet.dl4j.memory;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The memory of a contiguous ND4J array of doubles or floats, to be copied from and to without an array in between.
 * What an array of floats cannot hold is rounded to the nearest that it can.
 */
public final class FlatArray {
    /** Keeps the memory alive; the pointer alone doesn't. */
    private final INDArray array;

    private final Memory memory;

    /**
     * Takes the memory of an array.
     *
     * @param array the array, in either memory order
     * @throws IllegalStateException if it has gaps, or holds other numbers
     */
    public FlatArray(INDArray array) {
        boolean floats = array.dataType() == DataType.FLOAT;
        if (!(floats || array.dataType() == DataType.DOUBLE) || array.offset() != 0 || array.elementWiseStride() != 1) {
            throw new IllegalStateException("Expected a contiguous array of doubles or floats but got "
                    + array.shapeInfoToString().replace('\n', ' '));
        }
        this.array = array;
        this.memory = floats
                ? new Floats(new FloatPointer(array.data().pointer()), new float[length()])
                : new Doubles(new DoublePointer(array.data().pointer()));
    }

    /** Native memory. */
    private sealed interface Memory {
        void get(double[] target, int length);

        void put(double[] source, int length);
    }

    private record Doubles(DoublePointer pointer) implements Memory {
        @Override
        public void get(double[] target, int length) {
            pointer.get(target, 0, length);
        }

        @Override
        public void put(double[] source, int length) {
            pointer.put(source, 0, length);
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // a buffer of this class alone
    private record Floats(FloatPointer pointer, float[] buffer) implements Memory {
        @Override
        public void get(double[] target, int length) {
            pointer.get(buffer, 0, length);
            for (int i = 0; i < length; i++) {
                target[i] = buffer[i];
            }
        }

        @Override
        public void put(double[] source, int length) {
            for (int i = 0; i < length; i++) {
                buffer[i] = (float) source[i];
            }
            pointer.put(buffer, 0, length);
        }
    }

    /**
     * The number of entries.
     *
     * @return length of the array
     */
    public int length() {
        return Math.toIntExact(array.length());
    }

    /**
     * Copies the array.
     *
     * @param target overwritten in the order of the memory; at least as long
     */
    public void copyTo(double[] target) {
        memory.get(target, length());
    }

    /**
     * Overwrites the array.
     *
     * @param source in the order of the memory; at least as long
     */
    public void copyFrom(double[] source) {
        memory.put(source, length());
    }

    /**
     * Copies the array.
     *
     * @return a new vector in the order of the memory
     */
    public double[] copy() {
        double[] values = new double[length()];
        copyTo(values);
        return values;
    }
}
