package org.twinnet.compare.agreement.prediction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.twinnet.compare.agreement.floor.ProbabilityFloors;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.ladder.DifferenceStatistics;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.twin.Twin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;

/**
 * The rungs after lock-step training: outputs and labels of examples and over the plane. Both twins predict from one
 * state, the leader's last, so the floor is that of a forward pass. What parts in parameters is the matter of the rungs
 * below; carried on from here it would only widen the floor.
 */
public final class PredictionRungs {

    private final Twin leader;
    private final Twin follower;
    private final Targets targets;
    private final ProbabilityFloors floors;

    /**
     * Prepares the rungs.
     *
     * @param experiment what was trained
     * @param leader the twin that trained on its own
     * @param follower the other twin, in the leader's state
     */
    public PredictionRungs(Experiment experiment, Twin leader, Twin follower) {
        double[] theta = new double[leader.parameterCount()];
        leader.copyParametersTo(theta);
        this.leader = leader;
        this.follower = follower;
        this.targets = experiment.targets();
        this.floors = ProbabilityFloors.of(experiment, theta, leader.statistics());
    }

    /**
     * The rung of outputs and labels.
     *
     * @param examples the data sets
     * @return the rung
     */
    public Rung predictions(List<NamedExamples> examples) {
        List<QuantityComparison> quantities = new ArrayList<>();
        for (NamedExamples set : examples) {
            quantities.addAll(compare(
                    Said.EXAMPLES.of(set.name()), set.examples().featureRows(), i -> Said.EXAMPLE.of(set.name(), i)));
        }
        return new Rung(RungName.PREDICTIONS, quantities, derivation(), Phrase.NOTHING);
    }

    /**
     * The rung over the plane.
     *
     * @param points one row of features a point
     * @param axes the indices of the two features that tell a point from others
     * @return the rung
     */
    public Rung boundary(double[][] points, List<Integer> axes) {
        return new Rung(
                RungName.BOUNDARY,
                compare(
                        Said.PLANE.of(),
                        points,
                        i -> Said.POINT.of(
                                points[i][axes.get(0)], points[i].length > 1 ? points[i][axes.get(1)] : 0.0)),
                derivation(),
                Phrase.NOTHING);
    }

    private Phrase derivation() {
        return switch (targets.kind()) {
            case BINARY -> Said.FLOOR_PREDICTIONS.of();
            case CLASSES -> Said.FLOOR_PREDICTIONS_OF_CLASSES.of();
            case NUMBERS -> Said.FLOOR_PREDICTIONS_OF_NUMBERS.of();
        };
    }

    /**
     * A data set and what it is called.
     *
     * @param name such as {@link Said#TRAIN}
     * @param examples the data set
     */
    public record NamedExamples(Phrase name, Dataset examples) {}

    private List<QuantityComparison> compare(Phrase of, double[][] rows, IntFunction<Phrase> entry) {
        int m = rows.length;
        double[] a = leader.predict(rows);
        double[] b = follower.predict(rows);
        double[] floor = floors.of(rows);
        boolean numbers = targets.kind() == Targets.Kind.NUMBERS;
        DifferenceStatistics outputs =
                new DifferenceStatistics(numbers ? Said.OUTPUT_ON.of(of) : Said.PROBABILITY_ON.of(of));
        outputs.add(a, b, floor, 0, a.length, 0, i -> entryOf(entry, i, m));
        if (numbers) {
            return List.of(outputs.result());
        }
        Labels labelsOfA = new Labels(targets, a, m);
        Labels labelsOfB = new Labels(targets, b, m);
        DifferenceStatistics labels = new DifferenceStatistics(Said.LABEL_ON.of(of));
        int count = labelsOfA.count();
        double[] left = new double[count];
        double[] right = new double[count];
        double[] tolerated = new double[count];
        for (int i = 0; i < count; i++) {
            left[i] = labelsOfA.label(i);
            right[i] = labelsOfB.label(i);
            tolerated[i] = isDetermined(a, b, floor, i, m)
                    ? labelsOfA.isOpen(i, floor) ? targets.classes() : 0
                    : Double.POSITIVE_INFINITY;
        }
        labels.add(left, right, tolerated, 0, count, 0, i -> entryOf(entry, i, m));
        return List.of(outputs.result(), labels.result());
    }

    /** Whether all probabilities that a label is read off are determined. */
    private boolean isDetermined(double[] a, double[] b, double[] floor, int label, int m) {
        if (targets.kind() == Targets.Kind.BINARY) {
            return DifferenceStatistics.isDetermined(a[label], b[label], floor[label]);
        }
        for (int i = label; i < a.length; i += m) {
            if (!DifferenceStatistics.isDetermined(a[i], b[i], floor[i])) {
                return false;
            }
        }
        return true;
    }

    private Phrase entryOf(IntFunction<Phrase> entry, int i, int m) {
        return targets.outputs() == 1 ? entry.apply(i) : Said.OUTPUT_OF.of(i / m + 1, entry.apply(i % m));
    }
}
