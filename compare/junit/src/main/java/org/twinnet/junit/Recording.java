package org.twinnet.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.twinnet.compare.check.item.RecomputedTensor;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.replay.Replay;
import org.twinnet.compare.theory.Bounded;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/** Trains a network and writes down what it does, as a trace. */
final class Recording {

    private final OwnNetwork network;
    private final OwnExperiment experiment;
    private final List<Integer> sizes = new ArrayList<>();
    private final int parameterCount;
    private final Matrix X;
    private final TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
    private final List<ReportedCost> costs = new ArrayList<>();

    Recording(OwnNetwork network, OwnExperiment experiment) {
        this.network = network;
        this.experiment = experiment;
        double[][] rows = experiment.featureRows();
        sizes.add(rows[0].length);
        sizes.addAll(experiment.layers());
        int count = 0;
        for (int l = 1; l < sizes.size(); l++) {
            count += sizes.get(l) * (sizes.get(l - 1) + 1);
        }
        this.parameterCount = count;
        this.X = Matrix.zeros(rows[0].length, rows.length);
        for (int j = 0; j < rows.length; j++) {
            for (int k = 0; k < X.rows(); k++) {
                X.set(k, j, rows[j][k]);
            }
        }
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
        return requireLength("parameters()", network.parameters()).clone();
    }

    private double[] requireLength(String what, double[] vector) {
        if (vector.length != parameterCount) {
            throw new AssertionError(String.format(
                    Locale.ROOT,
                    "%s holds %d numbers; layers %s need %d: W¹ row by row, b¹, W² row by row, b², …",
                    what,
                    vector.length,
                    sizes,
                    parameterCount));
        }
        return vector;
    }

    Trace trace() {
        int last = experiment.iterations() - 1;
        for (int i = 0; i <= last; i++) {
            CostAndGradient now = network.costAndGradient();
            costs.add(new ReportedCost(i, now.cost()));
            if (i < 2 || i == last) {
                put(tensors, parameters(), Quantity.W, Quantity.b, i);
                put(tensors, requireLength("The gradient", now.gradient()), Quantity.dW, Quantity.db, i);
            }
            network.step();
        }
        for (int l = 1; l <= experiment.masks().size(); l++) {
            tensors.put(
                    new TensorName(Quantity.D, l, 0),
                    TraceTensor.of(Matrix.of(experiment.masks().get(l - 1)), Dtype.BOOL));
        }
        return trace(true);
    }

    private Trace trace(boolean dropping) {
        return new Trace(
                experiment.hyperParameters(dropping),
                X,
                Matrix.ofRow(experiment.labels()),
                sizes,
                tensors,
                costs,
                Precision.FLOAT64,
                false);
    }

    private void put(
            Map<TensorName, TraceTensor> target, double[] vector, Quantity weights, Quantity biases, int iteration) {
        int at = 0;
        for (int l = 1; l < sizes.size(); l++) {
            Matrix W = Matrix.zeros(sizes.get(l), sizes.get(l - 1));
            Matrix b = Matrix.zeros(sizes.get(l), 1);
            at = b.readFrom(vector, W.readFrom(vector, at));
            target.put(new TensorName(weights, l, iteration), TraceTensor.of(W, Dtype.FLOAT64));
            target.put(new TensorName(biases, l, iteration), TraceTensor.of(b, Dtype.FLOAT64));
        }
    }

    /** What is wrong with the predictions at the trained parameters; empty when they agree. */
    Optional<String> wrongPrediction() {
        double[] predicted = network.predict(experiment.featureRows());
        if (predicted.length != X.columns()) {
            return Optional.of(String.format(
                    Locale.ROOT, "predict(…) gave %d probabilities for %d examples.", predicted.length, X.columns()));
        }
        QuantityComparison right = against(predicted, false);
        if (right.status() == Status.AGREE) {
            return Optional.empty();
        }
        boolean drops = experiment.drops() && against(predicted, true).status() == Status.AGREE;
        return Optional.of(String.format(
                Locale.ROOT,
                "predict(…) disagrees: %s, relative difference %.2g, %.2g times its noise floor.%s",
                right.where().english(),
                right.maxRelativeDifference(),
                right.multiple(),
                drops ? " It drops units as in training; prediction must not." : ""));
    }

    /** Held against the output of a forward pass, with the masks or without. */
    private QuantityComparison against(double[] predicted, boolean dropping) {
        TreeMap<TensorName, TraceTensor> given = new TreeMap<>(tensors);
        given.keySet().removeIf(name -> name.quantity() != Quantity.D || !dropping);
        put(given, parameters(), Quantity.W, Quantity.b, 0);
        Trace trace = trace(dropping).withTensors(given);
        Bounded expected = new Replay(trace, Recipe.RIGHT)
                .expected(new TensorName(Quantity.A, sizes.size() - 1, 0))
                .orElseThrow();
        return new RecomputedTensor(
                        "prediction",
                        experiment.iterations(),
                        X.columns(),
                        predicted,
                        expected.values(0),
                        expected.floors())
                .compare();
    }
}
