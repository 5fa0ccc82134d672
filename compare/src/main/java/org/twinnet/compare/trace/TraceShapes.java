package org.twinnet.compare.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinnet.data.InvalidDataException;
import org.twinnet.data.npz.NpyArray;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Finds the layer sizes of a trace and holds every shape to them.
 *
 * <p>Other layouts than the format's are carried, because they are common mistakes that a check names: all W, or all dW, stored as (inputs, units);
 * masks as (m, units), (units, 1) or (1, m). Where a shape fits several ways, the format's is meant.
 */
final class TraceShapes {

    private final SortedMap<TensorName, NpyArray> arrays;
    private final List<Integer> sizes;
    private final Set<Quantity> turned;
    private final int m;
    private final Path file;

    private TraceShapes(
            SortedMap<TensorName, NpyArray> arrays, List<Integer> sizes, Set<Quantity> turned, int m, Path file) {
        this.arrays = arrays;
        this.sizes = sizes;
        this.turned = turned;
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
        List<TraceShapes> candidates = new ArrayList<>();
        for (Set<Quantity> turned :
                List.of(Set.<Quantity>of(), Set.of(Quantity.W), Set.of(Quantity.dW), Set.of(Quantity.W, Quantity.dW))) {
            TraceShapes shapes = new TraceShapes(arrays, sizes(arrays, features, depth, turned, file), turned, m, file);
            if (depth == 0 || (shapes.sizes.get(depth) == outputs && shapes.weightsFit())) {
                return shapes;
            }
            candidates.add(shapes);
        }
        TraceShapes asWritten = candidates.get(0);
        if (asWritten.sizes.get(depth) != outputs) {
            throw new InvalidDataException(
                    "%s: layer %d, the last one, has %d units, but Y has %d rows; both must be the same"
                            .formatted(file, depth, asWritten.sizes.get(depth), outputs));
        }
        return asWritten; // tensors() names the weights that do not fit
    }

    /** The sizes: each layer's from an array that is one row a unit, or else from its weights. */
    private static List<Integer> sizes(
            SortedMap<TensorName, NpyArray> arrays, int features, int depth, Set<Quantity> turned, Path file) {
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
                units[name.layer()] = array.shape()[turned.contains(name.quantity()) ? 1 : 0];
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
            Layout layout = layout(name, array)
                    .orElseThrow(
                            () -> refusal(file, name, array, "of shape (" + expected[0] + ", " + expected[1] + ")"));
            if (name.quantity() == Quantity.D && name.layer() == sizes.size() - 1) {
                throw TraceReader.refusal(
                        file, name.toString(), "is a mask of the output; only hidden layers have masks");
            }
            tensors.put(name, TraceTensor.of(Matrix.of(array.rows()), array.dtype(), layout, expected[0], expected[1]));
        });
        return tensors;
    }

    private boolean weightsFit() {
        return arrays.entrySet().stream()
                .filter(entry -> entry.getKey().quantity().isLikeWeights())
                .allMatch(entry -> layout(entry.getKey(), entry.getValue()).isPresent());
    }

    private Optional<Layout> layout(TensorName name, NpyArray array) {
        int[] expected = expected(name);
        int[] shape = array.shape();
        boolean mask = name.quantity() == Quantity.D;
        if (turned.contains(name.quantity())) {
            return fits(shape, expected[1], expected[0]) ? Optional.of(Layout.TRANSPOSED) : Optional.empty();
        }
        if (fits(shape, expected[0], expected[1])) {
            return Optional.of(Layout.AS_DEFINED);
        }
        if (mask && fits(shape, expected[1], expected[0])) {
            return Optional.of(Layout.TRANSPOSED);
        }
        if (mask && fits(shape, expected[0], 1)) {
            return Optional.of(Layout.ONE_COLUMN);
        }
        return mask && fits(shape, 1, expected[1]) ? Optional.of(Layout.ONE_ROW) : Optional.empty();
    }

    private static boolean fits(int[] shape, int rows, int columns) {
        return shape[0] == rows && shape[1] == columns;
    }

    private int[] expected(TensorName name) {
        int units = sizes.get(name.layer());
        if (name.quantity().isLikeWeights()) {
            return new int[] {units, sizes.get(name.layer() - 1)};
        }
        return new int[] {units, name.quantity().isLikeBiases() ? 1 : m};
    }

    private static InvalidDataException refusal(Path file, TensorName name, NpyArray array, String allowed) {
        return TraceReader.refusal(file, name.toString(), "is " + array + "; it must be " + allowed);
    }
}
