package org.twinnet.compare.agreement.floor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.theory.Rounding;
import org.twinnet.compare.theory.step.Chapters;
import org.twinnet.compare.theory.step.ForwardStep;
import org.twinnet.compare.theory.step.ParameterTensors;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Too low a floor cries wolf and too high a one hides mistakes, so each is held to its documented formula from both
 * sides.
 */
@DisplayName("The noise floor's formulas")
class NoiseFloorFormulasTest {

    private static final double U = 0x1p-53;

    /** Floors are sums of positive terms in double precision: two ways to add them up part by a few u. */
    private static final double SAME = 1e-12;

    /** The program bounds −ln(1 − x) by 1.003·x for small x. */
    private static final double SAME_THROUGH_THE_LOGARITHM = 1.001e-3;

    /** The first example is the origin, where every first pre-activation is 0 as long as the biases are. */
    private static final double[][] ROWS = {{0, 0}, {1, -0.5}, {-0.25, 2}, {0.75, 0.125}, {-1.5, -1}};

    private static final double[] LABELS = {1, 0, 1, 1, 0};
    private static final int M = ROWS.length;
    private static final Dataset DATA = Dataset.of("five", List.of("x1", "x2"), ROWS, LABELS);
    private static final int ITERATION = 2;

    static List<Experiment> experiments() {
        return List.of(
                Experiment.of(2, 1)
                        .named("logistic")
                        .with(new Masks(MaskKind.PUBLISHED, 9))
                        .with(new Initialization.ScaledGaussian(4))
                        .iterations(10),
                Experiment.of(2, 5, 3, 1)
                        .named("deep")
                        .with(new Optimizer.GradientDescent(0.7))
                        .with(new Masks(MaskKind.PUBLISHED, 9))
                        .with(new Initialization.ScaledGaussian(8))
                        .iterations(10),
                Experiment.of(2, 4, 1)
                        .named("l2")
                        .with(new Optimizer.GradientDescent(3))
                        .with(Penalty.l2(0.5))
                        .with(new Masks(MaskKind.PUBLISHED, 9))
                        .with(new Initialization.ScaledGaussian(5))
                        .iterations(10),
                Experiment.of(2, 6, 4, 1)
                        .named("both")
                        .with(new Optimizer.GradientDescent(0.2))
                        .with(Penalty.l2(2))
                        .keepProbability(0.6)
                        .with(new Masks(MaskKind.FRESH, 9))
                        .with(new Initialization.ScaledGaussian(7))
                        .iterations(10));
    }

    private static SchoolbookFloors schoolbook(Experiment experiment, Parameters parameters) {
        return new SchoolbookFloors(
                parameters,
                ScratchModels.config(experiment).newParameters(),
                ScratchModels.masks(experiment, M).of(ITERATION),
                experiment.layers().get(0).keepProb(),
                ScratchModels.features(ROWS).toArray());
    }

