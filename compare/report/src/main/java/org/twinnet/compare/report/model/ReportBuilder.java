package org.twinnet.compare.report.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.twinnet.compare.agreement.Divergence;
import org.twinnet.compare.agreement.ScenarioComparison;
import org.twinnet.compare.agreement.TwinRun;
import org.twinnet.compare.agreement.prediction.Accuracy;
import org.twinnet.compare.agreement.prediction.Confusion;
import org.twinnet.compare.agreement.prediction.Fit;
import org.twinnet.compare.boundary.BoundaryComparison;
import org.twinnet.compare.boundary.ContourDistance;
import org.twinnet.compare.boundary.Plane;
import org.twinnet.compare.boundary.PointDifference;
import org.twinnet.compare.boundary.Smoothness;
import org.twinnet.compare.evolution.Evolution;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.Status;
import org.twinnet.data.Dataset;
import org.twinnet.data.Preparation;
import org.twinnet.data.Split;

/** Says the results of a comparison in the report's words. */
public final class ReportBuilder {

    private ReportBuilder() {}

    /**
     * Makes the report.
     *
     * @param scenarios the comparisons, at least one
     * @param evolutions what the networks of each comparison look like
     * @param data what was trained on
     * @param provenance what it takes to run this again
     * @return the report
     */
    public static Report build(
            List<ScenarioComparison> scenarios, List<Evolution> evolutions, Split data, Report.Provenance provenance) {
        List<Picture> pictures = PictureBuilder.build(evolutions, data.train().featureNames());
        List<Integer> axes = evolutions.stream()
                .findFirst()
                .map(evolution -> evolution.plane().axes())
                .orElseGet(() -> firstTwo(data.train()));
        Status verdict =
                Status.all(scenarios.stream().map(ScenarioComparison::verdict).toList());
        return new Report(
                Report.FORMAT,
                Report.VERSION,
                verdict,
                new Report.Data(
                        data.train().name(),
                        data.train().featureNames(),
                        examples(data.train()),
                        data.test().map(ReportBuilder::examples).orElse(null),
                        points(data.train(), axes),
                        data.test().map(test -> points(test, axes)).orElse(null),
                        classes(data.train()),
                        prepared(data.preparation())),
                provenance,
                IntStream.range(0, scenarios.size())
                        .mapToObj(i -> scenario(
                                scenarios.get(i), data, evolutions.get(i).plane(), pictures.get(i)))
                        .toList());
    }

    private static Prepared prepared(Preparation preparation) {
        if (preparation.equals(Preparation.NONE)) {
            return null;
        }
        return new Prepared(
                preparation.labelNames().isEmpty() ? null : preparation.labelNames(),
                preparation
                        .standardization()
                        .map(by -> IntStream.range(0, by.means().size())
                                .mapToObj(k -> new Prepared.Scale(
                                        by.means().get(k), by.deviations().get(k)))
                                .toList())
                        .orElse(null));
    }

    /**
     * Size and hash of a set.
     *
     * @param dataset the examples
     * @return their number and hash
     */
    public static Report.Examples examples(Dataset dataset) {
        return new Report.Examples(dataset.size(), dataset.sha256());
    }

    /**
     * A set on the plane of the first two features.
     *
     * @param dataset the examples
     * @return first and second feature and label of each; null where examples have no label
     */
    public static Report.Points points(Dataset dataset) {
        return points(dataset, firstTwo(dataset));
    }

    private static List<Integer> firstTwo(Dataset dataset) {
        return List.of(0, Math.min(1, dataset.featureCount() - 1));
    }

    private static Report.Points points(Dataset dataset, List<Integer> axes) {
        if (!dataset.targets().areLabels()) {
            return null;
        }
        double[][] rows = dataset.featureRows();
        return new Report.Points(
                Arrays.stream(rows).map(row -> row[axes.get(0)]).toList(),
                Arrays.stream(rows).map(row -> row[axes.get(1)]).toList(),
                Arrays.stream(dataset.labels()).mapToObj(y -> (int) y).toList());
    }

    /**
     * How many classes an example can be of.
     *
     * @param dataset the examples
     * @return 2 for a label of 0 or 1; null where examples have no label
     */
    public static Integer classes(Dataset dataset) {
        return dataset.targets().areLabels() ? dataset.targets().classes() : null;
    }

