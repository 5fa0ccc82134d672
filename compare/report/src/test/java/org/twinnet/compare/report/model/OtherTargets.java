package org.twinnet.compare.report.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.twinnet.compare.agreement.prediction.Accuracy;
import org.twinnet.compare.agreement.prediction.RSquared;
import org.twinnet.compare.boundary.ClassFields;
import org.twinnet.compare.boundary.FeatureRange;
import org.twinnet.compare.boundary.Field;
import org.twinnet.compare.boundary.Grid;
import org.twinnet.compare.boundary.Plane;
import org.twinnet.compare.boundary.PlaneChoice;
import org.twinnet.compare.evolution.Evolution;
import org.twinnet.compare.evolution.Predictions;
import org.twinnet.compare.evolution.TrainingSnapshot;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.Status;
import org.twinnet.data.Targets;

/** Small reports of several classes and of regressions, whose numbers are made up. */
public final class OtherTargets {

    private static final FeatureRange SIDE = new FeatureRange(-1, 1);
    private static final Plane PLANE =
            new Plane(SIDE, SIDE, List.of(0, 1), new PlaneChoice.FirstTwo(), List.of(0.0, 0.0));
    private static final int SIZE = 20;

    private OtherTargets() {}

    /** Classes around the middle; DL4J's confusion of test examples is another one. */
    public static Report classes(int classes) {
        return classes(classes, 0);
    }

    /** The same, with probabilities that are no numbers at the lower edge of the hand-written network's plane. */
    public static Report broken(int classes) {
        return classes(classes, 3 * SIZE);
    }

    private static Report classes(int classes, int broken) {
        List<Field> fields = fields(classes, 0);
        Picture picture = picture(new Evolution(
                PLANE,
                List.of(snapshot(fields(classes, broken))),
                List.of(snapshot(fields)),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        Report.Twin usual = Reports.agreeing().twins().scratch();
        List<List<Integer>> test = confusion(classes, 10);
        List<List<Integer>> other = new ArrayList<>(test);
        other.set(0, confusion(classes, 11).get(0));
        Report.Scenario scenario = scenario(
                Experiment.of(2, 3, classes),
                new Report.Twins(
                        new Report.Twin(usual.costs(), usual.accuracy(), null, confusion(classes, 20), test),
                        new Report.Twin(usual.costs(), usual.accuracy(), null, confusion(classes, 20), other)),
                Reports.agreeing().boundary(),
                picture);
        Report.Data data = Reports.of(Status.AGREE).data();
        Report.Points points = points(classes);
        return report(
                new Report.Data(
                        "classes.csv", data.features(), data.train(), data.test(), points, points, classes, null),
                scenario);
    }

    /** A regression of so many outputs. */
    public static Report regression(int outputs) {
        double[][] targets = rows(outputs, 0);
        Predictions train = new Predictions(2000, targets, rows(outputs, 0.1), rows(outputs, 0.1), 3e-16);
        double[][] nothing = rows(outputs, -0.1);
        nothing[0][3] = Double.NaN;
        Predictions test = new Predictions(40, targets, nothing, nothing, Double.NaN);
        Picture picture = picture(new Evolution(
                PLANE,
                List.of(new TrainingSnapshot(1999, new RSquared(0.9), Optional.empty(), List.of())),
                List.of(new TrainingSnapshot(1999, new RSquared(0.9), Optional.empty(), List.of())),
                List.of(),
                List.of(),
                List.of(),
                Optional.of(train),
                Optional.of(test),
                Optional.empty()));
        Report.Twin twin = new Report.Twin(
                Reports.agreeing().twins().scratch().costs(),
                null,
                new org.twinnet.compare.report.model.RSquared(0.9876, 0.8765),
                null,
                null);
        Report.Data data = Reports.of(Status.AGREE).data();
        return report(
                new Report.Data("waves.csv", data.features(), data.train(), data.test(), null, null, null, null),
                scenario(
                        Experiment.of(2, 3, outputs).with(new Activation.Identity()),
                        new Report.Twins(twin, twin),
                        null,
                        picture));
    }

    private static Report report(Report.Data data, Report.Scenario scenario) {
        return new Report(Report.FORMAT, Report.VERSION, Status.AGREE, data, Reports.PROVENANCE, List.of(scenario));
    }

    private static Report.Scenario scenario(
            Experiment experiment, Report.Twins twins, Boundary boundary, Picture picture) {
        Report.Scenario usual = Reports.agreeing();
        return new Report.Scenario(
                "none",
                usual.verdict(),
                ExperimentTree.of(experiment.iterations(2000)),
                twins,
                usual.largestCostDifference(),
                usual.largestCostDifferenceOfWholeRun(),
                null,
                usual.rungs(),
                usual.spread(),
                boundary,
                usual.clip(),
                List.of(),
                picture,
                usual.costDifferences(),
                Derived.effect(twins, List.of(2, 3, 1), picture),
                null);
    }

    /** With the layers of the usual one. */
    private static Picture picture(Evolution evolution) {
        Picture of =
                PictureBuilder.build(List.of(evolution), List.of("x1", "x2")).get(0);
        return new Picture(
                of.plane(), of.snapshots(), Reports.picture().layers(), of.conventions(), of.predictions(), null);
    }

    private static TrainingSnapshot snapshot(List<Field> fields) {
        return new TrainingSnapshot(1999, new Accuracy(190, 211), Optional.of(new Accuracy(180, 200)), fields);
    }

    /** pₖ ∝ exp(4·cos of the angle to the direction of class k). */
    private static List<Field> fields(int classes, int broken) {
        Grid grid = PLANE.grid(SIZE);
        double[] outputs = new double[classes * grid.pointCount()];
        for (int i = 0; i < grid.pointCount(); i++) {
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                double x = grid.x(i % SIZE) - 0.5;
                double y = grid.y(i / SIZE) - 0.5;
                double e = Math.exp(4 * (x * Math.cos(angle(k, classes)) + y * Math.sin(angle(k, classes))));
                outputs[k * grid.pointCount() + i] = i < broken ? Double.NaN : e;
                sum += e;
            }
            for (int k = 0; k < classes; k++) {
                outputs[k * grid.pointCount() + i] /= sum;
            }
        }
        return ClassFields.of(new Targets(Targets.Kind.CLASSES, classes), grid, outputs);
    }

    private static Report.Points points(int classes) {
        List<Double> x = new ArrayList<>();
        List<Double> y = new ArrayList<>();
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < 5 * classes; i++) {
            int ring = i / classes;
            double r = 0.3 + 0.1 * ring;
            x.add(r * Math.cos(angle(i % classes, classes)));
            y.add(r * Math.sin(angle(i % classes, classes)));
            labels.add(i % classes);
        }
        return new Report.Points(x, y, labels);
    }

    private static double angle(int k, int classes) {
        return 0.3 + 2 * Math.PI * k / classes;
    }

    /** All right but one of each class. */
    private static List<List<Integer>> confusion(int classes, int examples) {
        return IntStream.range(0, classes)
                .mapToObj(k -> IntStream.range(0, classes)
                        .mapToObj(j -> j == k ? examples - 1 : j == (k + 1) % classes ? 1 : 0)
                        .toList())
                .toList();
    }

    private static double[][] rows(int outputs, double above) {
        double[][] rows = new double[outputs][40];
        for (int k = 0; k < outputs; k++) {
            int output = k;
            Arrays.setAll(rows[k], i -> Math.sin(i + output) + above * Math.cos(3 * i + output));
        }
        return rows;
    }
}
