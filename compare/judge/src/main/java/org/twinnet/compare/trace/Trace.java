package org.twinnet.compare.trace;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.data.Targets;
import org.twinnet.scratch.linalg.Matrix;

/**
 * What a network wrote down about its training. Shapes fit each other; values are as they came and may be NaN or
 * infinite, except in X and Y.
 *
 * @param hyperParameters those in use
 * @param X examples, (features, m); not to be changed
 * @param Y targets as the loss reads them, labels of 0 or 1, one-hot classes or numbers, (outputs, m); not to be
 *     changed
 * @param layerSizes features, then the units of each layer; the features alone when the trace holds no tensor
 * @param tensors everything per layer and iteration, sorted by name
 * @param costs the reported costs, by increasing iteration
 * @param precision format that the numbers were computed in
 * @param mixed whether float32 numbers stand beside float64 ones, or are stored as such: digits were lost on the way
 * @param reading how it was read from its file
 * @param batches which examples each iteration saw
 */
public record Trace(
        HyperParameters hyperParameters,
        Matrix X,
        Matrix Y,
        List<Integer> layerSizes,
        SortedMap<TensorName, TraceTensor> tensors,
        List<ReportedCost> costs,
        Precision precision,
        boolean mixed,
        Reading reading,
        TraceBatches batches) {

    /** The quantity that stands before all others of an iteration and a layer. */
    private static final Quantity FIRST = Collections.min(EnumSet.allOf(Quantity.class));

    /**
     * Copies the collections.
     *
     * @param hyperParameters those in use
     * @param X examples
     * @param Y targets
     * @param layerSizes features, then the units of each layer
     * @param tensors everything per layer and iteration
     * @param costs the reported costs
     * @param precision format that the numbers were computed in
     * @param mixed whether float32 numbers stand beside float64 ones, or are stored as such: digits were lost on the
     *     way
     * @param reading how it was read from its file
     * @param batches which examples each iteration saw
     */
    public Trace {
        layerSizes = List.copyOf(layerSizes);
        tensors = Collections.unmodifiableSortedMap(new TreeMap<>(tensors));
        costs = List.copyOf(costs);
    }

    /**
     * A trace that states everything, and stores it as the format does.
     *
     * @param hyperParameters those in use
     * @param X examples
     * @param Y targets
     * @param layerSizes features, then the units of each layer
     * @param tensors everything per layer and iteration
     * @param costs the reported costs
     * @param precision format that the numbers were computed in
     * @param mixed whether float32 numbers stand beside float64 ones, or are stored as such: digits were lost on the
     *     way
     */
    public Trace(
            HyperParameters hyperParameters,
            Matrix X,
            Matrix Y,
            List<Integer> layerSizes,
            SortedMap<TensorName, TraceTensor> tensors,
            List<ReportedCost> costs,
            Precision precision,
            boolean mixed) {
        this(
                hyperParameters,
                X,
                Y,
                layerSizes,
                tensors,
                costs,
                precision,
                mixed,
                Reading.PLAIN,
                TraceBatches.full(X.columns()));
    }

    /**
     * The same network and data with other tensors, and without costs.
     *
     * @param others the tensors
     * @return a new trace
     */
    public Trace withTensors(SortedMap<TensorName, TraceTensor> others) {
        return new Trace(hyperParameters, X, Y, layerSizes, others, List.of(), precision, mixed, reading, batches);
    }

    /**
     * The same network and data with other tensors and costs.
     *
     * @param others the tensors
     * @param otherCosts the costs, by increasing iteration
     * @return a new trace
     */
    public Trace with(SortedMap<TensorName, TraceTensor> others, List<ReportedCost> otherCosts) {
        return new Trace(hyperParameters, X, Y, layerSizes, others, otherCosts, precision, mixed, reading, batches);
    }

    /**
     * The same trace as if it stated other hyper-parameters.
     *
     * @param others the hyper-parameters
     * @return a new trace
     */
    public Trace with(HyperParameters others) {
        return new Trace(others, X, Y, layerSizes, tensors, costs, precision, mixed, reading, batches);
    }

    /**
     * The same trace, read otherwise.
     *
     * @param other how
     * @return a new trace
     */
    public Trace with(Reading other) {
        return new Trace(hyperParameters, X, Y, layerSizes, tensors, costs, precision, mixed, other, batches);
    }

    /**
     * The same trace of iterations that saw other examples.
     *
     * @param other which
     * @return a new trace
     */
    public Trace with(TraceBatches other) {
        return new Trace(hyperParameters, X, Y, layerSizes, tensors, costs, precision, mixed, reading, other);
    }

    /**
     * The same trace of iterations that are counted from 0, where this counts them from 1.
     *
     * @return a new trace
     */
    public Trace fromZero() {
        SortedMap<TensorName, TraceTensor> earlier = new TreeMap<>();
        tensors.forEach((name, tensor) ->
                earlier.put(new TensorName(name.quantity(), name.layer(), name.iteration() - 1), tensor));
        return with(earlier, costsMoved(-1)).with(batches.fromZero());
    }

    /**
     * The reported costs, each of another iteration.
     *
     * @param by how many iterations later
     * @return new costs
     */
    public List<ReportedCost> costsMoved(int by) {
        return costsAt(iteration -> iteration + by);
    }

    /**
     * The reported costs, each of another iteration.
     *
     * @param where the iteration, given that which it is reported for; it grows with that
     * @return new costs
     */
    public List<ReportedCost> costsAt(IntUnaryOperator where) {
        return costs.stream()
                .map(cost -> new ReportedCost(where.applyAsInt(cost.iteration()), cost.cost()))
                .toList();
    }

    /**
     * The number of examples.
     *
     * @return m, at least 1
     */
    public int exampleCount() {
        return X.columns();
    }

    /**
     * The examples that an iteration saw.
     *
     * @param iteration iteration, from 0
     * @return X of its batch; empty where nothing tells which they were
     */
    public Optional<Matrix> X(int iteration) {
        return batches.areFull() ? Optional.of(X) : batches.of(iteration).map(columns -> columns(X, columns));
    }

    /**
     * The labels of the examples that an iteration saw.
     *
     * @param iteration iteration, from 0
     * @return Y of its batch; empty where nothing tells which they were
     */
    public Optional<Matrix> Y(int iteration) {
        return batches.areFull() ? Optional.of(Y) : batches.of(iteration).map(columns -> columns(Y, columns));
    }

    /**
     * Some examples.
     *
     * @param of numbers of all examples, one a column
     * @param columns which, from 0
     * @return their numbers
     */
    public static Matrix columns(Matrix of, int[] columns) {
        Matrix chosen = Matrix.zeros(of.rows(), columns.length);
        for (int r = 0; r < of.rows(); r++) {
            for (int c = 0; c < columns.length; c++) {
                chosen.set(r, c, of.get(r, columns[c]));
            }
        }
        return chosen;
    }

    /**
     * The number of layers with parameters.
     *
     * @return L; 0 when the trace holds no tensor
     */
    public int depth() {
        return layerSizes.size() - 1;
    }

    /**
     * Whether Y is what a loss reads; where no experiment is stated, it need not be what the default one does.
     *
     * @param stated the experiment of the loss
     * @return false where a label is neither 0 nor 1, or an example is not in one class
     */
    public boolean hasTargets(Experiment stated) {
        Targets.Kind kind = stated.targets().kind();
        if (kind == Targets.Kind.NUMBERS) {
            return true;
        }
        for (int j = 0; j < Y.columns(); j++) {
            double sum = 0;
            for (int k = 0; k < Y.rows(); k++) {
                double y = Y.get(k, j);
                if (y != 0 && y != 1) {
                    return false;
                }
                sum += y;
            }
            if (kind == Targets.Kind.CLASSES && sum != 1) {
                return false;
            }
        }
        return true;
    }

    /**
     * The parameters that a layer has.
     *
     * @param layer its layer, from 1
     * @return W and b, and those of its batch normalization
     */
    public List<Quantity> parameters(int layer) {
        return Quantity.parameters(!(hyperParameters.normalization(layer, depth()) instanceof Normalization.None));
    }

    /**
     * The iterations of which the trace holds any tensor.
     *
     * @return the iterations in increasing order
     */
    public SortedSet<Integer> iterations() {
        SortedSet<Integer> iterations = new TreeSet<>();
        tensors.keySet().forEach(name -> iterations.add(name.iteration()));
        return iterations;
    }

    /**
     * Whether the trace holds any tensor of an iteration.
     *
     * @param iteration iteration, from 0
     * @return false where it is not one of {@link #iterations}
     */
    public boolean holds(int iteration) {
        SortedMap<TensorName, TraceTensor> from = tensors.tailMap(new TensorName(FIRST, 0, iteration));
        return !from.isEmpty() && from.firstKey().iteration() == iteration;
    }

    /**
     * One tensor.
     *
     * @param quantity what it is
     * @param layer its layer, from 1
     * @param iteration its iteration
     * @return the tensor, or empty if the trace does not hold it
     */
    public Optional<TraceTensor> tensor(Quantity quantity, int layer, int iteration) {
        return Optional.ofNullable(tensors.get(new TensorName(quantity, layer, iteration)));
    }

    /**
     * The mask that an iteration used: its own, or iteration 0's when all masks of the layer that are in the trace are
     * that one, which says that all iterations shared it, and no activation says otherwise.
     *
     * @param layer hidden layer, from 1
     * @param iteration iteration
     * @return the mask, or empty if the trace does not tell
     */
    public Optional<TraceTensor> mask(int layer, int iteration) {
        Optional<TraceTensor> own = tensor(Quantity.D, layer, iteration);
        if (own.isPresent()) {
            return own;
        }
        Optional<TraceTensor> first = tensor(Quantity.D, layer, 0);
        return first.filter(D -> !reading.ownMasks().contains(layer) && isShared(layer, D.values()));
    }

    private boolean isShared(int layer, Matrix first) {
        return tensors.entrySet().stream()
                        .filter(entry -> entry.getKey().quantity() == Quantity.D
                                && entry.getKey().layer() == layer)
                        .allMatch(entry ->
                                Arrays.deepEquals(entry.getValue().values().toArray(), first.toArray()))
                && !isContradicted(layer, first);
    }

    /**
     * Whether another iteration shows a mask that is not the first, which the first iteration follows. What does not
     * follow its own mask says nothing of others.
     */
    private boolean isContradicted(int layer, Matrix first) {
        return Stream.of(Quantity.A, Quantity.dA, Quantity.dZ)
                .filter(shown -> follows(shown, layer, 0, first))
                .anyMatch(shown -> iterations().stream()
                        .filter(iteration ->
                                tensor(Quantity.D, layer, iteration).isEmpty())
                        .filter(iteration -> tensor(shown, layer, iteration).isPresent())
                        .anyMatch(iteration -> !follows(shown, layer, iteration, first)));
    }

    /**
     * Whether A, dA or dZ is 0 wherever a unit is dropped; and A nowhere else where it is active. What the trace does
     * not hold says nothing; only a dA that is not there may be one that is kept before the mask.
     */
    private boolean follows(Quantity shown, int layer, int iteration, Matrix D) {
        Optional<Matrix> values = tensor(shown, layer, iteration).map(TraceTensor::values);
        Optional<Matrix> Z = tensor(Quantity.Z, layer, iteration).map(TraceTensor::values);
        boolean forward = shown == Quantity.A;
        if (values.isEmpty()) {
            return shown != Quantity.dA;
        }
        for (int r = 0; r < D.rows(); r++) {
            for (int c = 0; c < D.columns(); c++) {
                boolean dropped = D.get(r, c) == 0;
                boolean zero = values.get().get(r, c) == 0;
                boolean shows = forward
                        && Z.isPresent()
                        && hyperParameters.isActive(layer, Z.get().get(r, c));
                if ((dropped && !zero) || (shows && zero && !dropped)) {
                    return false;
                }
            }
        }
        return true;
    }
}
