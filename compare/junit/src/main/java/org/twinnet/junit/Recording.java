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
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.replay.Replay;
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
                    "%s holds %d numbers; layers %s need %d: W¹ row by row, b¹, W² row by row, b², …%s",
                    what,
                    vector.length,
                    experiment.layerSizes(),
                    needed,
                    times == 1 ? "" : ", for each of " + String.join(" and ", stateSymbols)));
        }
        return vector;
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
            }
            network.step();
        }
        for (int l = 1; l <= own.masks().size(); l++) {
            tensors.put(
                    new TensorName(Quantity.D, l, 0),
                    TraceTensor.of(Matrix.of(own.masks().get(l - 1)), Dtype.BOOL));
        }
        return trace(experiment);
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
        QuantityComparison right = against(predicted, false);
        if (right.status() == Status.AGREE) {
            return Optional.empty();
        }
        boolean drops = own.drops() && against(predicted, true).status() == Status.AGREE;
        return Optional.of(String.format(
                Locale.ROOT,
                "%s disagrees: %s, relative difference %.2g, %.2g times its noise floor.%s",
                outputs == 1 ? "predict(…)" : "outputs(…)",
                right.where().english(),
                right.maxRelativeDifference(),
                right.multiple(),
                drops ? " It drops units as in training; prediction must not." : ""));
    }

    /** Held against the output of a forward pass on all examples, with the masks or without. */
    private QuantityComparison against(double[] predicted, boolean dropping) {
        TreeMap<TensorName, TraceTensor> given = new TreeMap<>(tensors);
        given.keySet().removeIf(name -> name.quantity() != Quantity.D || !dropping);
        put(given, "", parameters(), 0);
        Trace trace = trace(dropping ? experiment : experiment.keepProbability(1))
                .withTensors(given)
                .with(TraceBatches.full(X.columns()));
        Bounded expected = new Replay(trace, Recipe.RIGHT)
                .expected(new TensorName(Quantity.A, experiment.layers().size(), 0))
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
