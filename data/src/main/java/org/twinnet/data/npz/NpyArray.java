package org.twinnet.data.npz;

import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twinnet.data.InvalidDataException;

/**
 * An array that NumPy wrote: its element type, its shape, and its values in row-major order, whatever the order in the
 * file was.
 *
 * <p>Values are {@code double}; integers and booleans in the file become the numbers that they stand for, exactly.
 * Floating-point values may be NaN or infinite: whether that is allowed is for the reader of the array to say. An array
 * cannot be changed.
 */
public final class NpyArray {

    private final Dtype dtype;
    private final int[] shape;
    private final double[] values;

    /** Takes ownership of both arrays; the product of the shape is the number of values. */
    NpyArray(Dtype dtype, int[] shape, double[] values) {
        this.dtype = dtype;
        this.shape = shape;
        this.values = values;
    }

    /**
     * The element type in the file.
     *
     * @return the type
     */
    public Dtype dtype() {
        return dtype;
    }

    /**
     * The number of dimensions.
     *
     * @return 0 for a scalar, 2 for a matrix
     */
    public int rank() {
        return shape.length;
    }

    /**
     * The lengths of the dimensions.
     *
     * @return a new array of {@link #rank()} lengths, each 0 or more
     */
    public int[] shape() {
        return shape.clone();
    }

    /**
     * The shape as NumPy prints it.
     *
     * @return such as {@code "(2, 211)"}, {@code "(5,)"} or {@code "()"}
     */
    public String shapeText() {
        String lengths = IntStream.of(shape).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        return shape.length == 1 ? "(" + lengths + ",)" : "(" + lengths + ")";
    }

    /**
     * The number of elements: the product of the shape, 1 for a scalar.
     *
     * @return 0 or more
     */
    public int size() {
        return values.length;
    }

    /**
     * All elements in row-major order: the last index runs fastest.
     *
     * @return a new array of {@link #size()} values
     */
    public double[] values() {
        return values.clone();
    }

    /**
     * One element.
     *
     * @param index one index for each dimension, from 0; none for a scalar
     * @return its value
     * @throws IndexOutOfBoundsException if there is no such element, or if the number of indices is not the rank
     */
    public double at(int... index) {
        if (index.length != shape.length) {
            throw new IndexOutOfBoundsException(
                    index.length + " indices for an array of shape " + shapeText() + "; give one for each dimension");
        }
        int position = 0;
        for (int d = 0; d < index.length; d++) {
            position = position * shape[d] + Objects.checkIndex(index[d], shape[d]);
        }
        return values[position];
    }

    /**
     * The value of an array that holds exactly one element, such as a hyper-parameter of shape {@code ()}.
     *
     * @return the value
     * @throws InvalidDataException if there are none or several elements
     */
    public double scalar() {
        if (values.length != 1) {
            throw new InvalidDataException("an array of shape " + shapeText() + " is not a single number");
        }
        return values[0];
    }

    /**
     * The rows of a matrix.
     *
     * @return a new array of {@code shape[0]} rows, each with {@code shape[1]} elements
     * @throws InvalidDataException if the array has not two dimensions
     */
    public double[][] rows() {
        if (shape.length != 2) {
            throw new InvalidDataException("an array of shape " + shapeText() + " is not a matrix; it needs two axes");
        }
        double[][] rows = new double[shape[0]][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Arrays.copyOfRange(values, i * shape[1], (i + 1) * shape[1]);
        }
        return rows;
    }

    /**
     * Type and shape, for messages.
     *
     * @return such as {@code "float64 (2, 211)"}
     */
    @Override
    public String toString() {
        return dtype.name().toLowerCase(Locale.ROOT) + " " + shapeText();
    }
}
