package org.twinnet.compare.report.model;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;

/** Small reports whose numbers are made up. */
public final class Reports {

    /** A run on a machine that does not exist. */
    public static final Report.Provenance PROVENANCE = provenance("twinnet compare --iterations 2 --out report");

    private static final Phrase DERIVATION = Said.NAME.of("from the number of operations");

    private static final Report.Rung AGREEING = new Report.Rung(
            RungName.COST,
            Status.AGREE,
            2000,
            0,
            1.5e-16,
            3e-14,
            0.005,
            Said.CROSS_ENTROPY.of(),
            0,
            DERIVATION,
            Phrase.NOTHING,
            List.of(new Report.Quantity(
                    Said.CROSS_ENTROPY.of(),
                    Status.AGREE,
                    2000,
                    0,
                    0,
                    null,
                    1.5e-16,
                    1e-16,
                    3e-14,
                    0.005,
                    Said.CROSS_ENTROPY.of(),
                    0)));

    private static final Report.Rung PARTED = new Report.Rung(
            RungName.GRADIENTS,
            Status.DISAGREE,
            3,
            0,
            0.001,
            1e-15,
            1e12,
            Said.ENTRY.of(1, "W", 0, 1),
            1,
            DERIVATION,
            Said.NAME.of("a note to know"),
            List.of(new Report.Quantity(
                    Said.TENSOR.of("dW", 1),
                    Status.DISAGREE,
                    3,
                    0,
                    0,
                    null,
                    0.001,
                    5e-4,
                    1e-15,
                    1e12,
                    Said.ENTRY.of(1, "W", 0, 1),
                    1)));

    private Reports() {}

    /** The same run by another command. */
    public static Report.Provenance provenance(String command) {
        return new Report.Provenance(
                command,
                "2000-01-02T03:04:05+01:00",
                1.25,
                "0.1.0",
                "1.0.0-M2.1",
                "1.0.0-M2.1 CPU",
                "OpenBLAS",
                2852,
                "JVM 17",
                "Linux amd64",
                "a processor",
                2);
    }

    public static Report of(Status verdict, Report.Scenario... scenarios) {
        return of(verdict, "points.csv", PROVENANCE, scenarios);
    }

    public static Report of(
            Status verdict, String dataName, Report.Provenance provenance, Report.Scenario... scenarios) {
        return new Report(
                Report.FORMAT,
                Report.VERSION,
                verdict,
                new Report.Data(
                        dataName,
                        List.of("x1", "x2"),
                        new Report.Examples(211, "ab12"),
                        new Report.Examples(200, "cd34"),
                        new Report.Points(List.of(-0.5, 0.5), List.of(0.1, -0.1), List.of(0, 1)),
                        new Report.Points(List.of(0.2), List.of(0.3), List.of(1)),
                        2,
                        null),
                provenance,
                List.of(scenarios));
    }

    /** What follows from other numbers is added. */
    private static Report.Scenario scenario(
            String name,
            Status verdict,
            Map<String, Object> experiment,
            Report.Twins twins,
            Double largestCostDifference,
            Double largestCostDifferenceOfWholeRun,
            Report.Divergence firstDivergence,
            List<Report.Rung> rungs,
            Report.Spread spread,
            Boundary boundary,
            Report.Clip clip,
            List<Report.PublishedCost> published,
            Picture picture) {
        return new Report.Scenario(
                name,
                verdict,
                experiment,
                twins,
                largestCostDifference,
                largestCostDifferenceOfWholeRun,
                firstDivergence,
                rungs,
                spread,
                boundary,
                clip,
                published,
                picture,
                differences(twins),
                Derived.effect(twins, List.of(2, 3, 1), picture),
                null);
    }

    private static Report.CostDifferences differences(Report.Twins twins) {
        List<Report.CostDifference> points = Derived.differences(
                        twins.scratch().costs(), twins.dl4j().costs())
                .stream()
                .map(point -> new Report.CostDifference(
                        point.iteration(), point.difference(), point.iteration() == 0 ? 1e-14 : null))
                .toList();
        return new Report.CostDifferences(points.size(), 0, points);
    }

    /** A scenario whose twins agree. */
    public static Report.Scenario agreeing() {
        return scenario(
                "l2",
                Status.AGREE,
                experiment(0.7, 2000),
                new Report.Twins(twin(0.25, 201), twin(0.25, 201)),
                1.5e-16,
                1.5e-16,
                null,
                List.of(AGREEING),
                new Report.Spread(1999, true, List.of(new Report.SpreadPoint(0, 1e-16))),
                boundary(2.5e-16),
                new Report.Clip(0.0, 1.5e-7),
                List.of(),
                picture());
    }

    /** A scenario whose twins agree as far as they can be compared. */
    public static Report.Scenario chaotic() {
        Report.Scenario agreeing = agreeing();
        return scenario(
                "none",
                Status.AGREE,
                experiment(0, 2000),
                agreeing.twins(),
                agreeing.largestCostDifference(),
                agreeing.largestCostDifferenceOfWholeRun(),
                null,
                agreeing.rungs(),
                new Report.Spread(1000, false, List.of(new Report.SpreadPoint(0, 1e-16))),
                agreeing.boundary(),
                agreeing.clip(),
                List.of(),
                picture());
    }

