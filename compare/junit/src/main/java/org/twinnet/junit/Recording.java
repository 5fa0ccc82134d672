package org.twinnet.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.twinnet.compare.check.item.RecomputedTensor;
import org.twinnet.compare.check.prediction.PredictionCheck;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.optimizer.OptimizerTheory;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Reading;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceBatches;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/** Trains a network and writes down what it does, as a trace. */
final class Recording {

    /** The first iterations, which show what an optimizer carries, and the last one. */
    private static final int FIRST = 3;

    private final OwnNetwork network;
    private final OwnExperiment own;
    private final Experiment experiment;
    private final ParameterIndex index;
    private final ParameterIndex statistics;
    private final List<String> stateSymbols;
    private final Matrix X;
    private final Matrix Y;
    private final TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
    private final Map<Integer, int[]> batches = new TreeMap<>();
    private final List<ReportedCost> costs = new ArrayList<>();

    Recording(OwnNetwork network, OwnExperiment own) {
        this.network = network;
        this.own = own;
        this.experiment = own.experiment();
        this.index = ParameterIndex.of(experiment);
        this.statistics = ParameterIndex.ofStatistics(experiment);
        this.stateSymbols = OptimizerTheory.of(experiment.optimizer()).stateSymbols();
        this.X = Matrix.of(own.X());
        this.Y = Matrix.of(own.Y());
        requireParametersToStay();
    }

    /** The adapter itself must work before anything that comes through it is judged. */
    private void requireParametersToStay() {
        double[] theta = parameters();
        network.setParameters(theta.clone());
        if (!Arrays.equals(theta, parameters())) {
            throw new AssertionError("parameters() does not give back what setParameters(…) was given.");
        }
    }

    private double[] parameters() {
        return requireLength("parameters()", network.parameters(), 1).clone();
    }

    private double[] requireLength(String what, double[] vector, int times) {
        int needed = times * index.length();
        if (vector.length != needed) {
            throw new AssertionError(String.format(
                    Locale.ROOT,
                    "%s holds %d numbers; layers %s need %d: W¹ row by row, b¹, %sW² row by row, b², …%s",
                    what,
                    vector.length,
                    experiment.layerSizes(),
                    needed,
                    isNormalized() ? "γ¹ and β¹ where it is normalized, " : "",
                    times == 1 ? "" : ", for each of " + String.join(" and ", stateSymbols)));
        }
        return vector;
    }

    private boolean isNormalized() {
        return statistics.length() > 0;
    }

    Trace trace() {
        int last = experiment.iterations() - 1;
        for (int i = 0; i <= last; i++) {
            CostAndGradient now = network.costAndGradient();
            costs.add(new ReportedCost(i, now.cost()));
            batch(i);
            if (i < FIRST || i == last) {
                put(tensors, "", parameters(), i);
                put(tensors, "d", requireLength("The gradient", now.gradient(), 1), i);
                state(i);
                put(tensors, runningStatistics(), i);
                masks(i);
            }
            network.step();
        }
        return trace(experiment);
    }

    /** Those that all iterations share are told once. */
    private void masks(int iteration) {
        List<double[][]> drawn = network.masks();
        List<double[][]> masks = drawn.isEmpty() && iteration == 0 ? own.masks() : drawn;
        List<Integer> dropped = own.droppedLayers();
        boolean shared = drawn.isEmpty() && !own.masks().isEmpty();
        if (!shared && drawn.size() != dropped.size()) {
            throw new AssertionError("masks() gives " + drawn.size() + " masks, but the layers " + dropped
                    + " drop units (0 is the input); give one for each, or withMasks(…) of the experiment.");
        }
        for (int k = 0; k < masks.size(); k++) {
            int units = experiment.layerSizes().get(dropped.get(k));
            if (masks.get(k).length != units) {
                throw new AssertionError("The mask of layer " + dropped.get(k) + " has " + masks.get(k).length
                        + " rows; it needs one for each of its " + units + " units.");
            }
            tensors.put(
                    new TensorName(Quantity.D, dropped.get(k), iteration),
                    TraceTensor.of(Matrix.of(masks.get(k)), Dtype.BOOL));
        }
    }

    private double[] runningStatistics() {
        double[] running = network.runningStatistics();
        if (running.length != statistics.length()) {
            throw new AssertionError("runningStatistics() holds " + running.length + " numbers; the layers that are "
                    + "normalized need " + statistics.length() + ": the means of their units, then the variances.");
        }
        return running;
    }

