package org.twinnet.compare.report.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.twinnet.compare.agreement.ClipCost;
import org.twinnet.compare.agreement.FreeRunCosts;
import org.twinnet.compare.agreement.ScenarioComparison;
import org.twinnet.compare.agreement.Spread;
import org.twinnet.compare.agreement.TwinRun;
import org.twinnet.compare.agreement.prediction.Accuracy;
import org.twinnet.compare.boundary.BoundaryComparison;
import org.twinnet.compare.boundary.Field;
import org.twinnet.compare.boundary.Grid;
import org.twinnet.compare.boundary.Plane;
import org.twinnet.compare.convention.Convention;
import org.twinnet.compare.evolution.Evolution;
import org.twinnet.compare.evolution.TrainedLayer;
import org.twinnet.compare.evolution.TrainingSnapshot;
import org.twinnet.compare.experiment.CostPoint;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.Ladder;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.data.Dataset;
import org.twinnet.data.Preparation;
import org.twinnet.data.Split;

class ReportBuilderTest {

    private static final Experiment EXPERIMENT = Experiment.of(2, 1)
            .named("custom")
            .with(Penalty.l2(0.5))
            .keepProbability(0.9)
            .with(new Masks(MaskKind.FRESH, 8))
            .with(new Initialization.ScaledGaussian(7))
            .iterations(2);
    private static final Dataset TRAIN =
            Dataset.of("points", List.of("x1", "x2"), new double[][] {{0, 1}, {1, 0}}, new double[] {0, 1});
    private static final Split DATA = new Split(TRAIN, Optional.empty());

    @Test
    void should_say_every_number_that_is_not_finite_as_null() {
        Report report = report(comparison(Double.NaN, 0.5, Double.POSITIVE_INFINITY));
        Report.Scenario scenario = report.scenarios().get(0);
        assertNull(scenario.largestCostDifference());
        assertNull(scenario.largestCostDifferenceOfWholeRun());
        assertNull(scenario.twins().scratch().costs().get(1).cost());
        assertEquals(0.5, scenario.twins().dl4j().costs().get(1).cost());
        assertNull(scenario.rungs().get(0).maxRelativeDifference());
        assertNull(scenario.rungs().get(0).multiple());
        assertNull(scenario.rungs().get(0).quantities().get(1).rmsRelativeDifference());
        assertNull(scenario.firstDivergence().maxRelativeDifference());
        assertNull(scenario.spread().points().get(0).spread());
        assertNull(scenario.clip().costDifference());
        assertNull(scenario.boundary().scratch());
        assertNull(scenario.boundary().contourDistance());
        assertEquals(1, scenario.boundary().notFinite());
        assertNotNull(scenario.boundary().dl4j());
        String json = JsonWriter.write(report);
        assertFalse(json.contains("NaN") || json.contains("Infinity"), json);
    }

    @Test
    void should_say_what_was_trained_and_on_what() {
        Report report = report(comparison(0.5, 0.5, 0));
        assertEquals(
                new Report.Data(
                        "points",
                        List.of("x1", "x2"),
                        new Report.Examples(2, TRAIN.sha256()),
                        null,
                        new Report.Points(List.of(0.0, 1.0), List.of(1.0, 0.0), List.of(0, 1)),
                        null,
                        2,
                        null),
                report.data());
        assertEquals(ExperimentTree.of(EXPERIMENT), report.scenarios().get(0).experiment());
        assertNull(report.scenarios().get(0).twins().scratch().accuracy().test());
    }

    @Test
    void should_say_how_the_data_was_prepared(@TempDir Path folder) throws IOException {
        Split named = new Split(TRAIN, Optional.empty(), new Preparation(List.of("no", "yes"), Optional.empty()));
        Report report = ReportBuilder.build(
                List.of(comparison(0.5, 0.5, 0)), List.of(evolution()), named.standardized(), Reports.PROVENANCE);
        assertEquals(
                new Prepared(List.of("no", "yes"), List.of(new Prepared.Scale(0.5, 0.5), new Prepared.Scale(0.5, 0.5))),
                report.data().prepared());
        Path file = Files.writeString(folder.resolve("report.json"), JsonWriter.write(report));
        assertEquals(report.data(), JsonReader.read(file).data());
    }

    @Test
    void should_disagree_where_the_ladder_does_and_name_quantity_and_entry() {
        Report report = report(comparison(0.5, 0.5, 3));
        assertEquals(Status.DISAGREE, report.verdict());
        assertEquals(
                new Report.Divergence(RungName.COST, Said.PENALTY.of(), Said.NAME.of("the penalty"), 1, 3.0, 1e-16),
                report.scenarios().get(0).firstDivergence());
        Report.Rung rung = report.scenarios().get(0).rungs().get(0);
        assertEquals(Status.DISAGREE, rung.status());
        assertEquals(20, rung.compared());
        assertEquals(3.0, rung.maxRelativeDifference());
        assertEquals(1e-16, rung.noiseFloor());
        assertEquals(Said.NAME.of("the penalty"), rung.where());
    }

    @Test
    void should_be_inconclusive_when_rungs_are_missing_or_nothing_was_compared() {
        Report missing = report(comparison(0.5, 0.5, 0));
        assertEquals(Status.INCONCLUSIVE, missing.verdict());
        assertEquals(Status.INCONCLUSIVE, report().verdict());
    }

