package org.twinnet.compare.trace.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.twinnet.compare.trace.Layout;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Finds the layer sizes of a trace and holds every shape to them.
 *
 * <p>All weights with their gradients may be stored as (inputs, units): that is a way to store, which the file may
 * state. Other layouts than the format's are carried, because they are common mistakes that a check names: all W
 * without dW, or all dW without W, stored as (inputs, units); masks as (m, units), (units, 1) or (1, m). Where a shape
 * fits several ways, the format's is meant.
 */
final class TraceShapes {

    private static final Set<Quantity> WEIGHTS = having(Quantity::isLikeWeights);

    /** What has one row a unit, however the weights lie; dA may be that of the layer before. */
    private static final Set<Quantity> CERTAIN =
            having(quantity -> !quantity.isLikeWeights() && quantity != Quantity.D && quantity != Quantity.dA);

    private final SortedMap<TensorName, StoredArray> arrays;
    private final List<Integer> sizes;
    private final Set<Quantity> turned;
    private final IntUnaryOperator m;
    private final boolean rows;
    private final EntryFile file;

    private static Set<Quantity> having(Predicate<Quantity> what) {
        return Arrays.stream(Quantity.values()).filter(what).collect(Collectors.toUnmodifiableSet());
    }

    private TraceShapes(
            SortedMap<TensorName, StoredArray> arrays,
            List<Integer> sizes,
            Set<Quantity> turned,
            IntUnaryOperator m,
            boolean rows,
            EntryFile file) {
        this.arrays = arrays;
        this.sizes = sizes;
        this.turned = turned;
        this.m = m;
        this.rows = rows;
        this.file = file;
    }

    /**
     * Finds the sizes.
     *
     * @param arrays the tensors
     * @param X the examples
     * @param m number of examples of each iteration
     * @param outputs rows of the labels; 0 where the labels do not tell
     * @param orClasses whether a single row of labels may hold the classes of more outputs, which nothing states
     * @param rows whether the file stores examples as rows
     * @param inputsByUnits what the file states of its weights; empty if nothing
     * @param file where the tensors come from
     */
    static TraceShapes of(
            SortedMap<TensorName, StoredArray> arrays,
            Matrix X,
            IntUnaryOperator m,
            int outputs,
            boolean orClasses,
            boolean rows,
            Optional<Boolean> inputsByUnits,
            EntryFile file) {
        int depth = arrays.keySet().stream().mapToInt(TensorName::layer).max().orElse(0);
        List<Set<Quantity>> ways = inputsByUnits
                .map(turned -> List.of(turned ? WEIGHTS : Set.<Quantity>of()))
                .orElse(List.of(Set.of(), WEIGHTS, Set.of(Quantity.W), Set.of(Quantity.dW)));
        List<TraceShapes> all = new ArrayList<>();
        for (Set<Quantity> turned : ways) {
            all.add(new TraceShapes(arrays, sizes(arrays, X.rows(), depth, turned, file), turned, m, rows, file));
        }
        List<TraceShapes> fitting = all.stream()
                .filter(shapes ->
                        depth == 0 || ((outputs == 0 || shapes.sizes.get(depth) == outputs) && shapes.weightsFit()))
                .toList();
        if (fitting.isEmpty() && orClasses) {
            return of(arrays, X, m, 0, false, rows, inputsByUnits, file);
        }
        if (rows
                && fitting.size() > 1
                && fitting.get(1).turned.equals(WEIGHTS)
                && fitting.get(1).hasWeights()) {
            throw file.refusal("weights_as is missing, and the shapes leave it open; write 'units-by-inputs' or"
                    + " 'inputs-by-units'");
        }
        TraceShapes chosen = fitting.isEmpty() ? all.get(0) : fitting.get(0);
        if (outputs != 0 && chosen.sizes.get(depth) != outputs) {
            throw file.refusal("layer " + depth + ", the last one, has " + chosen.sizes.get(depth)
                    + " units, but Y has " + outputs + " rows; both must be the same"
                    + (outputs == 1 ? ", unless the entry experiment states a softmax, whose Y may hold classes" : ""));
        }
        return chosen; // tensors() names the weights that do not fit
    }

    /** The sizes: each layer's from an array that is one row a unit, or else from its weights, or else from its dA. */
    private static List<Integer> sizes(
            SortedMap<TensorName, StoredArray> arrays, int features, int depth, Set<Quantity> turned, EntryFile file) {
        int[] units = new int[depth + 1];
        units[0] = features;
        for (Set<Quantity> tell : List.of(CERTAIN, WEIGHTS, Set.of(Quantity.dA))) {
            arrays.forEach((name, array) -> {
                if (tell.contains(name.quantity()) && units[name.layer()] == 0) {
                    Matrix values = array.values();
                    units[name.layer()] = turned.contains(name.quantity()) ? values.columns() : values.rows();
                }
            });
        }
        List<Integer> sizes = new ArrayList<>();
        for (int l = 0; l <= depth; l++) {
            if (units[l] == 0) {
                throw file.refusal("nothing tells the units of layer " + l + ", but layer " + depth
                        + " is there; layers must be numbered from 1 without a gap");
            }
            sizes.add(units[l]);
        }
        return sizes;
    }

    List<Integer> layerSizes() {
        return sizes;
    }