    private void put(Map<TensorName, TraceTensor> target, double[] running, int iteration) {
        for (ParameterIndex.Slice slice : statistics.tensors()) {
            Matrix values = Matrix.zeros(slice.rows(), slice.columns());
            values.readFrom(running, slice.offset());
            Quantity quantity = slice.symbol().equals("mean") ? Quantity.running_mean : Quantity.running_var;
            target.put(new TensorName(quantity, slice.layer(), iteration), TraceTensor.of(values, Dtype.FLOAT64));
        }
    }

    private void batch(int iteration) {
        int[] batch = network.batch();
        if (batch.length > 0) {
            if (Arrays.stream(batch).anyMatch(j -> j < 0 || j >= X.columns())) {
                throw new AssertionError(
                        "batch() holds an index that is of no example, from 0 to " + (X.columns() - 1));
            }
            batches.put(iteration, batch.clone());
        }
    }

    private void state(int iteration) {
        double[] state = network.optimizerState();
        if (state.length == 0) {
            return;
        }
        requireLength("optimizerState()", state, stateSymbols.size());
        for (int k = 0; k < stateSymbols.size(); k++) {
            put(
                    tensors,
                    stateSymbols.get(k),
                    Arrays.copyOfRange(state, k * index.length(), (k + 1) * index.length()),
                    iteration);
        }
    }

    private Trace trace(Experiment trained) {
        Reading plain = Reading.PLAIN;
        Reading reading = new Reading(plain.storedAs(), false, plain.notes(), Set.of(), own.leftOpen());
        return new Trace(
                new HyperParameters(trained),
                X,
                Y,
                experiment.layerSizes(),
                tensors,
                costs,
                Precision.FLOAT64,
                false,
                reading,
                TraceBatches.of(X.columns(), Optional.of(experiment.batches()), batches));
    }

    private void put(Map<TensorName, TraceTensor> target, String prefix, double[] vector, int iteration) {
        for (ParameterIndex.Slice slice : index.tensors()) {
            Matrix values = Matrix.zeros(slice.rows(), slice.columns());
            values.readFrom(vector, slice.offset());
            target.put(
                    new TensorName(Quantity.valueOf(prefix + slice.symbol()), slice.layer(), iteration),
                    TraceTensor.of(values, Dtype.FLOAT64));
        }
    }

    /** What is wrong with the predictions at the trained parameters; empty when they agree. */
    Optional<String> wrongPrediction() {
        double[][] given = network.outputs(own.ownFeatures());
        double[][] rows = own.areColumns() && given.length > 0 ? OwnExperiment.transposed(given) : given;
        int outputs = experiment.output().units();
        if (rows.length != X.columns() || Arrays.stream(rows).anyMatch(row -> row.length != outputs)) {
            return Optional.of(String.format(
                    Locale.ROOT,
                    outputs == 1
                            ? "predict(…) gave %d probabilities for %d examples."
                            : "outputs(…) gave %d predictions for %d examples, or not " + outputs + " of each.",
                    rows.length,
                    X.columns()));
        }
        double[] predicted = RecomputedTensor.flat(Matrix.of(OwnExperiment.transposed(rows)));
        QuantityComparison right = against(predicted, false, true);
        if (right.status() == Status.AGREE) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "%s disagrees: %s, relative difference %.2g, %.2g times its noise floor.%s",
                outputs == 1 ? "predict(…)" : "outputs(…)",
                right.where().english(),
                right.maxRelativeDifference(),
                right.multiple(),
                reason(predicted)));
    }

    private String reason(double[] predicted) {
        boolean whole = tensors.entrySet().stream()
                .filter(tensor -> tensor.getKey().quantity() == Quantity.D)
                .allMatch(tensor -> tensor.getValue().values().columns() == X.columns());
        if (!own.droppedLayers().isEmpty()
                && whole
                && against(predicted, true, true).status() == Status.AGREE) {
            return " It drops units as in training; prediction must not.";
        }
        return isNormalized() && against(predicted, false, false).status() == Status.AGREE
                ? " It normalizes by what it predicts, as in training; prediction takes the running statistics."
                : "";
    }

    /** Held against the output of a forward pass on all examples, with the masks or without. */
    private QuantityComparison against(double[] predicted, boolean dropping, boolean byRunning) {
        TreeMap<TensorName, TraceTensor> given = new TreeMap<>(tensors);
        given.keySet().removeIf(name -> name.quantity() != Quantity.D);
        put(given, "", parameters(), 0);
        put(given, runningStatistics(), 0);
        Bounded expected = PredictionCheck.outputs(
                        trace(experiment).withTensors(given), Recipe.RIGHT, 0, dropping, byRunning)
                .orElseThrow();
        return new RecomputedTensor(
                        "prediction",
                        experiment.iterations(),
                        X.columns(),
                        predicted,
                        expected.flat(),
                        expected.floors())
                .compare();
    }
}
