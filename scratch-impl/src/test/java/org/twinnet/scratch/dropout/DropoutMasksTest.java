package org.twinnet.scratch.dropout;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.random.NumpyRandom;

class DropoutMasksTest {

    private static final List<Integer> HIDDEN = List.of(2, 3);
    private static final int M = 4;

    private static List<MaskedLayer> hidden(double keepProbability) {
        return MaskedLayer.hidden(HIDDEN, keepProbability);
    }

    @Test
    void should_need_no_masks_without_dropout() {
        DropoutMasks none = new DropoutMasks.None();
        assertEquals(List.of(), none.of(0));
        assertEquals(List.of(), none.of(7));
        assertEquals(List.of(), none.layers());
    }

    @Test
    void should_apply_given_masks_in_every_iteration() {
        List<Matrix> drawn = List.of(Matrix.ofRow(1, 0, 1), Matrix.ofRow(0, 1, 1));
        List<MaskedLayer> layers = List.of(new MaskedLayer(0, 1, 0.75), new MaskedLayer(2, 1, 0.5));
        DropoutMasks masks = new DropoutMasks.Given(layers, drawn);

        assertEquals(drawn, masks.of(0));
        assertEquals(drawn, masks.of(7));
        assertEquals(layers, masks.layers());
    }

    @Test
    void should_give_each_iteration_the_masks_that_somebody_drew_for_it() {
        List<MaskedLayer> layers = MaskedLayer.hidden(List.of(2), 0.75);
        List<Matrix> first = List.of(Matrix.of(new double[][] {{1, 0}, {0, 0}}));
        List<Matrix> others = List.of(Matrix.of(new double[][] {{1}, {1}}));
        DropoutMasks masks = new DropoutMasks.Listed(layers, iteration -> iteration == 0 ? first : others);
        assertEquals(first, masks.of(0));
        assertEquals(others, masks.of(7));
        assertEquals(layers, masks.layers());
        List<MaskedLayer> behind = List.of(new MaskedLayer(2, 2, 0.5), new MaskedLayer(1, 2, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new DropoutMasks.Listed(behind, iteration -> first));
    }

    @Test
    void should_give_units_and_examples_in_another_order_the_masks_that_were_theirs() {
        Matrix first = Matrix.of(new double[][] {{1, 0, 1}, {0, 0, 1}});
        Matrix second = Matrix.of(new double[][] {{1, 1, 0}});
        DropoutMasks masks = new DropoutMasks.Reordered(
                new DropoutMasks.Given(MaskedLayer.hidden(List.of(2, 1), 0.75), List.of(first, second)),
                new int[][] {{1, 0}, {0}},
                iteration -> new int[] {2, 0, 1});

        assertArrayEquals(
                new double[][] {{1, 0, 0}, {1, 1, 0}}, masks.of(3).get(0).toArray());
        assertArrayEquals(new double[][] {{0, 1, 1}}, masks.of(3).get(1).toArray());
        assertEquals(MaskedLayer.hidden(List.of(2, 1), 0.75), masks.layers());
    }

    @Test
    void should_follow_masks_that_are_drawn_anew_into_another_order_and_need_none_without_dropout() {
        int[][] units = {{1, 0}, {2, 0, 1}};
        int[] examples = {3, 1, 0, 2};
        DropoutMasks fresh = new DropoutMasks.Fresh(hidden(0.5), M, 1);
        DropoutMasks reordered =
                new DropoutMasks.Reordered(new DropoutMasks.Fresh(hidden(0.5), M, 1), units, iteration -> examples);

        for (int iteration = 0; iteration < 3; iteration++) {
            for (int l = 0; l < 2; l++) {
                for (int i = 0; i < units[l].length; i++) {
                    for (int j = 0; j < M; j++) {
                        assertEquals(
                                fresh.of(iteration).get(l).get(units[l][i], examples[j]),
                                reordered.of(iteration).get(l).get(i, j));
                    }
                }
            }
        }
        assertEquals(
                List.of(), new DropoutMasks.Reordered(new DropoutMasks.None(), units, iteration -> examples).of(0));
    }

    @Test
    void should_publish_the_masks_of_the_notebook_in_every_iteration() {
        // NumPy 2.4.6: np.random.seed(1); np.random.rand(2, 4) < 0.5; np.random.rand(3, 4) < 0.5
        double[][] first = {{1, 0, 1, 1}, {1, 1, 1, 1}};
        double[][] second = {{1, 0, 1, 0}, {1, 0, 1, 0}, {1, 0, 1, 1}};
        DropoutMasks masks = new DropoutMasks.Published(hidden(0.5), M, 1);

        for (int iteration : new int[] {0, 1, 2, 99, 1}) {
            assertEquals(2, masks.of(iteration).size());
            assertArrayEquals(first, masks.of(iteration).get(0).toArray());
            assertArrayEquals(second, masks.of(iteration).get(1).toArray());
        }
        assertEquals(hidden(0.5), masks.layers());
    }

    @Test
    void should_draw_fresh_masks_from_one_long_stream_of_numpy() {
        DropoutMasks masks = new DropoutMasks.Fresh(hidden(0.7), M, 5);
        NumpyRandom stream = new NumpyRandom(5);

        for (int iteration = 0; iteration < 6; iteration++) {
            double[][][] expected = next(stream, 0.7);
            assertArrayEquals(expected, copy(masks.of(iteration)), "iteration " + iteration);
            assertArrayEquals(expected, copy(masks.of(iteration)), "iteration " + iteration + ", asked again");
        }
        assertEquals(hidden(0.7), masks.layers());
    }

    @Test
    void should_begin_a_fresh_run_with_the_published_masks() {
        assertArrayEquals(
                copy(new DropoutMasks.Published(hidden(0.7), M, 5).of(0)),
                copy(new DropoutMasks.Fresh(hidden(0.7), M, 5).of(0)));
    }

    @Test
    void should_start_the_stream_over_when_an_earlier_iteration_is_asked_for() {
        DropoutMasks inOrder = new DropoutMasks.Fresh(hidden(0.7), M, 5);
        double[][][][] expected = new double[6][][][];
        for (int iteration = 0; iteration < 6; iteration++) {
            expected[iteration] = copy(inOrder.of(iteration));
        }
        assertFalse(Arrays.deepEquals(expected[2], expected[3]), "fresh masks differ from iteration to iteration");

        DropoutMasks masks = new DropoutMasks.Fresh(hidden(0.7), M, 5);
        for (int iteration : new int[] {3, 5, 4, 0, 1, 1, 5}) {
            assertArrayEquals(expected[iteration], copy(masks.of(iteration)), "iteration " + iteration);
        }
    }

    @Test
    void should_go_on_and_not_start_over_when_the_same_iteration_is_asked_for_again() {
        DropoutMasks masks = new DropoutMasks.Fresh(MaskedLayer.hidden(List.of(1000), 0.5), 1000, 5);
        masks.of(5);
        // starting over would draw 6 million numbers each time, about a minute in all; going on draws none
        long start = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            masks.of(5);
        }
        assertTrue(System.nanoTime() - start < 10_000_000_000L);
    }

