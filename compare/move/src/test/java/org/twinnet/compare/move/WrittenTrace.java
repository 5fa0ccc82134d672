package org.twinnet.compare.move;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.file.ExperimentFile;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;
import org.twinnet.data.npz.NpzWriter;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.linalg.Matrix;

/** The trace of a training by hand, as a program in NumPy writes it. */
final class WrittenTrace {

    /** Iterations whose parameters it holds. */
    static final List<Integer> HELD = List.of(0, 1, 100, 200);

    private static final int LAST = 200;

    private final RandomSource source;
    private final Experiment experiment;
    private final NpzWriter npz = new NpzWriter();

    /** The parameters of its last iteration. */
    final double[] last;

    /** The running statistics of its last iteration. */
    final double[] statistics;

    /** Trains a network that was drawn; a cost of it may be told wrongly, by a factor. */
    WrittenTrace(RandomSource source, double costFactor) {
        this.source = source;
        this.experiment = source.experiment;
        double[] costs = new double[LAST];
        npz.put("experiment", ExperimentFile.text(List.of(experiment)));
        examples(source.data);
        masks();
        last = new double[source.parameters.length];
        try (Twin twin =
                ScratchTwin.factory().create(experiment.with(new Initialization.ScaledGaussian(1)), source.data)) {
            twin.setParameters(source.parameters);
            for (int i = 0; i <= LAST; i++) {
                twin.copyParametersTo(last);
                if (HELD.contains(i)) {
                    parameters(i);
                }
                if (i < LAST) {
                    costs[i] = twin.step() * (i == LAST / 2 ? costFactor : 1);
                }
            }
            statistics = twin.statistics();
        }
        int[] iterations = new int[LAST];
        Arrays.setAll(iterations, i -> i);
        npz.put("cost_iterations", iterations).put("costs", costs, LAST);
    }

    private void examples(Dataset data) {
        double[][] X = data.featureRows();
        double[][] Y = data.targetRows();
        npz.put("X", columns(X), X[0].length, X.length).put("Y", columns(Y), Y[0].length, Y.length);
    }

    private static double[] columns(double[][] rows) {
        double[] numbers = new double[rows.length * rows[0].length];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = rows[k % rows.length][k / rows.length];
        }
        return numbers;
    }

    private void masks() {
        DropoutMasks masks = ScratchModels.masks(experiment, source.data.size());
        int iterations = experiment.batches() instanceof Batches.Full ? 1 : LAST;
        for (int i = 0; i < iterations; i++) {
            List<Matrix> drawn = masks.of(i);
            for (int l = 0; l < drawn.size(); l++) {
                Matrix D = drawn.get(l);
                double[] flat = new double[D.rows() * D.columns()];
                D.writeTo(flat, 0);
                npz.put("D" + masks.layers().get(l).layer() + "@" + i, flat, D.rows(), D.columns());
            }
        }
    }

    private void parameters(int iteration) {
        for (ParameterIndex.Slice slice : ParameterIndex.of(experiment).tensors()) {
            npz.put(
                    slice.symbol() + slice.layer() + "@" + iteration,
                    Arrays.copyOfRange(last, slice.offset(), slice.offset() + slice.length()),
                    slice.rows(),
                    slice.columns());
        }
    }

    /** Answers as the trace's predictions, one output after the other. */
    WrittenTrace predicting(double[] outputs) {
        int m = source.data.size();
        npz.put("predictions", outputs, outputs.length / m, m);
        return this;
    }

    /** An update behind its last parameters. */
    WrittenTrace goingOn() {
        ParameterIndex.Slice W = ParameterIndex.of(experiment).tensors().get(0);
        npz.put("dW1@" + LAST, new double[W.length()], W.rows(), W.columns());
        return this;
    }

    /** The trace as a file. */
    Path write(Path file) throws IOException {
        return Files.write(file, npz.write());
    }

    /** The last parameters as PyTorch or Keras would save them, under names that say nothing of the layout. */
    Path weights(Path file, WeightsAs as) throws IOException {
        NpzWriter weights = new NpzWriter();
        List<ParameterIndex.Slice> slices =
                new ArrayList<>(ParameterIndex.of(experiment).tensors());
        for (ParameterIndex.Slice slice : slices) {
            double[] values = Arrays.copyOfRange(last, slice.offset(), slice.offset() + slice.length());
            boolean turned = slice.symbol().equals("W") && as == WeightsAs.INPUTS_BY_UNITS;
            WeightArray array = new WeightArray("W", new int[] {slice.rows(), slice.columns()}, values);
            weights.put(
                    slice.symbol() + slice.layer(),
                    turned ? array.transposed() : values,
                    turned ? slice.columns() : slice.rows(),
                    turned ? slice.rows() : slice.columns());
        }
        for (ParameterIndex.Slice slice :
                ParameterIndex.ofStatistics(experiment).tensors()) {
            weights.put(
                    (slice.symbol().equals("mean") ? "running_mean" : "running_var") + slice.layer(),
                    Arrays.copyOfRange(statistics, slice.offset(), slice.offset() + slice.length()),
                    slice.length());
        }
        return Files.write(file, weights.write());
    }
}