    /** A scenario whose twins part. */
    public static Report.Scenario parted() {
        return scenario(
                "none",
                Status.DISAGREE,
                experiment(0, 2000),
                new Report.Twins(twin(0.25, 201), twin(null, 105)),
                null,
                null,
                new Report.Divergence(
                        RungName.GRADIENTS, Said.TENSOR.of("dW", 1), Said.ENTRY.of(1, "W", 0, 1), 1, 0.001, 1e-15),
                List.of(AGREEING, PARTED),
                new Report.Spread(1000, false, List.of(new Report.SpreadPoint(0, 1e-16))),
                boundary(null),
                new Report.Clip(null, null),
                List.of(new Report.PublishedCost(0, 0.65)),
                picture());
    }

    public static Report.Scenario inconclusive() {
        Report.Scenario agreeing = agreeing();
        Report.Rung nothing = new Report.Rung(
                RungName.BOUNDARY,
                Status.INCONCLUSIVE,
                0,
                0,
                0.0,
                0.0,
                0.0,
                Phrase.NOTHING,
                0,
                DERIVATION,
                Phrase.NOTHING,
                List.of());
        return scenario(
                agreeing.name(),
                Status.INCONCLUSIVE,
                agreeing.experiment(),
                agreeing.twins(),
                agreeing.largestCostDifference(),
                agreeing.largestCostDifferenceOfWholeRun(),
                null,
                List.of(AGREEING, nothing),
                agreeing.spread(),
                agreeing.boundary(),
                agreeing.clip(),
                agreeing.published(),
                agreeing.picture());
    }

    private static Map<String, Object> experiment(double lambda, int iterations) {
        return ExperimentTree.of(Experiment.of(2, 3, 1).with(Penalty.l2(lambda)).iterations(iterations));
    }

    private static Report.Twin twin(Double lastCost, int correct) {
        return new Report.Twin(
                List.of(
                        new Report.Cost(0, 0.6931471805599453, 0.6931471805599453, 0.0, null),
                        new Report.Cost(1999, lastCost, lastCost, 0.0, null)),
                new Report.Accuracies(new Report.Count(correct, 211), new Report.Count(180, 200)));
    }

    public static Report.Scenario withPicture(Picture picture) {
        return changed(agreeing(), "l2", agreeing().experiment(), agreeing().twins(), picture);
    }

    public static Report.Scenario named(String name) {
        return changed(agreeing(), name, agreeing().experiment(), agreeing().twins(), picture());
    }

    public static Report.Scenario observed(String name, Report.Accuracies accuracies, List<Picture.Layer> layers) {
        Report.Twin twin = new Report.Twin(agreeing().twins().scratch().costs(), accuracies);
        Picture picture = new Picture(picture().plane(), picture().snapshots(), layers, List.of());
        return changed(agreeing(), name, agreeing().experiment(), new Report.Twins(twin, twin), picture);
    }

    public static Report.Scenario oneIteration() {
        Report.Twin twin = new Report.Twin(
                List.of(new Report.Cost(0, 0.7, 0.7, 0.0, null)),
                agreeing().twins().scratch().accuracy());
        return changed(agreeing(), "none", experiment(0.7, 1), new Report.Twins(twin, twin), picture());
    }

    public static Report.Scenario notFinite() {
        Report.Accuracies accuracies = new Report.Accuracies(new Report.Count(0, 211), new Report.Count(0, 200));
        Report.Twin twin = new Report.Twin(
                List.of(new Report.Cost(0, null, null, null, null), new Report.Cost(1999, null, null, null, null)),
                accuracies);
        Picture.Side side = new Picture.Side(accuracies, Packing.pack(new byte[4]), List.of(), null);
        Picture.Weights weights = new Picture.Weights(List.of(0, 0, 0), null, null, null);
        Picture picture = new Picture(
                picture().plane(),
                List.of(new Picture.Snapshot(0, side, side, Packing.pack(new byte[] {-1, -1, -1, -1}), 4)),
                List.of(new Picture.Layer(1, null, null, weights, weights)),
                List.of(new Picture.Convention("clip-cost", null, null, 1)));
        Report.Scenario parted = parted();
        return scenario(
                "none",
                Status.DISAGREE,
                parted.experiment(),
                new Report.Twins(twin, twin),
                null,
                null,
                new Report.Divergence(RungName.COST, Said.CROSS_ENTROPY.of(), Said.CROSS_ENTROPY.of(), 0, null, null),
                List.of(new Report.Rung(
                        RungName.COST,
                        Status.DISAGREE,
                        2,
                        0,
                        null,
                        null,
                        null,
                        Said.CROSS_ENTROPY.of(),
                        0,
                        DERIVATION,
                        Phrase.NOTHING,
                        List.of(new Report.Quantity(
                                Said.CROSS_ENTROPY.of(),
                                Status.DISAGREE,
                                2,
                                2,
                                0,
                                null,
                                null,
                                null,
                                null,
                                null,
                                Phrase.NOTHING,
                                0)))),
                new Report.Spread(-1, false, List.of(new Report.SpreadPoint(0, null))),
                parted.boundary(),
                new Report.Clip(null, null),
                List.of(),
                picture);
    }

