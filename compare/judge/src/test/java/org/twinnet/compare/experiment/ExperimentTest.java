package org.twinnet.compare.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Initialization;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.choice.Optimizer;
import org.twinnet.compare.experiment.choice.Penalty;

class ExperimentTest {

    private static Experiment with(List<Integer> sizes, double rate, int iterations, double lambda, double keep) {
        return Experiment.of(sizes)
                .named("test")
                .with(new Optimizer.GradientDescent(rate))
                .with(Penalty.l2(lambda))
                .keepProbability(keep)
                .iterations(iterations);
    }

    private static Experiment seeded(long weightSeed, long maskSeed) {
        return Experiment.of(2, 1)
                .named("test")
                .with(new Masks(MaskKind.FRESH, maskSeed))
                .with(new Initialization.ScaledGaussian(weightSeed))
                .iterations(1);
    }

    static Stream<Arguments> refused() {
        List<Integer> sizes = List.of(2, 3, 1);
        String twoLayers = "the inputs and at least one layer";
        String whole = "a whole number from 1 to ";
        String rate = "a number above 0";
        String lambda = "a number of 0 or more";
        String keep = "a number above 0 and at most 1";
        String seed = "a whole number from 0 to 4294967295";
        return Stream.of(
                refusal(() -> with(List.of(2), 1, 1, 0, 1), "layers are [2]", twoLayers),
                refusal(() -> with(List.of(), 1, 1, 0, 1), "layers are []", twoLayers),
                refusal(() -> with(List.of(0, 1), 1, 1, 0, 1), "layers are [0, 1]", twoLayers),
                refusal(() -> with(List.of(2, 0, 1), 1, 1, 0, 1), "units is 0", whole + 100_000),
                refusal(
                        () -> Experiment.of(2, 1).with(new Activation.Softmax()),
                        "layers[0].units is 1 with a softmax",
                        "2 or more, one a class, or a sigmoid output"),
                refusal(
                        () -> Experiment.of(2, 3).with(new Loss.BinaryCrossEntropy()),
                        "loss is binary-cross-entropy with the output softmax",
                        "softmax-cross-entropy, mean-squared-error, quadratic"),
                refusal(
                        () -> Experiment.of(2, 1)
                                .with(new Activation.Identity())
                                .with(new Loss.SoftmaxCrossEntropy()),
                        "loss is softmax-cross-entropy with the output identity",
                        "mean-squared-error, quadratic"),
                refusal(
                        () -> Experiment.of(2, 1)
                                .with(List.of(
                                        new Layer(3, new Activation.Softmax(), 1),
                                        new Layer(1, new Activation.Sigmoid(), 1))),
                        "layers[0].activation is softmax",
                        "a softmax as the output only"),
                refusal(() -> with(sizes, 0, 1, 0, 1), "learning_rate is 0.0", rate),
                refusal(() -> with(sizes, Double.NaN, 1, 0, 1), "learning_rate is NaN", rate),
                refusal(() -> with(sizes, Double.POSITIVE_INFINITY, 1, 0, 1), "learning_rate is Infinity", rate),
                refusal(() -> with(sizes, 1, 0, 0, 1), "iterations is 0", whole + 1_000_000_000),
                refusal(() -> with(sizes, 1, 1, -0.1, 1), "l2 is -0.1", lambda),
                refusal(() -> with(sizes, 1, 1, Double.NaN, 1), "l2 is NaN", lambda),
                refusal(() -> with(sizes, 1, 1, Double.POSITIVE_INFINITY, 1), "l2 is Infinity", lambda),
                refusal(() -> with(sizes, 1, 1, 0, 0), "keep_prob is 0.0", keep),
                refusal(() -> with(sizes, 1, 1, 0, Math.nextUp(1.0)), "keep_prob is 1.00", keep),
                refusal(() -> with(sizes, 1, 1, 0, Double.NaN), "keep_prob is NaN", keep),
                refusal(() -> Experiment.of(2, 1).inputKeepProbability(0), "input_keep_prob is 0.0", keep),
                refusal(() -> Experiment.of(2, 1).inputKeepProbability(2), "input_keep_prob is 2.0", keep),
                refusal(() -> seeded(-1, 1), "seed is -1", seed),
                refusal(() -> seeded(1L << 32, 1), "seed is 4294967296", seed),
                refusal(() -> seeded(1, -1), "seed is -1", seed),
                refusal(() -> seeded(1, 1L << 32), "seed is 4294967296", seed));
    }

    private static Arguments refusal(Executable making, String value, String allowed) {
        return Arguments.of(making, value, allowed);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void should_say_what_is_wrong_and_what_is_allowed(Executable making, String value, String allowed) {
        String message = assertThrows(IllegalArgumentException.class, making).getMessage();
        assertTrue(message.startsWith(value), message);
        assertTrue(message.endsWith("; allowed: " + allowed), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void should_accept_the_edges_of_every_range() {
        assertEquals(
                new Initialization.ScaledGaussian(4_294_967_295L),
                seeded(4_294_967_295L, 0).initialization());
        assertEquals(4_294_967_295L, seeded(0, 4_294_967_295L).masks().seed());
        assertEquals(
                1, with(List.of(1, 1), Double.MIN_VALUE, 1, 0, Double.MIN_VALUE).iterations());
    }

    @Test
    void should_drop_units_only_below_probability_one_and_where_a_layer_is_hidden() {
        assertTrue(with(List.of(2, 3, 1), 1, 1, 0, Math.nextDown(1.0)).hasDropout());
        assertFalse(with(List.of(2, 3, 1), 1, 1, 0, 1).hasDropout());
        assertFalse(with(List.of(2, 1), 1, 1, 0, 0.5).hasDropout());
        assertTrue(Experiment.of(2, 1).inputKeepProbability(0.5).hasDropout());
    }

    @Test
    void should_keep_what_each_layer_gets_with_a_probability_of_its_own() {
        Activation relu = new Activation.Relu();
        Experiment own = Experiment.of(2, 1)
                .with(List.of(
                        new Layer(3, relu, 0.9), new Layer(4, relu, 1), new Layer(1, new Activation.Sigmoid(), 1)))
                .inputKeepProbability(0.8);
        assertEquals(List.of(0.8, 0.9, 1.0), own.keepProbabilities());
        assertEquals(List.of(0.8, 0.7, 0.7), own.keepProbability(0.7).keepProbabilities());
        assertEquals(List.of(1.0, 1.0, 1.0), own.withoutDropout().keepProbabilities());
    }

    @Test
    void should_keep_its_own_copy_of_the_layer_sizes() {
        List<Integer> sizes = new ArrayList<>(List.of(2, 1));
        Experiment experiment = with(sizes, 1, 1, 0, 1);
        sizes.set(1, 7);
        assertEquals(List.of(2, 1), experiment.layerSizes());
    }

    @Test
    void should_read_as_a_sentence_and_leave_the_rest_as_published() {
        Experiment experiment = Experiment.of(2, 20, 3, 1).with(Penalty.l2(0.7)).iterations(100);
        assertEquals(Scenario.L2.of(Experiment.published(2)).named("custom").iterations(100), experiment);
    }
}