    @Test
    void should_keep_a_unit_only_where_the_number_is_below_the_probability() {
        double u = new NumpyRandom(3).uniform();
        List<Integer> one = List.of(1);
        assertEquals(
                0,
                new DropoutMasks.Published(MaskedLayer.hidden(one, u), 1, 3)
                        .of(0)
                        .get(0)
                        .get(0, 0));
        assertEquals(
                1,
                new DropoutMasks.Published(MaskedLayer.hidden(one, Math.nextUp(u)), 1, 3)
                        .of(0)
                        .get(0)
                        .get(0, 0));
    }

    @Test
    void should_have_no_masks_in_a_network_without_hidden_layers() {
        assertEquals(List.of(), new DropoutMasks.Published(List.of(), M, 1).of(0));
        assertEquals(List.of(), new DropoutMasks.Fresh(List.of(), M, 1).of(3));
    }

    @Test
    void should_draw_the_inputs_first_and_nothing_for_a_layer_that_keeps_all() {
        // NumPy 2.4.6: np.random.seed(1); np.random.rand(2, 4) < 0.5; np.random.rand(3, 4) < 0.5
        double[][] first = {{1, 0, 1, 1}, {1, 1, 1, 1}};
        double[][] second = {{1, 0, 1, 0}, {1, 0, 1, 0}, {1, 0, 1, 1}};
        List<MaskedLayer> layers = List.of(new MaskedLayer(0, 2, 0.5), new MaskedLayer(2, 3, 0.5));
        for (DropoutMasks masks :
                List.of(new DropoutMasks.Published(layers, M, 1), new DropoutMasks.Fresh(layers, M, 1))) {
            assertArrayEquals(first, masks.of(0).get(0).toArray());
            assertArrayEquals(second, masks.of(0).get(1).toArray());
            assertEquals(layers, masks.layers());
        }
    }

