package org.twinnet.compare.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.ladder.DifferenceStatistics;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.twin.Twin;
import org.twinnet.data.Dataset;

/**
 * The rungs after lock-step training: probabilities and labels of examples and over the plane. Both twins have taken
 * the last step from equal parameters, so the floor is that of a forward pass whose parameters carry the floor of that
 * step.
 */
final class PredictionRungs {

    private final Twin leader;
    private final Twin follower;
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
        this.floors = ProbabilityFloors.of(experiment, theta, half);
    }

    Rung predictions(List<NamedExamples> examples) {
        List<QuantityComparison> quantities = new ArrayList<>();
        for (NamedExamples set : examples) {
            quantities.addAll(compare(
                    Said.EXAMPLES.of(set.name()), set.examples().featureRows(), i -> Said.EXAMPLE.of(set.name(), i)));
        }
        return new Rung(RungName.PREDICTIONS, quantities, DERIVATION, Phrase.NOTHING);
    }

    Rung boundary(double[][] points) {
        return new Rung(
                RungName.BOUNDARY,
                compare(
                        Said.PLANE.of(),
                        points,
                        i -> Said.POINT.of(points[i][0], points[i].length > 1 ? points[i][1] : 0.0)),
                DERIVATION,
                Phrase.NOTHING);
    }

    private static final Phrase DERIVATION = Said.FLOOR_PREDICTIONS.of();

    /**
     * A data set and what it is called.
     *
     * @param name such as {@link Said#TRAIN}
     * @param examples the data set
     */
    record NamedExamples(Phrase name, Dataset examples) {}

    private List<QuantityComparison> compare(Phrase of, double[][] rows, IntFunction<Phrase> entry) {
        double[] a = leader.predict(rows);
        double[] b = follower.predict(rows);
        double[] floor = floors.of(rows);
        DifferenceStatistics probabilities = new DifferenceStatistics(Said.PROBABILITY_ON.of(of));
        probabilities.add(a, b, floor, 0, rows.length, 0, entry);
        DifferenceStatistics labels = new DifferenceStatistics(Said.LABEL_ON.of(of));
        double[] tolerated = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            tolerated[i] = !DifferenceStatistics.isDetermined(a[i], b[i], floor[i])
                    ? Double.POSITIVE_INFINITY
                    : Math.abs(a[i] - 0.5) <= floor[i] ? 1 : 0;
            a[i] = label(a[i]);
            b[i] = label(b[i]);
        }
        labels.add(a, b, tolerated, 0, rows.length, 0, entry);
        return List.of(probabilities.result(), labels.result());
    }

    /** A NaN probability has no label: it stays NaN and fails. */
    private static double label(double probability) {
        return Double.isNaN(probability) ? Double.NaN : probability > 0.5 ? 1 : 0;
    }
}