    public static Report oneFeature() {
        Report report = of(Status.AGREE, agreeing());
        Report.Data data = report.data();
        return new Report(
                Report.FORMAT,
                Report.VERSION,
                Status.AGREE,
                new Report.Data(
                        "d", List.of("x1"), data.train(), data.test(), data.trainPoints(), data.testPoints(), 2, null),
                PROVENANCE,
                report.scenarios());
    }

    public static Report twentyFeatures() {
        List<String> names = IntStream.rangeClosed(1, 20).mapToObj(f -> "x" + f).toList();
        List<Picture.Fixed> fixed = names.subList(2, 20).stream()
                .map(name -> new Picture.Fixed(name, 0.25))
                .toList();
        Picture picture = picture();
        Picture.Plane plane = new Picture.Plane(-1, 1, -0.5, 0.5, 2, fixed);
        Report.Data data = of(Status.AGREE).data();
        return new Report(
                Report.FORMAT,
                Report.VERSION,
                Status.AGREE,
                new Report.Data("d", names, data.train(), data.test(), data.trainPoints(), data.testPoints(), 2, null),
                PROVENANCE,
                List.of(withPicture(new Picture(plane, picture.snapshots(), picture.layers(), picture.conventions()))));
    }

    public static Report withoutTestData() {
        Report.Data data = of(Status.AGREE).data();
        Report.Twin twin = new Report.Twin(
                agreeing().twins().scratch().costs(), new Report.Accuracies(new Report.Count(201, 211), null));
        return new Report(
                Report.FORMAT,
                Report.VERSION,
                Status.AGREE,
                new Report.Data("d", List.of("x1", "x2"), data.train(), null, data.trainPoints(), null, 2, null),
                PROVENANCE,
                List.of(changed(agreeing(), "l2", agreeing().experiment(), new Report.Twins(twin, twin), picture())));
    }

    private static Report.Scenario changed(
            Report.Scenario scenario,
            String name,
            Map<String, Object> experiment,
            Report.Twins twins,
            Picture picture) {
        return scenario(
                name,
                scenario.verdict(),
                experiment,
                twins,
                scenario.largestCostDifference(),
                scenario.largestCostDifferenceOfWholeRun(),
                scenario.firstDivergence(),
                scenario.rungs(),
                scenario.spread(),
                scenario.boundary(),
                scenario.clip(),
                scenario.published(),
                picture);
    }

    /** Two points a side; a vertical contour in the middle. */
    public static Picture picture() {
        String field = Packing.pack(new byte[] {0, (byte) 255, 0, (byte) 255});
        Report.Accuracies accuracies = new Report.Accuracies(new Report.Count(201, 211), new Report.Count(180, 200));
        Picture.Side side =
                new Picture.Side(accuracies, field, List.of(List.of(0.0, -0.5, 0.0, 0.5)), new Report.Shape(1, 0, 1));
        Picture.Weights hidden = new Picture.Weights(List.of(1, 2, 3), 1.5, 0.9, 0.4);
        Picture.Weights output = new Picture.Weights(List.of(1, 0, 2), 0.5, 0.4, null);
        Picture.Side before = new Picture.Side(
                accuracies,
                Packing.pack(new byte[] {0, 0, (byte) 255, (byte) 255}),
                List.of(List.of(-1.0, 0.0, 1.0, 0.0)),
                new Report.Shape(2, 0, 1));
        return new Picture(
                new Picture.Plane(-1, 1, -0.5, 0.5, 2, List.of()),
                List.of(
                        new Picture.Snapshot(0, before, before, Packing.pack(new byte[4]), 0),
                        new Picture.Snapshot(1999, side, side, Packing.pack(new byte[] {0, 1, 2, (byte) 255}), 1)),
                List.of(
                        new Picture.Layer(1, -1.0, 0.6, hidden, hidden),
                        new Picture.Layer(2, -1.0, 0.6, output, output)),
                List.of(
                        new Picture.Convention("l2-gradient", 0.7 / 211, 0.7 / 211, 6),
                        new Picture.Convention("dropout-scale", 1.0, null, 0)));
    }

    private static Boundary boundary(Double contourDistance) {
        return new Boundary(
                400,
                -1,
                1,
                -0.5,
                0.5,
                160000,
                0,
                40,
                0.00025,
                1e-15,
                0.5,
                0.25,
                contourDistance,
                contourDistance,
                new Report.Shape(2.5, 3, 1),
                contourDistance == null ? null : new Report.Shape(2.5, 3, 1));
    }
}