    @Test
    void should_hold_each_layer_to_its_own_probability() {
        List<MaskedLayer> layers = List.of(new MaskedLayer(1, 2, 0.9), new MaskedLayer(2, 3, 0.2));
        List<Matrix> masks = new DropoutMasks.Published(layers, M, 1).of(0);
        NumpyRandom stream = new NumpyRandom(1);
        for (int l = 0; l < 2; l++) {
            for (double[] row : masks.get(l).toArray()) {
                for (double d : row) {
                    assertEquals(stream.uniform() < layers.get(l).keepProbability() ? 1 : 0, d);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void should_refuse_a_probability_outside_the_unit_interval(double keepProbability) {
        assertEquals(
                "Dropout needs a keep probability above 0 and at most 1, not " + keepProbability + ".",
                assertThrows(IllegalArgumentException.class, () -> new MaskedLayer(1, 2, keepProbability))
                        .getMessage());
    }

    @Test
    void should_refuse_layers_that_are_none_or_out_of_order_and_masks_that_are_missing() {
        assertThrows(IllegalArgumentException.class, () -> new MaskedLayer(-1, 2, 0.5));
        assertThrows(IllegalArgumentException.class, () -> new MaskedLayer(1, 0, 0.5));
        MaskedLayer one = new MaskedLayer(1, 2, 0.5);
        for (MaskedLayer behind : List.of(one, new MaskedLayer(0, 2, 0.5))) {
            assertThrows(IllegalArgumentException.class, () -> new DropoutMasks.Published(List.of(one, behind), M, 1));
            assertThrows(IllegalArgumentException.class, () -> new DropoutMasks.Fresh(List.of(one, behind), M, 1));
        }
        assertThrows(IllegalArgumentException.class, () -> new DropoutMasks.Given(List.of(one), List.of()));
    }

    @Test
    void should_accept_the_probabilities_next_to_the_limits() {
        assertDoesNotThrow(() -> new DropoutMasks.Published(hidden(Double.MIN_VALUE), M, 1));
        assertDoesNotThrow(() -> new DropoutMasks.Fresh(hidden(Math.nextDown(1.0)), M, 1));
    }

    @Test
    void should_refuse_a_seed_out_of_range_at_once() {
        assertThrows(IllegalArgumentException.class, () -> new DropoutMasks.Published(hidden(0.5), M, -1));
        assertThrows(IllegalArgumentException.class, () -> new DropoutMasks.Fresh(hidden(0.5), M, -1));
    }

    private static double[][][] next(NumpyRandom stream, double keepProbability) {
        double[][][] masks = new double[HIDDEN.size()][][];
        for (int l = 0; l < masks.length; l++) {
            masks[l] = new double[HIDDEN.get(l)][M];
            for (double[] row : masks[l]) {
                for (int j = 0; j < M; j++) {
                    row[j] = stream.uniform() < keepProbability ? 1 : 0;
                }
            }
        }
        return masks;
    }

    private static double[][][] copy(List<Matrix> masks) {
        return masks.stream().map(Matrix::toArray).toArray(double[][][]::new);
    }

    @Test
    void should_refuse_an_iteration_before_the_first() {
        DropoutMasks masks = new DropoutMasks.Fresh(MaskedLayer.hidden(List.of(2), 0.5), 3, 1);
        masks.of(0);
        assertEquals(
                "Iterations are counted from 0; there is no -1.",
                assertThrows(IllegalArgumentException.class, () -> masks.of(-1)).getMessage());
    }

    @Test
    void should_name_the_layers_that_are_out_of_order_and_count_the_masks() {
        List<MaskedLayer> layers = List.of(new MaskedLayer(2, 3, 0.5), new MaskedLayer(1, 3, 0.5));
        assertEquals(
                "Masks are drawn in ascending order of the layers, each once, and " + layers.get(1) + " stands behind "
                        + layers.get(0) + ".",
                assertThrows(IllegalArgumentException.class, () -> new DropoutMasks.Fresh(layers, 4, 1))
                        .getMessage());
        List<MaskedLayer> hidden = MaskedLayer.hidden(List.of(3, 2), 1);
        assertEquals(List.of(new MaskedLayer(1, 3, 1), new MaskedLayer(2, 2, 1)), hidden);
        assertEquals(
                "Dropout needs one mask for each of the 2 layers " + hidden + ", not 1.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new DropoutMasks.Given(hidden, List.of(Matrix.zeros(3, 1))))
                        .getMessage());
    }

    @Test
    void should_refuse_to_keep_nothing_and_more_than_everything() {
        for (double keep : new double[] {0, -1, Math.nextUp(1.0), Double.NaN}) {
            assertEquals(
                    "Dropout needs a keep probability above 0 and at most 1, not " + keep + ".",
                    assertThrows(IllegalArgumentException.class, () -> new MaskedLayer(1, 2, keep))
                            .getMessage());
        }
    }
}