    private boolean hasWeights() {
        return arrays.keySet().stream().anyMatch(name -> name.quantity().isLikeWeights());
    }

    boolean isInputsByUnits() {
        return turned.equals(WEIGHTS) && hasWeights();
    }

    /** Whether each dA is of the shape of the layer before, and not all are of their own. */
    boolean isOneLayerUp() {
        List<TensorName> gradients = arrays.keySet().stream()
                .filter(name -> name.quantity() == Quantity.dA)
                .toList();
        return gradients.stream().allMatch(name -> name.layer() > 0 && fits(name, name.layer() - 1))
                && !gradients.stream().allMatch(name -> fits(name, name.layer()));
    }

    private boolean fits(TensorName name, int layer) {
        return arrays.get(name).isOfShape(sizes.get(layer), m.applyAsInt(name.iteration()));
    }

    /** Hidden layers and the output whose stored masks are all ones. */
    Set<Integer> layersOfOnes() {
        Set<Integer> layers = new TreeSet<>();
        arrays.keySet().stream()
                .filter(name -> name.quantity() == Quantity.D)
                .forEach(name -> layers.add(name.layer()));
        arrays.forEach((name, array) -> {
            if (name.quantity() == Quantity.D && !TensorReader.isOnes(array.values())) {
                layers.remove(name.layer());
            }
        });
        return layers;
    }

    /**
     * The tensors, every shape checked, each under the name that the format gives it; without the masks of some layers.
     */
    SortedMap<TensorName, TraceTensor> tensors(Set<Integer> withoutMasks) {
        boolean oneLayerUp = isOneLayerUp();
        SortedMap<TensorName, TraceTensor> tensors = new TreeMap<>();
        arrays.forEach((name, array) -> {
            boolean up = oneLayerUp && name.quantity() == Quantity.dA;
            TensorName meant = up ? new TensorName(name.quantity(), name.layer() - 1, name.iteration()) : name;
            int[] expected = expected(meant);
            Layout layout = layout(meant, array)
                    .orElseThrow(() -> file.refusal(
                            name.toString(),
                            "is " + array.described() + "; it must be of shape " + inFile(name.quantity(), expected)
                                    + ofBatch(name)));
            boolean outputMask = name.quantity() == Quantity.D && name.layer() == sizes.size() - 1;
            if (outputMask && !withoutMasks.contains(name.layer())) {
                throw file.refusal(
                        name.toString(), "is a mask of the output that drops units; only hidden layers have masks");
            }
            if (name.quantity() != Quantity.D || !withoutMasks.contains(name.layer())) {
                boolean meantTurned = turned.equals(WEIGHTS) && name.quantity().isLikeWeights();
                Matrix values = meantTurned ? StoredArray.transposed(array.values()) : array.values();
                tensors.put(meant, TraceTensor.of(values, array.dtype(), layout, expected[0], expected[1]));
            }
        });
        return tensors;
    }

    /** Where numbers of examples differ, nobody sees in the file how many a drawn batch has. */
    private String ofBatch(TensorName name) {
        boolean drawn = name.quantity().isPerExample() && m.applyAsInt(name.iteration()) != m.applyAsInt(0);
        return drawn
                ? ": iteration " + name.iteration() + " sees a batch of " + m.applyAsInt(name.iteration())
                        + "; where it sees another, write batch@" + name.iteration()
                : "";
    }

    private boolean weightsFit() {
        return arrays.entrySet().stream()
                .filter(entry -> entry.getKey().quantity().isLikeWeights())
                .allMatch(entry -> layout(entry.getKey(), entry.getValue()).isPresent());
    }

    private Optional<Layout> layout(TensorName name, StoredArray array) {
        int[] expected = expected(name);
        boolean mask = name.quantity() == Quantity.D;
        if (turned.contains(name.quantity())) {
            Layout layout = turned.equals(WEIGHTS) ? Layout.AS_DEFINED : Layout.TRANSPOSED;
            return array.isOfShape(expected[1], expected[0]) ? Optional.of(layout) : Optional.empty();
        }
        if (array.isOfShape(expected[0], expected[1])) {
            return Optional.of(Layout.AS_DEFINED);
        }
        if (mask && array.isOfShape(expected[1], expected[0])) {
            return Optional.of(Layout.TRANSPOSED);
        }
        if (mask && array.isOfShape(expected[0], 1)) {
            return Optional.of(Layout.ONE_COLUMN);
        }
        return mask && array.isOfShape(1, expected[1]) ? Optional.of(Layout.ONE_ROW) : Optional.empty();
    }

    private int[] expected(TensorName name) {
        int units = sizes.get(name.layer());
        if (name.quantity().isLikeWeights()) {
            return new int[] {units, sizes.get(name.layer() - 1)};
        }
        return new int[] {units, name.quantity().isLikeBiases() ? 1 : m.applyAsInt(name.iteration())};
    }

    /** A shape as the file should have it. */
    private String inFile(Quantity quantity, int[] expected) {
        boolean otherwise = quantity.isLikeWeights() ? turned.equals(WEIGHTS) : rows && quantity.isPerExample();
        return "(" + expected[otherwise ? 1 : 0] + ", " + expected[otherwise ? 0 : 1] + ")";
    }
}
