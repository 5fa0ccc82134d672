package org.twinnet.compare.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.Tensor;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.twin.GradientWitness;
import org.twinnet.compare.twin.OutputRows;
import org.twinnet.compare.twin.ParameterSample;
import org.twinnet.compare.twin.Twin;
import org.twinnet.data.Dataset;

/**
 * The rungs that look at one moment: data, initial parameters, forward pass, cost and gradients, before training
 * begins.
 */
final class SnapshotRungs {

    private final String scenario;
    private final ParameterIndex index;
    private final Twin left;
    private final Twin right;
    private final NoiseFloor noiseFloor;
    private final List<GradientWitness> witnesses;

    SnapshotRungs(
            Experiment experiment, Twin left, Twin right, NoiseFloor noiseFloor, List<GradientWitness> witnesses) {
        this.scenario = experiment.name();
        this.index = ParameterIndex.of(experiment.layerSizes());
        this.left = left;
        this.right = right;
        this.noiseFloor = noiseFloor;
        this.witnesses = witnesses;
    }

    List<Rung> climb(Dataset training, ProgressListener progress) {
        double[] theta = new double[index.length()];
        left.copyParametersTo(theta);
        noiseFloor.analyse(theta, left.iteration());
        Twin.Snapshot a = left.snapshot();
        Twin.Snapshot b = right.snapshot();
        return List.of(
                data(training), initialParameters(), forward(a, b), cost(a, b), gradients(theta, a, b, progress));
    }

    /** Both twins must hold the numbers of the data set itself, bit for bit. */
    private Rung data(Dataset training) {
        DifferenceStatistics features = new DifferenceStatistics("features");
        DifferenceStatistics labels = new DifferenceStatistics("labels");
        for (Twin twin : List.of(left, right)) {
            exactly(features, flat(training.featureRows()), flat(twin.featureRows()), twin.name() + " feature ");
            exactly(labels, OutputRows.of(training.targetRows()), twin.labels(), twin.name() + " label ");
        }
        return new Rung(
                RungName.DATA,
                List.of(features.result(), labels.result()),
                "none: both twins hold the same bits",
                "SHA-256 of the training numbers " + training.sha256());
    }

    private Rung initialParameters() {
        double[] a = new double[index.length()];
        double[] b = a.clone();
        left.copyParametersTo(a);
        right.copyParametersTo(b);
        List<QuantityComparison> quantities = new ArrayList<>();
        for (ParameterIndex.Slice slice : index.tensors()) {
            DifferenceStatistics statistics = new DifferenceStatistics(slice.symbol() + " of layer " + slice.layer());
            int from = slice.offset();
            statistics.add(a, b, new double[a.length], from, from + slice.length(), 0, slice::entry);
            quantities.add(statistics.result());
        }
        return new Rung(RungName.INITIAL_PARAMETERS, quantities, "none: both twins hold the same bits", "");
    }

    private Rung forward(Twin.Snapshot a, Twin.Snapshot b) {
        List<QuantityComparison> quantities = new ArrayList<>();
        for (int i = 0; i < index.tensors().size() / 2; i++) {
            quantities.add(tensors(a.preActivations(), b.preActivations(), i, noiseFloor.preActivations(i + 1)));
            quantities.add(tensors(a.activations(), b.activations(), i, noiseFloor.activations(i + 1)));
        }
        return new Rung(
                RungName.FORWARD,
                quantities,
                "forward error analysis: εZ = |W|·εA + γ·(|W|·|A| + |b|) for each twin, through "
                        + "activations and dropout",
                "");
    }

    private Rung cost(Twin.Snapshot a, Twin.Snapshot b) {
        DifferenceStatistics crossEntropy = new DifferenceStatistics("cross-entropy");
        crossEntropy.add(a.crossEntropy(), b.crossEntropy(), noiseFloor.crossEntropy(), 0, "cross-entropy");
        List<QuantityComparison> quantities = new ArrayList<>(List.of(crossEntropy.result()));
        if (crossEntropy.result().isUndetermined()) {
            DifferenceStatistics logit = new DifferenceStatistics("cross-entropy from the logit");
            logit.add(
                    a.logitCrossEntropy(),
                    b.logitCrossEntropy(),
                    noiseFloor.logitCrossEntropy(),
                    0,
                    "cross-entropy from the logit");
            quantities.add(logit.result());
        }
        DifferenceStatistics penalty = new DifferenceStatistics("penalty");
        penalty.add(a.penalty(), b.penalty(), noiseFloor.penalty(), 0, "penalty");
        quantities.add(penalty.result());
        return new Rung(
                RungName.COST,
                quantities,
                "error of the probabilities through the logarithm, plus γₘ of the sum, for each twin",
                "");
    }

