package org.twinnet.compare.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.twinnet.compare.agreement.floor.NoiseFloor;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.Tensor;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.DifferenceStatistics;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.twin.OutputRows;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.witness.GradientWitness;
import org.twinnet.compare.twin.witness.ParameterSample;
import org.twinnet.data.Dataset;

/**
 * The rungs that look at one moment: data, initial parameters, forward pass, cost and gradients, before training
 * begins.
 */
final class SnapshotRungs {

    private static final Phrase CROSS_ENTROPY = Said.CROSS_ENTROPY.of();
    private static final Phrase PENALTY = Said.PENALTY.of();

    private final Experiment experiment;
    private final ParameterIndex index;
    private final ParameterIndex statistics;
    private final Twin left;
    private final Twin right;
    private final NoiseFloor noiseFloor;
    private final List<GradientWitness> witnesses;

    SnapshotRungs(
            Experiment experiment, Twin left, Twin right, NoiseFloor noiseFloor, List<GradientWitness> witnesses) {
        this.experiment = experiment;
        this.index = ParameterIndex.of(experiment);
        this.statistics = ParameterIndex.ofStatistics(experiment);
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
                data(training),
                initialParameters(),
                forward(a, b),
                cost(a, b),
                gradients(theta, a, b, costError(theta, training), progress));
    }

    private boolean isSingle() {
        return experiment.precision() == Precision.FLOAT32;
    }

    /** How far a witness, which computes in double precision whatever the twins do, may be off in one cost. */
    private double costError(double[] theta, Dataset training) {
        if (!isSingle()) {
            return noiseFloor.cost();
        }
        Dataset held = experiment.precision().round(training);
        NoiseFloor ofWitness = new NoiseFloor(experiment.with(Precision.FLOAT64), held);
        ofWitness.analyse(theta, left.iteration());
        return ofWitness.cost();
    }

    /** Both twins must hold the numbers of the data set itself, as their precision has them, bit for bit. */
    private Rung data(Dataset given) {
        Dataset training = experiment.precision().round(given);
        List<Phrase> notes = new ArrayList<>(List.of(Said.HASH.of(given.sha256())));
        if (isSingle()) {
            notes.add(Said.ROUNDED_DATA.of());
        }
        DifferenceStatistics features = new DifferenceStatistics(Said.FEATURES.of());
        DifferenceStatistics labels = new DifferenceStatistics(Said.LABELS.of());
        for (Twin twin : List.of(left, right)) {
            Phrase whose = twin.name().phrase();
            exactly(features, flat(training.featureRows()), flat(twin.featureRows()), i -> Said.FEATURE.of(whose, i));
            exactly(labels, OutputRows.of(training.targetRows()), twin.labels(), i -> Said.LABEL.of(whose, i));
        }
        return new Rung(
                RungName.DATA, List.of(features.result(), labels.result()), Said.SAME_BITS.of(), Said.all(notes));
    }

    private Rung initialParameters() {
        double[] a = new double[index.length()];
        double[] b = a.clone();
        left.copyParametersTo(a);
        right.copyParametersTo(b);
        List<QuantityComparison> quantities = new ArrayList<>();
        for (ParameterIndex.Slice slice : index.tensors()) {
            DifferenceStatistics tensor = new DifferenceStatistics(Said.TENSOR.of(slice.symbol(), slice.layer()));
            int from = slice.offset();
            tensor.add(a, b, new double[a.length], from, from + slice.length(), 0, slice::entry);
            quantities.add(tensor.result());
        }
        if (left.statistics().length > 0) {
            DifferenceStatistics kept = new DifferenceStatistics(Said.STATISTICS.of());
            exactly(kept, left.statistics(), right.statistics(), statistics::entry);
            quantities.add(kept.result());
        }
        return new Rung(RungName.INITIAL_PARAMETERS, quantities, Said.SAME_BITS.of(), Phrase.NOTHING);
    }

    private Rung forward(Twin.Snapshot a, Twin.Snapshot b) {
        List<QuantityComparison> quantities = new ArrayList<>();
        for (int i = 0; i < a.preActivations().size(); i++) {
            quantities.add(tensors(a.preActivations(), b.preActivations(), i, noiseFloor.preActivations(i + 1)));
            quantities.add(tensors(a.activations(), b.activations(), i, noiseFloor.activations(i + 1)));
        }
        return new Rung(RungName.FORWARD, quantities, Said.FLOOR_FORWARD.of(), Phrase.NOTHING);
    }

    private Rung cost(Twin.Snapshot a, Twin.Snapshot b) {
        DifferenceStatistics crossEntropy = new DifferenceStatistics(CROSS_ENTROPY);
        crossEntropy.add(a.crossEntropy(), b.crossEntropy(), noiseFloor.crossEntropy(), 0, CROSS_ENTROPY);
        List<QuantityComparison> quantities = new ArrayList<>(List.of(crossEntropy.result()));
        if (crossEntropy.result().isUndetermined()) {
            DifferenceStatistics logit = new DifferenceStatistics(Said.CROSS_ENTROPY_FROM_LOGIT.of());
            logit.add(
                    a.logitCrossEntropy(),
                    b.logitCrossEntropy(),
                    noiseFloor.logitCrossEntropy(),
                    0,
                    Said.CROSS_ENTROPY_FROM_LOGIT.of());
            quantities.add(logit.result());
        }
        DifferenceStatistics penalty = new DifferenceStatistics(PENALTY);
        penalty.add(a.penalty(), b.penalty(), noiseFloor.penalty(), 0, PENALTY);
        quantities.add(penalty.result());
        return new Rung(RungName.COST, quantities, Said.FLOOR_COST.of(), Phrase.NOTHING);
    }

    private Rung gradients(
            double[] theta, Twin.Snapshot a, Twin.Snapshot b, double costError, ProgressListener progress) {
        double[] dataFloor = noiseFloor.dataGradient();
        double[] penaltyFloor = noiseFloor.penaltyGradient();
        List<QuantityComparison> quantities = new ArrayList<>();
        for (ParameterIndex.Slice slice : index.tensors()) {
            quantities.add(slice(CROSS_ENTROPY, slice, a.dataGradient(), b.dataGradient(), dataFloor));
            quantities.add(slice(PENALTY, slice, a.penaltyGradient(), b.penaltyGradient(), penaltyFloor));
        }
        List<Phrase> notes = new ArrayList<>();
        if (isSingle()) {
            notes.add(Said.EXACT_WITNESSES.of());
        }
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
                String said = witness.name().english();
                progress.working(experiment.name(), said, 0, asked.length);
                GradientWitness.Testimony testimony = witness.gradient(
                        theta, costError, asked, done -> progress.working(experiment.name(), said, done, asked.length));
                progress.working(experiment.name(), said, asked.length, asked.length);
                quantities.add(testify(witness, asked, testimony, left.name().phrase(), a, floor, notes));
                quantities.add(testify(witness, asked, testimony, right.name().phrase(), b, floor, notes));
            }
        }
        return new Rung(RungName.GRADIENTS, quantities, Said.FLOOR_GRADIENTS.of(), Said.all(notes));
    }

    private Phrase sampled(Phrase witness, int asked) {
        return asked == 0 ? Said.UNASKED.of(witness, index.length()) : Said.SAMPLED.of(witness, asked, index.length());
    }

    /** Holds one twin's whole gradient against a witness, where the witness has something to say. */
    private QuantityComparison testify(
            GradientWitness witness,
            int[] asked,
            GradientWitness.Testimony testimony,
            Phrase twin,
            Twin.Snapshot snapshot,
            double[] floor,
            List<Phrase> notes) {
        DifferenceStatistics statistics = new DifferenceStatistics(Said.WITNESS.of(twin, witness.name()));
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
            notes.add(Said.SILENT.of(witness.name(), unsaid, twin));
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
            Phrase part, ParameterIndex.Slice slice, double[] a, double[] b, double[] floor) {
        DifferenceStatistics statistics =
                new DifferenceStatistics(Said.TENSOR_PART.of("d" + slice.symbol(), slice.layer(), part));
        int from = slice.offset();
        statistics.add(a, b, floor, from, from + slice.length(), 0, slice::entry);
        return statistics.result();
    }

    private static QuantityComparison tensors(List<Tensor> a, List<Tensor> b, int i, double[] floor) {
        Tensor x = a.get(i);
        Tensor y = b.get(i);
        DifferenceStatistics statistics = new DifferenceStatistics(Said.TENSOR.of(x.symbol(), x.layer()));
        requireSameLength(x.symbol(), x.values(), y.values());
        statistics.add(x.values(), y.values(), floor, 0, x.values().length, 0, x::entry);
        return statistics.result();
    }

    private static void exactly(
            DifferenceStatistics statistics, double[] expected, double[] actual, IntFunction<Phrase> entry) {
        requireSameLength(entry.apply(0).english(), expected, actual);
        statistics.add(expected, actual, new double[expected.length], 0, expected.length, 0, entry);
    }

    private static void requireSameLength(String name, double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT, "%s: one twin holds %d numbers, the other %d.", name, x.length, y.length));
        }
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }
}