    private static Report.Scenario scenario(ScenarioComparison comparison, Split data, Plane plane, Picture picture) {
        Experiment experiment = comparison.experiment();
        Report.Twins twins = new Report.Twins(twin(comparison.scratch()), twin(comparison.dl4j()));
        Report.Spread spread = new Report.Spread(
                comparison.spread().horizon(),
                comparison.spread().wholeRun(),
                comparison.spread().points().stream()
                        .map(point -> new Report.SpreadPoint(point.iteration(), finite(point.spread())))
                        .toList());
        return new Report.Scenario(
                experiment.name(),
                comparison.verdict(),
                ExperimentTree.of(experiment),
                twins,
                finite(comparison.costs().largestDifference(comparison.spread().horizon())),
                finite(comparison.costs().largestDifference(experiment.iterations())),
                comparison
                        .ladder()
                        .firstDivergence()
                        .map(ReportBuilder::divergence)
                        .orElse(null),
                comparison.ladder().rungs().stream().map(ReportBuilder::rung).toList(),
                spread,
                comparison.boundary().map(it -> boundary(it, plane)).orElse(null),
                new Report.Clip(
                        finite(comparison.clip().costDifference()),
                        finite(comparison.clip().gradientDifference())),
                PublishedCosts.of(experiment, data.train()),
                picture,
                Derived.costDifferences(comparison.costs()),
                Derived.effect(twins, experiment.layerSizes(), picture),
                comparison.divergence().map(ReportBuilder::diverges).orElse(null));
    }

    private static Diverges diverges(Divergence divergence) {
        return new Diverges(
                divergence.kind(),
                divergence.iteration(),
                finite(divergence.firstCost()),
                finite(divergence.lastCost()),
                divergence.cause());
    }

    private static Report.Divergence divergence(Rung rung) {
        QuantityComparison decisive = rung.decisive();
        return new Report.Divergence(
                rung.name(),
                decisive.quantity(),
                decisive.where(),
                decisive.firstFailure(),
                finite(decisive.maxRelativeDifference()),
                finite(decisive.noiseFloor()));
    }

    private static Report.Rung rung(Rung rung) {
        QuantityComparison decisive = rung.decisive();
        return new Report.Rung(
                rung.name(),
                rung.status(),
                rung.compared(),
                rung.undetermined(),
                finite(decisive.maxRelativeDifference()),
                finite(decisive.noiseFloor()),
                finite(decisive.multiple()),
                decisive.where(),
                decisive.iteration(),
                rung.derivation(),
                rung.note(),
                rung.quantities().stream().map(ReportBuilder::quantity).toList());
    }

    private static Report.Quantity quantity(QuantityComparison quantity) {
        return new Report.Quantity(
                quantity.quantity(),
                quantity.status(),
                quantity.compared(),
                quantity.notFinite(),
                quantity.undetermined(),
                quantity.firstUndetermined() < 0 ? null : quantity.firstUndetermined(),
                finite(quantity.maxRelativeDifference()),
                finite(quantity.rmsRelativeDifference()),
                finite(quantity.noiseFloor()),
                finite(quantity.multiple()),
                quantity.where(),
                quantity.iteration());
    }

    private static Report.Twin twin(TwinRun run) {
        return new Report.Twin(
                run.costs().stream()
                        .map(point -> new Report.Cost(
                                point.iteration(),
                                finite(point.cost()),
                                finite(point.crossEntropy()),
                                finite(point.penalty()),
                                Double.isFinite(point.cost()) ? null : finite(point.logitCost())))
                        .toList(),
                accuracies(run.train(), run.test()),
                run.train() instanceof Accuracy
                        ? null
                        : new RSquared(
                                finite(run.train().value()),
                                run.test().map(test -> finite(test.value())).orElse(null)),
                run.confusion().map(Confusion::rows).orElse(null),
                run.testConfusion().map(Confusion::rows).orElse(null));
    }

    /** Null for a regression. */
    static Report.Accuracies accuracies(Fit train, Optional<Fit> test) {
        return train instanceof Accuracy accuracy
                ? new Report.Accuracies(
                        count(accuracy), test.map(it -> count((Accuracy) it)).orElse(null))
                : null;
    }

    private static Report.Count count(Accuracy accuracy) {
        return new Report.Count(accuracy.correct(), accuracy.total());
    }

    private static Boundary boundary(BoundaryComparison boundary, Plane plane) {
        Optional<ContourDistance> distance = boundary.contourDistance();
        Optional<PointDifference> largest = boundary.largestDifference();
        return new Boundary(
                boundary.grid().size(),
                plane.x().min(),
                plane.x().max(),
                plane.y().min(),
                plane.y().max(),
                boundary.comparedPoints(),
                boundary.invalidPoints(),
                boundary.disagreements(),
                boundary.disagreementFraction(),
                largest.map(l -> finite(l.difference())).orElse(null),
                largest.map(l -> finite(plane.x().at(l.x()))).orElse(null),
                largest.map(l -> finite(plane.y().at(l.y()))).orElse(null),
                distance.map(d -> finite(d.hausdorff())).orElse(null),
                distance.map(d -> finite(d.mean())).orElse(null),
                boundary.firstSmoothness().map(ReportBuilder::shape).orElse(null),
                boundary.secondSmoothness().map(ReportBuilder::shape).orElse(null));
    }

    private static Report.Shape shape(Smoothness smoothness) {
        return new Report.Shape(smoothness.length(), smoothness.turning(), smoothness.pieces());
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