    private Rung gradients(double[] theta, Twin.Snapshot a, Twin.Snapshot b, ProgressListener progress) {
        double[] dataFloor = noiseFloor.dataGradient();
        double[] penaltyFloor = noiseFloor.penaltyGradient();
        List<QuantityComparison> quantities = new ArrayList<>();
        for (ParameterIndex.Slice slice : index.tensors()) {
            quantities.add(slice("cross-entropy", slice, a.dataGradient(), b.dataGradient(), dataFloor));
            quantities.add(slice("penalty", slice, a.penaltyGradient(), b.penaltyGradient(), penaltyFloor));
        }
        List<String> notes = new ArrayList<>();
        for (GradientWitness witness : witnesses) {
            double[] floor = noiseFloor.dataGradient(witness.residualError());
            for (int i = 0; i < floor.length; i++) {
                floor[i] += penaltyFloor[i];
            }
            int[] asked = ParameterSample.choose(index, witness.affordable(), larger(a, b));
            if (asked.length < index.length()) {
                notes.add(sampled(witness.name(), asked.length));
            }
            if (asked.length > 0) {
                progress.working(scenario, witness.name(), 0, asked.length);
                GradientWitness.Testimony testimony = witness.gradient(
                        theta,
                        noiseFloor.cost(),
                        asked,
                        done -> progress.working(scenario, witness.name(), done, asked.length));
                progress.working(scenario, witness.name(), asked.length, asked.length);
                quantities.add(testify(witness, asked, testimony, left.name(), a, floor, notes));
                quantities.add(testify(witness, asked, testimony, right.name(), b, floor, notes));
            }
        }
        return new Rung(
                RungName.GRADIENTS,
                quantities,
                "forward error analysis of backpropagation for each twin; for central differences also "
                        + "their truncation, estimated from two"
                        + " step sizes, and the rounding of the costs divided by the step",
                String.join("; ", notes));
    }

    private String sampled(String witness, int asked) {
        return asked == 0
                ? String.format(
                        Locale.ROOT,
                        "%s checked none of %d parameters, which would take too long",
                        witness,
                        index.length())
                : String.format(
                        Locale.ROOT,
                        "%s checked %d of %d parameters, some of each tensor",
                        witness,
                        asked,
                        index.length());
    }

    /** Holds one twin's whole gradient against a witness, where the witness has something to say. */
    private QuantityComparison testify(
            GradientWitness witness,
            int[] asked,
            GradientWitness.Testimony testimony,
            String twin,
            Twin.Snapshot snapshot,
            double[] floor,
            List<String> notes) {
        DifferenceStatistics statistics = new DifferenceStatistics("gradient of " + twin + " by " + witness.name());
        int unsaid = 0;
        for (int k = 0; k < asked.length; k++) {
            double error = testimony.errors()[k];
            if (!Double.isFinite(error) || !Double.isFinite(testimony.values()[k])) {
                error = Double.POSITIVE_INFINITY;
                unsaid++;
            }
            int i = asked[k];
            double total = snapshot.dataGradient()[i] + snapshot.penaltyGradient()[i];
            statistics.add(
                    total,
                    testimony.values()[k],
                    floor[i] + Rounding.FLOAT64.u() * Math.abs(total) + error,
                    0,
                    index.entry(i));
        }
        if (unsaid > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s says nothing of %d parameters of %s, where a ReLU switches within any step or a "
                            + "cost is not determined",
                    witness.name(),
                    unsaid,
                    twin));
        }
        return statistics.result();
    }

    /** The larger magnitude of both whole gradients: a mistake that makes one of them 0 hides nothing. */
    private static double[] larger(Twin.Snapshot a, Twin.Snapshot b) {
        double[] larger = new double[a.dataGradient().length];
        for (int i = 0; i < larger.length; i++) {
            larger[i] = Math.max(
                    Math.abs(a.dataGradient()[i] + a.penaltyGradient()[i]),
                    Math.abs(b.dataGradient()[i] + b.penaltyGradient()[i]));
        }
        return larger;
    }

    private static QuantityComparison slice(
            String part, ParameterIndex.Slice slice, double[] a, double[] b, double[] floor) {
        DifferenceStatistics statistics =
                new DifferenceStatistics("d" + slice.symbol() + " of layer " + slice.layer() + ", " + part);
        int from = slice.offset();
        statistics.add(a, b, floor, from, from + slice.length(), 0, slice::entry);
        return statistics.result();
    }

    private static QuantityComparison tensors(List<Tensor> a, List<Tensor> b, int i, double[] floor) {
        Tensor x = a.get(i);
        Tensor y = b.get(i);
        DifferenceStatistics statistics = new DifferenceStatistics(x.symbol() + " of layer " + x.layer());
        requireSameLength(x.symbol(), x.values(), y.values());
        statistics.add(x.values(), y.values(), floor, 0, x.values().length, 0, x::entry);
        return statistics.result();
    }

    private static void exactly(DifferenceStatistics statistics, double[] expected, double[] actual, String name) {
        requireSameLength(name, expected, actual);
        statistics.add(expected, actual, new double[expected.length], 0, expected.length, 0, i -> name + i);
    }

    private static void requireSameLength(String name, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT, "%s: one twin holds %d numbers, the other %d.", name.trim(), x.length, y.length));
        }
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
