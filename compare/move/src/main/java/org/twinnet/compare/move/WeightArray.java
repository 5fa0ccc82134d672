package org.twinnet.compare.move;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.twinnet.data.InvalidDataException;

/**
 * An array of somebody's weights.
 *
 * @param name its name in the file
 * @param shape its lengths, none for a single number
 * @param values its entries in row-major order
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared by equals
record WeightArray(String name, int[] shape, double[] values) {

    /** Lengths of 1 around a vector are left out: (u, 1) and (1, u) are (u). */
    WeightArray flat() {
        return new WeightArray(name, new int[] {values.length}, values);
    }

    boolean isVector() {
        return Arrays.stream(shape).filter(length -> length != 1).count() <= 1;
    }

    int rows() {
        return shape[0];
    }

    int columns() {
        return shape[1];
    }

    String shapeText() {
        String lengths = Arrays.stream(shape).mapToObj(String::valueOf).collect(Collectors.joining(", "));
        return shape.length == 1 ? "(" + lengths + ",)" : "(" + lengths + ")";
    }

    /** The entries with rows and columns exchanged. */
    double[] transposed() {
        double[] turned = new double[values.length];
        for (int r = 0; r < rows(); r++) {
            for (int c = 0; c < columns(); c++) {
                turned[c * rows() + r] = values[r * columns() + c];
            }
        }
        return turned;
    }

    /** Refuses what no network computes with. */
    WeightArray requireFinite(String file) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new InvalidDataException(
                        file + ", array " + name + ": number " + i + " is " + values[i] + "; needed: finite ones");
            }
        }
        return this;
    }
}
