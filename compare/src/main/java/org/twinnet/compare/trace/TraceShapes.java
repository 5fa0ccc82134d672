package org.twinnet.compare.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.npz.NpyArray;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Finds the layer sizes of a trace and holds every shape to them.
 *
 * <p>Two orientations other than the format's are carried, because they are common mistakes that a check names: all weights stored as (inputs,
 * units), and masks as (m, units). Where a shape fits both ways, the format's orientation is meant.
 */
final class TraceShapes {

    private final SortedMap<TensorName, NpyArray> arrays;
    private final List<Integer> sizes;
    private final boolean weightsTransposed;
    private final int m;
    private final Path file;

    private TraceShapes(
            SortedMap<TensorName, NpyArray> arrays, List<Integer> sizes, boolean transposed, int m, Path file) {
        this.arrays = arrays;
        this.sizes = sizes;
        this.weightsTransposed = transposed;
        this.m = m;
        this.file = file;
    }

    static TraceShapes of(SortedMap<TensorName, NpyArray> arrays, int features, int outputs, int m, Path file) {
        arrays.forEach((name, array) -> {
            if (array.rank() != 2 || array.size() == 0) {
                throw refusal(file, name, array, "a matrix that is not empty");
            }
        });
        int depth = arrays.keySet().stream().mapToInt(TensorName::layer).max().orElse(0);
        TraceShapes asWritten = new TraceShapes(arrays, sizes(arrays, features, depth, false, file), false, m, file);
        if (depth == 0 || (asWritten.sizes.get(depth) == outputs && asWritten.weightsFit())) {
            return asWritten;
        }
        TraceShapes turned = new TraceShapes(arrays, sizes(arrays, features, depth, true, file), true, m, file);
        if (turned.sizes.get(depth) == outputs && turned.weightsFit()) {
            return turned;
        }
        if (asWritten.sizes.get(depth) != outputs) {
            throw new InvalidDataException(
                    "%s: layer %d, the last one, has %d units, but Y has %d rows; both must be the same"
                            .formatted(file, depth, asWritten.sizes.get(depth), outputs));
        }
        return asWritten; // tensors() names the weights that do not fit
    }

    /** The sizes: each layer's from an array that is one row a unit, or else from its weights. */
    private static List<Integer> sizes(
            SortedMap<TensorName, NpyArray> arrays, int features, int depth, boolean transposed, Path file) {
        int[] units = new int[depth + 1];
        units[0] = features;
        arrays.forEach((name, array) -> {
            boolean certain = !name.quantity().isLikeWeights() && name.quantity() != Quantity.D;
            if (certain && units[name.layer()] == 0) {
                units[name.layer()] = array.shape()[0];
            }
        });
        arrays.forEach((name, array) -> {
            if (name.quantity().isLikeWeights() && units[name.layer()] == 0) {
                units[name.layer()] = array.shape()[transposed ? 1 : 0];
            }
        });
        List<Integer> sizes = new ArrayList<>();
        for (int l = 0; l <= depth; l++) {
            if (units[l] == 0) {
                throw new InvalidDataException(
                        "%s: nothing tells the units of layer %d, but layer %d is there; layers must be numbered from 1 without a gap"
                                .formatted(file, l, depth));
            }
            sizes.add(units[l]);
        }
        return sizes;
    }

    List<Integer> layerSizes() {
        return sizes;
    }

    /** The tensors, every shape checked. */
    SortedMap<TensorName, TraceTensor> tensors() {
        SortedMap<TensorName, TraceTensor> tensors = new TreeMap<>();
        arrays.forEach((name, array) -> {
            int[] expected = expected(name);
            boolean turnedMask = name.quantity() == Quantity.D
                    && !Arrays.equals(array.shape(), expected)
                    && Arrays.equals(array.shape(), reversed(expected));
            boolean transposed =
                    turnedMask || (weightsTransposed && name.quantity().isLikeWeights());
            if (!Arrays.equals(array.shape(), transposed ? reversed(expected) : expected)) {
                throw refusal(file, name, array, "of shape (" + expected[0] + ", " + expected[1] + ")");
            }
            if (name.quantity() == Quantity.D && name.layer() == sizes.size() - 1) {
                throw TraceReader.refusal(
                        file, name.toString(), "is a mask of the output; only hidden layers have masks");
            }
            tensors.put(name, new TraceTensor(Matrix.of(array.rows()), array.dtype(), transposed));
        });
        return tensors;
    }

    private boolean weightsFit() {
        return arrays.entrySet().stream()
                .filter(entry -> entry.getKey().quantity().isLikeWeights())
                .allMatch(entry -> {
                    int[] expected = expected(entry.getKey());
                    return Arrays.equals(entry.getValue().shape(), weightsTransposed ? reversed(expected) : expected);
                });
    }

    private int[] expected(TensorName name) {
        int units = sizes.get(name.layer());
        if (name.quantity().isLikeWeights()) {
            return new int[] {units, sizes.get(name.layer() - 1)};
        }
        return new int[] {units, name.quantity().isLikeBiases() ? 1 : m};
    }

    private static int[] reversed(int[] shape) {
        return new int[] {shape[1], shape[0]};
    }

    private static InvalidDataException refusal(Path file, TensorName name, NpyArray array, String allowed) {
        return TraceReader.refusal(file, name.toString(), "is " + array + "; it must be " + allowed);
    }
}
