package org.twinnet.compare.agreement.prediction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.agreement.AlteredTwin;
import org.twinnet.compare.agreement.floor.SchoolbookFloors;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Rung;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.compare.twin.scratch.ScratchTwin;
import org.twinnet.data.Dataset;

/** Both twins are the same network here; what they predict is put into their mouths. */
@DisplayName("Predictions")
class PredictionRungsTest {

    /** Wide, so that the floor of a probability is hundreds of units in its last place. */
    private static final Experiment EXPERIMENT = Experiment.of(2, 1000, 1)
            .named("predictions")
            .with(new Masks(MaskKind.PUBLISHED, 9))
            .with(new Initialization.ScaledGaussian(4))
            .iterations(10);

    private static final Dataset DATA = Dataset.of(
            "three", List.of("x1", "x2"), new double[][] {{0.5, -1}, {2, 0.25}, {-1, 1}}, new double[] {1, 0, 1});

    /** More points than are looked at in one go. */
    private static final double[][] POINTS = new Random(3)
            .doubles(2500)
            .mapToObj(x -> new double[] {2 * x - 1, x * x})
            .toArray(double[][]::new);

    /** Twice the bound of one program. */
    private static double[] floor(double[][] rows) {
        SchoolbookFloors bounds = new SchoolbookFloors(
                ScratchModels.initialParameters(EXPERIMENT),
                ScratchModels.config(EXPERIMENT).newParameters(),
                List.of(),
                1,
                ScratchModels.features(rows).toArray());
        return Arrays.stream(bounds.aError[2][0]).map(bound -> 2 * bound).toArray();
    }

    private static PredictionRungs rungs(UnaryOperator<double[]> leader, UnaryOperator<double[]> follower) {
        return new PredictionRungs(
                EXPERIMENT,
                new AlteredTwin(new ScratchTwin(EXPERIMENT, DATA), leader),
                new AlteredTwin(new ScratchTwin(EXPERIMENT, DATA), follower));
    }

    private static UnaryOperator<double[]> replaced(int index, double value) {
        return predictions -> {
            predictions[index] = value;
            return predictions;
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 999, 1000, 1999, 2000, 2499})
    void should_agree_up_to_the_floor_of_a_forward_pass(int point) {
        double floor = floor(POINTS)[point];
        for (double multiple : new double[] {0.99, 1.01}) {
            Rung rung = rungs(UnaryOperator.identity(), predictions -> {
                        predictions[point] += multiple * floor;
                        return predictions;
                    })
                    .boundary(POINTS, List.of(0, 1));

            QuantityComparison probabilities = rung.quantities().get(0);
            assertEquals(2500, probabilities.compared());
            assertEquals(multiple < 1 ? Status.AGREE : Status.DISAGREE, probabilities.status());
            assertEquals(multiple, probabilities.multiple(), 5e-3, "the sum rounds to the next double");
        }
    }

    @Test
    void should_count_a_label_as_different_only_where_the_probability_is_farther_from_one_half_than_the_floor() {
        double floor = floor(DATA.featureRows())[1];

        assertEquals(Status.AGREE, labels(0.5 + 0.9 * floor, 0.5 - 0.05 * floor));
        assertEquals(Status.AGREE, labels(0.5 - 0.9 * floor, 0.5 + 0.05 * floor));
        assertEquals(Status.DISAGREE, labels(0.5 + 1.1 * floor, 0.5 - 0.05 * floor));
        assertEquals(Status.DISAGREE, labels(0.5 - 1.1 * floor, 0.5 + 0.05 * floor));
        assertEquals(Status.AGREE, labels(0.9, 0.6), "another probability, the same label");
    }

    @Test
    void should_label_exactly_one_half_as_0() {
        assertEquals(Status.AGREE, labels(0.1, 0.5));
        assertEquals(Status.DISAGREE, labels(0.9, 0.5));
    }

    @Test
    void should_have_no_label_where_the_probability_is_no_number() {
        assertEquals(Status.DISAGREE, labels(Double.NaN, Double.NaN));
        assertEquals(Status.DISAGREE, labels(0.1, Double.NaN));
    }

    /** The status of the labels when the two twins predict these for the second example. */
    private static Status labels(double leader, double follower) {
        return rungs(replaced(1, leader), replaced(1, follower))
                .predictions(List.of(new PredictionRungs.NamedExamples(Said.TRAIN.of(), DATA)))
                .quantities()
                .get(1)
                .status();
    }

    @Test
    void should_name_the_example_or_the_point_that_differs() {
        PredictionRungs rungs = rungs(UnaryOperator.identity(), replaced(1, 0.987));

        Rung predictions = rungs.predictions(List.of(
                new PredictionRungs.NamedExamples(Said.TRAIN.of(), DATA),
                new PredictionRungs.NamedExamples(Said.TEST.of(), DATA)));
        assertEquals(
                List.of(
                        "probability on train examples",
                        "label on train examples",
                        "probability on test examples",
                        "label on test examples"),
                predictions.quantities().stream()
                        .map(quantity -> quantity.quantity().english())
                        .toList());
        assertEquals("test example 1", predictions.quantities().get(2).where().english());
        assertEquals(
                "point (2.000, 0.2500)",
                rungs.boundary(DATA.featureRows(), List.of(0, 1))
                        .quantities()
                        .get(0)
                        .where()
                        .english());
    }
}
