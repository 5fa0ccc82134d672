package org.twinnet.compare.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.twin.Twin;
import org.twinnet.data.Dataset;
import org.twinnet.data.Targets;

/**
 * The rungs after lock-step training: probabilities and labels of examples and over the plane. Both twins have taken
 * the last step from equal parameters, so the floor is that of a forward pass whose parameters carry the floor of that
 * step.
 */
final class PredictionRungs {

    private final Twin leader;
    private final Twin follower;
    private final Targets targets;
    private final ProbabilityFloors floors;

    PredictionRungs(Experiment experiment, Twin leader, Twin follower, double[] parameterFloor) {
        this.leader = leader;
        this.follower = follower;
        double[] theta = new double[leader.parameterCount()];
        leader.copyParametersTo(theta);
        double[] half = parameterFloor.clone();
        for (int i = 0; i < half.length; i++) {
            half[i] /= 2;
        }
        this.targets = experiment.targets();
        this.floors = ProbabilityFloors.of(experiment, theta, half);
    }

    Rung predictions(List<NamedExamples> examples) {
        List<QuantityComparison> quantities = new ArrayList<>();
        for (NamedExamples set : examples) {
            quantities.addAll(
                    compare(set.name() + " examples", set.examples().featureRows(), i -> set.name() + " example " + i));
        }
        return new Rung(RungName.PREDICTIONS, quantities, derivation(), "");
    }

    Rung boundary(double[][] points) {
        return new Rung(
                RungName.BOUNDARY,
                compare(
                        "the plane",
                        points,
                        i -> String.format(
                                Locale.ROOT,
                                "point (%.4g, %.4g)",
                                points[i][0],
                                points[i].length > 1 ? points[i][1] : 0)),
                derivation(),
                "");
    }

    private static final String DERIVATION =
            "forward error analysis from the parameters of the last lock step and their own floor; a label "
                    + "counts as different only where the"
                    + " probability is farther from 0.5 than that";

    private static final String OF_CLASSES =
            "forward error analysis from the parameters of the last lock step and their own floor; a label "
                    + "counts as different only where its probability is farther from each other class's than that";

    private static final String OF_NUMBERS =
            "forward error analysis from the parameters of the last lock step and their own floor";

    private String derivation() {
        return switch (targets.kind()) {
            case BINARY -> DERIVATION;
            case CLASSES -> OF_CLASSES;
            case NUMBERS -> OF_NUMBERS;
        };
    }

    /**
     * A data set and what it is called in reports.
     *
     * @param name such as {@code train}
     * @param examples the data set
     */
    record NamedExamples(String name, Dataset examples) {}

    private List<QuantityComparison> compare(String of, double[][] rows, IntFunction<String> entry) {
        int m = rows.length;
        double[] a = leader.predict(rows);
        double[] b = follower.predict(rows);
        double[] floor = floors.of(rows);
        boolean numbers = targets.kind() == Targets.Kind.NUMBERS;
        DifferenceStatistics outputs = new DifferenceStatistics((numbers ? "output on " : "probability on ") + of);
        outputs.add(a, b, floor, 0, a.length, 0, i -> entryOf(entry, i, m));
        if (numbers) {
            return List.of(outputs.result());
        }
        Labels labelsOfA = new Labels(targets, a, m);
        Labels labelsOfB = new Labels(targets, b, m);
        DifferenceStatistics labels = new DifferenceStatistics("label on " + of);
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

    private String entryOf(IntFunction<String> entry, int i, int m) {
        return targets.outputs() == 1 ? entry.apply(i) : "output " + (i / m + 1) + " of " + entry.apply(i % m);
    }
}