    private static NoiseFloor analysed(Experiment experiment, Parameters parameters) {
        NoiseFloor floor = new NoiseFloor(experiment, DATA);
        // what was analysed before leaves nothing behind
        floor.analyse(random(experiment, 3, 1).toVector(), 0);
        floor.analyse(parameters.toVector(), ITERATION);
        return floor;
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_be_twice_the_bound_of_one_program_in_the_forward_pass(Experiment experiment) {
        Parameters parameters = ScratchModels.initialParameters(experiment);
        SchoolbookFloors expected = schoolbook(experiment, parameters);
        NoiseFloor floor = analysed(experiment, parameters);

        for (int l = 1; l <= parameters.depth(); l++) {
            assertSame(twice(expected.zError[l]), floor.preActivations(l));
            assertSame(twice(expected.aError[l]), floor.activations(l));
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_carry_what_is_not_known_of_the_parameters_themselves(Experiment experiment) {
        Parameters parameters = random(experiment, 1, 1);
        Parameters uncertainties = random(experiment, 2, 1e-14);
        List<Matrix> masks = ScratchModels.masks(experiment, M).of(ITERATION);
        double[][] X = ScratchModels.features(ROWS).toArray();
        SchoolbookFloors expected = new SchoolbookFloors(
                parameters, uncertainties, masks, experiment.layers().get(0).keepProb(), X);
        Chapters chapters = Chapters.of(experiment);
        ParameterTensors tensors = ParameterTensors.zeros(chapters);
        tensors.readValues(parameters.toVector());
        ParameterTensors errors = ParameterTensors.zeros(chapters);
        errors.readValues(uncertainties.toVector());
        for (int k = 0; k < tensors.tensors().size(); k++) {
            for (int i = 0; i < tensors.tensors().get(k).rows(); i++) {
                double[] values = errors.tensors().get(k).values(i);
                System.arraycopy(values, 0, tensors.tensors().get(k).errors(i), 0, values.length);
            }
        }
        double[][][] D = new double[chapters.depth()][][];
        for (int l = 1; l <= masks.size(); l++) {
            D[l] = masks.get(l - 1).toArray();
        }
        ForwardStep forward = new ForwardStep(chapters, X, Rounding.FLOAT64);

        forward.run(tensors, D);

        for (int l = 1; l <= parameters.depth(); l++) {
            assertSame(twice(expected.zError[l]), forward.Z(l).floors());
            assertSame(twice(expected.aError[l]), forward.A(l).floors());
        }
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_add_up_the_errors_of_both_ways_to_the_cost(Experiment experiment) {
        Parameters parameters = ScratchModels.initialParameters(experiment);
        SchoolbookFloors expected = schoolbook(experiment, parameters);
        NoiseFloor floor = analysed(experiment, parameters);
        int weights = 0;
        double squares = 0;
        for (int l = 1; l <= parameters.depth(); l++) {
            for (double[] row : parameters.W(l).toArray()) {
                weights += row.length;
                squares += Arrays.stream(row).map(w -> w * w).sum();
            }
        }
        double penalty = experiment.penalty().l2() / (2 * M) * squares;
        double penaltyFloor = experiment.penalty().l2() == 0
                ? 0
                : 2 * SchoolbookFloors.gamma(weights + 6) * penalty + 2 * Double.MIN_NORMAL;

        double crossEntropyFloor = expected.crossEntropyFloor(LABELS);
        assertEquals(crossEntropyFloor, floor.crossEntropy(), SAME_THROUGH_THE_LOGARITHM * crossEntropyFloor);
        assertTrue(floor.crossEntropy() >= crossEntropyFloor * (1 - SAME), "a bound, not an estimate");
        assertEquals(penaltyFloor, floor.penalty(), SAME * penaltyFloor);
        double sum = 2 * U * (expected.crossEntropy(LABELS) + penalty);
        assertEquals(floor.crossEntropy() + floor.penalty() + sum, floor.cost(), SAME * floor.cost());
    }

    @ParameterizedTest
    @MethodSource("experiments")
    void should_bound_gradient_update_and_next_parameters(Experiment experiment) {
        Parameters parameters = ScratchModels.initialParameters(experiment);
        parameters.b(parameters.depth()).set(0, 0, 0.25);
        if (parameters.depth() > 1) {
            // rounding decides whether the first unit is active for the second example
            Matrix W = parameters.W(1);
            parameters.b(1).set(0, 0, -(W.get(0, 0) * ROWS[1][0] + W.get(0, 1) * ROWS[1][1]));
        }
        NoiseFloor floor = analysed(experiment, parameters);
        Parameters gradient = ScratchModels.config(experiment).newParameters();
        Parameters errors = ScratchModels.config(experiment).newParameters();
        schoolbook(experiment, parameters).backward(LABELS, gradient, errors);
        double[] theta = parameters.toVector();
        double[] updates = new double[theta.length];
        double[] next = new double[theta.length];
        floor.update(updates, next);

        double[] dV = gradient.toVector();
        double[] e = errors.toVector();
        double[] decay = weightsOnly(parameters);
        double alpha = experiment.optimizer().learningRate();
        double[] penalties = new double[theta.length];
        for (int i = 0; i < theta.length; i++) {
            double penalty = experiment.penalty().l2() / M * Math.abs(decay[i]);
            boolean penalized = decay[i] != 0 && experiment.penalty().l2() != 0;
            double ofPenalty = penalized ? SchoolbookFloors.gamma(4) * penalty + Double.MIN_NORMAL : 0;
            penalties[i] = 2 * ofPenalty;
            double whole = dV[i] + experiment.penalty().l2() / M * decay[i];
            double sum = e[i] + ofPenalty + (penalized ? U * (Math.abs(dV[i]) + penalty) : 0);
            double update = alpha * (1 + 2 * U) * sum + U * alpha * Math.abs(whole) + 2 * Double.MIN_NORMAL;
            assertEquals(2 * e[i], floor.dataGradient()[i], SAME * 2 * e[i]);
            assertEquals(2 * update, updates[i], SAME * 2 * update);
            double landing = 2 * (update + U * (Math.abs(theta[i]) + alpha * Math.abs(whole)));
            assertEquals(landing, next[i], SAME * landing);
        }
        assertSame(penalties, floor.penaltyGradient());
    }

    @Test
    void should_take_the_logarithm_itself_where_an_output_is_nearly_saturated_on_the_wrong_side() {
        // z = 32: 1 − a is 1.27e-14 and the probability's error a hundredth of it
        Experiment experiment = experiments().get(0);
        Parameters parameters = ScratchModels.config(experiment).newParameters();
        parameters.b(1).set(0, 0, 32);
        SchoolbookFloors expected = schoolbook(experiment, parameters);

        double floor = expected.crossEntropyFloor(LABELS);

        assertEquals(floor, analysed(experiment, parameters).crossEntropy(), 1e-9 * floor);
        assertTrue(floor > 0.01, "measured 0.019: " + floor);
    }

    @Test
    void should_be_infinite_where_an_output_is_saturated_on_the_wrong_side() {
        Experiment experiment = experiments().get(0);
        Parameters parameters = ScratchModels.config(experiment).newParameters();
        parameters.b(1).set(0, 0, 40);

        assertEquals(Double.POSITIVE_INFINITY, analysed(experiment, parameters).crossEntropy());
    }

    @Test
    void should_be_that_of_a_plain_pass_without_masks() {
        Experiment experiment = experiments().get(3);
        Parameters parameters = ScratchModels.initialParameters(experiment);
        Chapters chapters = Chapters.of(experiment);
        ParameterTensors tensors = ParameterTensors.exact(chapters);
        tensors.readValues(parameters.toVector());
        ForwardStep forward =
                new ForwardStep(chapters, ScratchModels.features(ROWS).toArray(), Rounding.FLOAT64);

        forward.run(tensors, ForwardStep.NO_MASKS);

        SchoolbookFloors expected = new SchoolbookFloors(
                parameters,
                ScratchModels.config(experiment).newParameters(),
                List.of(),
                1,
                ScratchModels.features(ROWS).toArray());
        assertSame(twice(expected.aError[3]), forward.A(3).floors());
    }

    private static Parameters random(Experiment experiment, long seed, double scale) {
        Parameters parameters = ScratchModels.config(experiment).newParameters();
        Random random = new Random(seed);
        parameters.readFrom(random.doubles(parameters.toVector().length)
                .map(value -> scale * value)
                .toArray());
        return parameters;
    }

    private static double[] weightsOnly(Parameters parameters) {
        double[] weights = parameters.toVector();
        int at = 0;
        for (int l = 1; l <= parameters.depth(); l++) {
            at += parameters.W(l).rows() * parameters.W(l).columns();
            Arrays.fill(weights, at, at + parameters.b(l).rows(), 0);
            at += parameters.b(l).rows();
        }
        return weights;
    }

    private static double[] twice(double[][] bounds) {
        return Arrays.stream(flat(bounds)).map(bound -> 2 * bound).toArray();
    }

    private static double[] flat(double[][] rows) {
        return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
    }

    private static void assertSame(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], SAME * expected[i], "entry " + i);
        }
    }
}