    /** One rung of two quantities: the first agrees, the second has the given difference. */
    private static Report report(ScenarioComparison... comparisons) {
        List<Evolution> evolutions =
                Arrays.stream(comparisons).map(comparison -> evolution()).toList();
        return ReportBuilder.build(List.of(comparisons), evolutions, DATA, Reports.PROVENANCE);
    }

    /** One network draws a vertical line in the middle, the other one NaN. */
    private static Evolution evolution() {
        Plane plane = Plane.of(TRAIN);
        Accuracy half = new Accuracy(1, 2);
        Field line = Field.sample(plane.grid(5), (x, y) -> x > 0.5 ? 0.75 : 0.25);
        Field nothing = Field.sample(plane.grid(5), (x, y) -> Double.NaN);
        return new Evolution(
                plane,
                List.of(
                        new TrainingSnapshot(0, half, Optional.empty(), List.of(line)),
                        new TrainingSnapshot(1, half, Optional.empty(), List.of(line))),
                List.of(
                        new TrainingSnapshot(0, half, Optional.empty(), List.of(line)),
                        new TrainingSnapshot(1, half, Optional.empty(), List.of(nothing))),
                List.of(new TrainedLayer(1, new double[] {1, -2}, Math.sqrt(5), 2, OptionalDouble.empty())),
                List.of(new TrainedLayer(1, new double[] {1, Double.NaN}, Double.NaN, 2, OptionalDouble.of(0.5))),
                List.of(new Convention(Convention.Id.L2_GRADIENT, 0.25, Double.NaN, 0)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ScenarioComparison comparison(double scratchCost, double dl4jCost, double difference) {
        QuantityComparison entropy = new QuantityComparison(
                Said.CROSS_ENTROPY.of(), 10, 0, 0, 0, 1e-16, 0, Said.CROSS_ENTROPY.of(), 0, -1, Status.AGREE);
        QuantityComparison penalty = new QuantityComparison(
                Said.PENALTY.of(),
                10,
                0,
                difference,
                difference,
                1e-16,
                difference / 1e-16,
                Said.NAME.of("the penalty"),
                1,
                difference == 0 ? -1 : 1,
                difference == 0 ? Status.AGREE : Status.DISAGREE);
        Grid grid = Plane.of(TRAIN).grid(4);
        double[] answers = new double[grid.pointCount()];
        Arrays.setAll(answers, i -> i % 2);
        double[] scratchAnswers = answers.clone();
        if (Double.isNaN(scratchCost)) {
            scratchAnswers[3] = Double.NaN;
        }
        return new ScenarioComparison(
                EXPERIMENT,
                new Ladder(List.of(
                        new Rung(RungName.COST, List.of(entropy, penalty), Said.FLOOR_COST.of(), Phrase.NOTHING))),
                run(scratchCost),
                run(dl4jCost),
                new FreeRunCosts(List.of(
                        new FreeRunCosts.Point(0, 0, 1e-14, false),
                        new FreeRunCosts.Point(1, Math.abs(scratchCost - dl4jCost), 1e-14, false))),
                Optional.empty(),
                new Spread(List.of(new Spread.Point(0, scratchCost)), 1, true),
                Plane.of(TRAIN),
                Optional.of(BoundaryComparison.of(new Field(grid, scratchAnswers), new Field(grid, answers))),
                new ClipCost(scratchCost, 0));
    }

    private static TwinRun run(double lastCost) {
        return new TwinRun(
                List.of(new CostPoint(0, 0.7, 0), new CostPoint(1, lastCost, 0)),
                List.of(),
                new double[] {1, 2, 0},
                new double[0],
                new Accuracy(1, 2),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void should_picture_boundaries_weights_and_conventions() {
        Picture picture = report(comparison(0.5, 0.5, 0)).scenarios().get(0).picture();
        assertEquals(5, picture.plane().size());
        assertEquals(List.of(), picture.plane().fixed());
        assertEquals(
                List.of(0, 1),
                picture.snapshots().stream().map(Picture.Snapshot::iteration).toList());

        Picture.Snapshot equal = picture.snapshots().get(0);
        byte[] probabilities = Packing.unpack(equal.scratch().field(), 25);
        assertEquals(64, probabilities[0]);
        assertEquals((byte) 191, probabilities[4]);
        assertArrayEquals(new byte[25], Packing.unpack(equal.difference(), 25));
        assertEquals(1, equal.scratch().contour().size());
        assertEquals(1, equal.scratch().shape().pieces());

        Picture.Snapshot broken = picture.snapshots().get(1);
        assertEquals(25, broken.disagreements());
        assertEquals(List.of(), broken.dl4j().contour());
        assertNull(broken.dl4j().shape());
        assertEquals((byte) 255, Packing.unpack(broken.difference(), 25)[7]);

        Picture.Layer layer = picture.layers().get(0);
        assertEquals(2, layer.scratch().counts().stream().mapToInt(n -> n).sum());
        assertEquals(1, layer.scratch().counts().get(0));
        assertEquals(1, layer.dl4j().counts().stream().mapToInt(n -> n).sum());
        assertNull(layer.dl4j().norm());
        assertNull(layer.scratch().sparsity());
        assertEquals(0.5, layer.dl4j().sparsity());
        assertEquals(List.of(new Picture.Convention("l2-gradient", 0.25, null, 0)), picture.conventions());
    }
}
