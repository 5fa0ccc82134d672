package org.twinnet.compare.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.twinnet.compare.experiment.Activation;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Initialization;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.MaskKind;
import org.twinnet.compare.experiment.Masks;
import org.twinnet.compare.experiment.Penalty;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
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
    private final double keep;

    private TraceExperiment(Trace trace) {
        this.trace = trace;
        var hyper = trace.hyperParameters();
        this.keep = hyper.keepProbabilities().stream()
                .filter(it -> it < 1)
                .findFirst()
                .orElse(1.0);
        Experiment plain = Experiment.of(trace.layerSizes())
                .named("trace")
                .with(hyper.optimizer())
                .with(Penalty.l2(hyper.lambda()))
                .keepProbability(keep)
                .with(new Masks(MaskKind.PUBLISHED, 0))
                .with(new Initialization.ScaledGaussian(0))
                .iterations(1);
        this.experiment = plain.with(activated(plain.layers(), hyper.hidden()));
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

    private static List<Layer> activated(List<Layer> layers, Activation hidden) {
        List<Layer> activated = new ArrayList<>();
        for (int l = 0; l < layers.size() - 1; l++) {
            activated.add(new Layer(layers.get(l).units(), hidden, layers.get(l).keepProb()));
        }
        activated.add(layers.get(layers.size() - 1));
        return activated;
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
            double own = trace.hyperParameters().keepProbability(l);
            Optional<Matrix> D = trace.mask(l, iteration).map(TraceTensor::values);
            Matrix undropped = Matrix.zeros(trace.layerSizes().get(l), trace.exampleCount());
            (own == 1 && D.isEmpty() ? Optional.of(filled(undropped)) : D)
                    .map(mask -> scaled(mask, keep / own))
                    .ifPresent(masks::add);
        }
        return masks.size() == trace.depth() - 1 ? Optional.of(new DropoutMasks.Given(masks, keep)) : Optional.empty();
    }

    private static Matrix filled(Matrix ones) {
        for (int r = 0; r < ones.rows(); r++) {
            Arrays.fill(ones.row(r), 1);
        }
        return ones;
    }

    /** The twins divide all layers by one keep probability; what a layer's own differs by goes into its mask. */
    private static Matrix scaled(Matrix mask, double factor) {
        if (factor == 1) {
            return mask;
        }
        Matrix scaled = Matrix.zeros(mask.rows(), mask.columns());
        for (int r = 0; r < mask.rows(); r++) {
            for (int c = 0; c < mask.columns(); c++) {
                scaled.set(r, c, mask.get(r, c) * factor);
            }
        }
        return scaled;
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
        Set<Integer> held = trace.iterations();
        // iterations that the trace does not hold are all alike: one of them tells
        return held.stream().allMatch(this::sameAsFirst)
                && trace.costs().stream()
                        .map(ReportedCost::iteration)
                        .filter(iteration -> !held.contains(iteration))
                        .limit(1)
                        .allMatch(this::sameAsFirst);
    }

    private boolean sameAsFirst(int iteration) {
        if (!experiment.hasDropout()) {
            return keepsAll(iteration);
        }
        for (int l = 1; l < trace.depth(); l++) {
            if (trace.hyperParameters().keepProbability(l) == 1
                    && trace.mask(l, 0).isEmpty()) {
                continue;
            }
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

    /** The same network as another correct program would round it. */
    Twin reordered(DropoutMasks masks, long order) {
        return ScratchTwin.reordered(experiment, data, masks, order);
    }

    DecimalNetwork decimal(DropoutMasks masks) {
        return new DecimalNetwork(experiment, data, masks);
    }

    /** Empty where the layers have keep probabilities of their own, which DL4J is not told. */
    Optional<Twin> dl4j(DropoutMasks masks) {
        if (!trace.hyperParameters().isUniform()) {
            return Optional.empty();
        }
        return Optional.of(
                masks instanceof DropoutMasks.Given given
                        ? Dl4jTwin.withMasks(experiment, data, given)
                        : Dl4jTwin.withLogitLoss(experiment, data));
    }
}
