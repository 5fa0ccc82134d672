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

class ExperimentTest {

    private static Experiment with(List<Integer> sizes, double rate, int iterations, double lambda, double keep) {
        return new Experiment("test", sizes, rate, iterations, lambda, keep, MaskKind.PUBLISHED, 3, 1);
    }

    private static Experiment seeded(long weightSeed, long maskSeed) {
        return new Experiment("test", List.of(2, 1), 0.3, 1, 0, 1, MaskKind.FRESH, weightSeed, maskSeed);
    }

    static Stream<Arguments> refused() {
        List<Integer> sizes = List.of(2, 3, 1);
        String twoLayers = "the inputs and at least one layer, each of 1 unit or more";
        String rate = "a number above 0";
        String lambda = "a number of 0 or more";
        String keep = "a number above 0 and at most 1";
        return Stream.of(
                refusal(() -> with(List.of(2), 1, 1, 0, 1), "layer sizes is [2]", twoLayers),
                refusal(() -> with(List.of(), 1, 1, 0, 1), "layer sizes is []", twoLayers),
                refusal(() -> with(List.of(2, 0, 1), 1, 1, 0, 1), "layer sizes is [2, 0, 1]", twoLayers),
                refusal(
                        () -> with(List.of(2, 3), 1, 1, 0, 1),
                        "layer sizes is [2, 3]",
                        "a last layer of 1 unit, the sigmoid output"),
                refusal(() -> with(sizes, 0, 1, 0, 1), "learning rate is 0.0", rate),
                refusal(() -> with(sizes, Double.NaN, 1, 0, 1), "learning rate is NaN", rate),
                refusal(() -> with(sizes, Double.POSITIVE_INFINITY, 1, 0, 1), "learning rate is Infinity", rate),
                refusal(() -> with(sizes, 1, 0, 0, 1), "iterations is 0", "1 or more"),
                refusal(() -> with(sizes, 1, 1, -0.1, 1), "lambda is -0.1", lambda),
                refusal(() -> with(sizes, 1, 1, Double.NaN, 1), "lambda is NaN", lambda),
                refusal(() -> with(sizes, 1, 1, Double.POSITIVE_INFINITY, 1), "lambda is Infinity", lambda),
                refusal(() -> with(sizes, 1, 1, 0, 0), "keep probability is 0.0", keep),
                refusal(() -> with(sizes, 1, 1, 0, Math.nextUp(1.0)), "keep probability is 1.00", keep),
                refusal(() -> with(sizes, 1, 1, 0, Double.NaN), "keep probability is NaN", keep),
                refusal(() -> seeded(-1, 1), "weight seed is -1", "0 to 4294967295"),
                refusal(() -> seeded(1L << 32, 1), "weight seed is 4294967296", "0 to 4294967295"),
                refusal(() -> seeded(1, -1), "mask seed is -1", "0 to 4294967295"),
                refusal(() -> seeded(1, 1L << 32), "mask seed is 4294967296", "0 to 4294967295"));
    }

    private static Arguments refusal(Executable making, String value, String allowed) {
        return Arguments.of(making, value, allowed);
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("refused")
    void should_say_what_is_wrong_and_what_is_allowed(Executable making, String value, String allowed) {
        String message = assertThrows(IllegalArgumentException.class, making).getMessage();
        assertTrue(message.startsWith(value), message);
        assertTrue(message.endsWith("; allowed: " + allowed + "."), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void should_accept_the_edges_of_every_range() {
        assertEquals(4_294_967_295L, seeded(4_294_967_295L, 0).weightSeed());
        assertEquals(4_294_967_295L, seeded(0, 4_294_967_295L).maskSeed());
        assertEquals(
                1, with(List.of(1, 1), Double.MIN_VALUE, 1, 0, Double.MIN_VALUE).iterations());
    }

    @Test
    void should_drop_units_only_below_probability_one_and_where_a_layer_is_hidden() {
        assertTrue(with(List.of(2, 3, 1), 1, 1, 0, Math.nextDown(1.0)).hasDropout());
        assertFalse(with(List.of(2, 3, 1), 1, 1, 0, 1).hasDropout());
        assertFalse(with(List.of(2, 1), 1, 1, 0, 0.5).hasDropout());
    }

    @Test
    void should_keep_its_own_copy_of_the_layer_sizes() {
        List<Integer> sizes = new ArrayList<>(List.of(2, 1));
        Experiment experiment = with(sizes, 1, 1, 0, 1);
        sizes.set(1, 7);
        assertEquals(List.of(2, 1), experiment.layerSizes());
    }

    @Test
    void should_put_the_inputs_before_the_layers() {
        assertEquals(List.of(2, 20, 3, 1), Experiment.layerSizes(2, Experiment.PUBLISHED_LAYERS));
    }
}
