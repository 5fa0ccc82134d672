package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.Tensor;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.theory.optimizer.OptimizerTheory;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Reading;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceBatches;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinState;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/** What the hand-written network writes of its training, without dropout: parameters, state, Z, A, gradients, costs. */
final class RecordedTrace {

    private final Experiment experiment;
    private final ParameterIndex index;
    private final SortedMap<TensorName, TraceTensor> tensors = new TreeMap<>();

    private RecordedTrace(Experiment experiment) {
        this.experiment = experiment;
        this.index = ParameterIndex.of(experiment);
    }

    /** The first iterations, each with all of its tensors. */
    static Trace of(Experiment experiment, Dataset data, int iterations) {
        RecordedTrace recorded = new RecordedTrace(experiment);
        List<ReportedCost> costs = new ArrayList<>();
        try (Twin twin = new ScratchTwin(experiment, data)) {
            for (int i = 0; i < iterations; i++) {
                recorded.record(twin, i);
                costs.add(new ReportedCost(i, twin.step()));
            }
        }
        return new Trace(
                new HyperParameters(experiment),
                columns(data.featureRows()),
                columns(oneHot(data)),
                experiment.layerSizes(),
                recorded.tensors,
                costs,
                Precision.FLOAT64,
                false,
                Reading.PLAIN,
                TraceBatches.of(data.size(), Optional.of(experiment.batches()), Map.of()));
    }

    private static double[][] oneHot(Dataset data) {
        double[][] rows = new double[data.size()][data.targets().outputs()];
        for (int j = 0; j < rows.length; j++) {
            for (int k = 0; k < rows[j].length; k++) {
                rows[j][k] = data.target(j, k);
            }
        }
        return rows;
    }

    private static Matrix columns(double[][] rows) {
        Matrix columns = Matrix.zeros(rows[0].length, rows.length);
        for (int j = 0; j < rows.length; j++) {
            for (int k = 0; k < rows[j].length; k++) {
                columns.set(k, j, rows[j][k]);
            }
        }
        return columns;
    }

    private void record(Twin twin, int i) {
        TwinState state = twin.state();
        Twin.Snapshot snapshot = twin.snapshot();
        snapshot.preActivations().forEach(Z -> put(Quantity.Z, Z, i));
        snapshot.activations().forEach(A -> put(Quantity.A, A, i));
        double[] gradient = snapshot.dataGradient().clone();
        for (int k = 0; k < gradient.length; k++) {
            gradient[k] += snapshot.penaltyGradient()[k];
        }
        put("", state.parameters(), i);
        put(ParameterIndex.ofStatistics(experiment), "", state.statistics(), i);
        put("d", gradient, i);
        List<String> symbols = OptimizerTheory.of(experiment.optimizer()).stateSymbols();
        for (int k = 0; k < symbols.size(); k++) {
            put(symbols.get(k), state.memories().get(k).values(), i);
        }
    }

    private void put(Quantity quantity, Tensor tensor, int iteration) {
        int columns = tensor.columns();
        Matrix values = Matrix.zeros(tensor.values().length / columns, columns);
        values.readFrom(tensor.values(), 0);
        tensors.put(new TensorName(quantity, tensor.layer(), iteration), TraceTensor.of(values, Dtype.FLOAT64));
    }

    /** Parameters, or what there is one number of for each. */
    private void put(String symbol, double[] values, int iteration) {
        put(index, symbol, values, iteration);
    }

    private void put(ParameterIndex of, String symbol, double[] values, int iteration) {
        for (ParameterIndex.Slice slice : of.tensors()) {
            boolean ofWeights = slice.symbol().equals("W");
            int rows = experiment.layerSizes().get(slice.layer());
            Matrix matrix = Matrix.zeros(rows, ofWeights ? slice.length() / rows : 1);
            matrix.readFrom(Arrays.copyOfRange(values, slice.offset(), slice.offset() + slice.length()), 0);
            tensors.put(
                    new TensorName(quantity(symbol + slice.symbol()), slice.layer(), iteration),
                    TraceTensor.of(matrix, Dtype.FLOAT64));
        }
    }

    private static Quantity quantity(String name) {
        return switch (name) {
            case "mean" -> Quantity.running_mean;
            case "variance" -> Quantity.running_var;
            default -> Quantity.valueOf(name);
        };
    }
}
