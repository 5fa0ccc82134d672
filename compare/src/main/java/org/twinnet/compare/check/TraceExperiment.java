package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.MaskKind;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.compare.twin.DecimalNetwork;
import org.twinnet.compare.twin.Dl4jTwin;
import org.twinnet.compare.twin.ScratchTwin;
import org.twinnet.compare.twin.Twin;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.linalg.Matrix;

/** A trace's network and data, in the words in which twins are made. */
final class TraceExperiment {

    private final Trace trace;
    private final Experiment experiment;
    private final Dataset data;

    private TraceExperiment(Trace trace) {
        this.trace = trace;
        var hyper = trace.hyperParameters();
        this.experiment = new Experiment(
                "trace",
                trace.layerSizes(),
                hyper.learningRate(),
                1,
                hyper.lambda(),
                hyper.keepProbability(1),
                MaskKind.PUBLISHED,
                0,
                0);
        List<String> names = new ArrayList<>();
        double[][] rows = new double[trace.exampleCount()][trace.X().rows()];
        for (int k = 0; k < trace.X().rows(); k++) {
            names.add("x" + (k + 1));
            for (int j = 0; j < rows.length; j++) {
                rows[j][k] = trace.X().get(k, j);
            }
        }
        this.data = Dataset.of("trace", names, rows, trace.Y().row(0));
    }

    /** Empty where the twins cannot be made: without layers, or with more than one output. */
    static Optional<TraceExperiment> of(Trace trace) {
        return trace.depth() >= 1 && trace.Y().rows() == 1 ? Optional.of(new TraceExperiment(trace)) : Optional.empty();
    }

    /** W¹ row by row, b¹, W², … of an iteration; empty where the trace does not hold them all, or one is not finite. */
    Optional<double[]> parameters(int iteration) {
        List<Matrix> tensors = new ArrayList<>();
        for (int l = 1; l <= trace.depth(); l++) {
            for (Quantity quantity : List.of(Quantity.W, Quantity.b)) {
                trace.tensor(quantity, l, iteration).map(TraceTensor::values).ifPresent(tensors::add);
            }
        }
        if (tensors.size() < 2 * trace.depth()) {
            return Optional.empty();
        }
        double[] theta = new double
                [tensors.stream()
                        .mapToInt(tensor -> tensor.rows() * tensor.columns())
                        .sum()];
        int at = 0;
        for (Matrix tensor : tensors) {
            at = tensor.writeTo(theta, at);
        }
        for (double value : theta) {
            if (!Double.isFinite(value)) {
                return Optional.empty();
            }
        }
        return Optional.of(theta);
    }

    /** The masks of an iteration; empty where dropout is used and the trace does not tell. */
    Optional<DropoutMasks> masks(int iteration) {
        if (!experiment.hasDropout()) {
            return keepsAll(iteration) ? Optional.of(new DropoutMasks.None()) : Optional.empty();
        }
        List<Matrix> masks = new ArrayList<>();
        for (int l = 1; l < trace.depth(); l++) {
            trace.mask(l, iteration).map(TraceTensor::values).ifPresent(masks::add);
        }
        return masks.size() == trace.depth() - 1
                ? Optional.of(new DropoutMasks.Given(masks, experiment.keepProbability()))
                : Optional.empty();
    }

    /** Without dropout no twin can be made that uses masks which drop something all the same. */
    private boolean keepsAll(int iteration) {
        for (int l = 1; l < trace.depth(); l++) {
            boolean drops = trace.mask(l, iteration)
                    .map(D -> Arrays.stream(D.values().toArray())
                            .flatMapToDouble(Arrays::stream)
                            .anyMatch(d -> d == 0))
                    .orElse(false);
            if (drops) {
                return false;
            }
        }
        return true;
    }

    /** Whether every iteration uses the masks of iteration 0, as far as the trace tells. */
    boolean sharesMasks() {
        return trace.iterations().stream().allMatch(this::sameAsFirst)
                && trace.costs().stream().allMatch(cost -> sameAsFirst(cost.iteration()));
    }

    private boolean sameAsFirst(int iteration) {
        if (!experiment.hasDropout()) {
            return keepsAll(iteration);
        }
        for (int l = 1; l < trace.depth(); l++) {
            Optional<TraceTensor> first = trace.mask(l, 0);
            Optional<TraceTensor> own = trace.mask(l, iteration);
            boolean held = trace.iterations().contains(iteration);
            if (first.isEmpty() || (held && own.isEmpty())) {
                return false;
            }
            if (own.isPresent()
                    && !Arrays.deepEquals(
                            first.get().values().toArray(), own.get().values().toArray())) {
                return false;
            }
        }
        return true;
    }

    ScratchTwin scratch(DropoutMasks masks) {
        return new ScratchTwin(experiment, data, masks);
    }

    DecimalNetwork decimal(DropoutMasks masks) {
        return new DecimalNetwork(
                trace.layerSizes(), data, masks, trace.hyperParameters().lambda());
    }

    Twin dl4j(DropoutMasks masks) {
        return masks instanceof DropoutMasks.Given given
                ? Dl4jTwin.withMasks(experiment, data, given)
                : Dl4jTwin.withLogitLoss(experiment, data);
    }
}
