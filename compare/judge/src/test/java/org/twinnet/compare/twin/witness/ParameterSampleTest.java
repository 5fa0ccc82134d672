package org.twinnet.compare.twin.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;

class ParameterSampleTest {

    /** W¹ 5 × 2, b¹ 5, W² 4 × 5, b² 4, W³ 1 × 4, b³ 1: 44 parameters in six tensors. */
    private static final ParameterIndex INDEX = ParameterIndex.of(Experiment.of(2, 5, 4, 1));

    private static final double[] GRADIENT =
            IntStream.range(0, 44).mapToDouble(i -> Math.sin(7 * i)).toArray();

    @Test
    void should_take_all_where_all_can_be_afforded() {
        int[] all = IntStream.range(0, 44).toArray();
        assertArrayEquals(all, ParameterSample.choose(INDEX, 44, GRADIENT));
        assertArrayEquals(all, ParameterSample.choose(INDEX, Integer.MAX_VALUE, GRADIENT));
    }

    @ParameterizedTest
    @ValueSource(ints = {6, 7, 13, 30, 43})
    void should_take_as_many_as_can_be_afforded_the_largest_gradient_of_each_tensor_among_them(int affordable) {
        int[] chosen = ParameterSample.choose(INDEX, affordable, GRADIENT);

        assertEquals(affordable, Arrays.stream(chosen).distinct().count());
        assertEquals(affordable, chosen.length);
        for (ParameterIndex.Slice tensor : INDEX.tensors()) {
            int largest = IntStream.range(tensor.offset(), tensor.offset() + tensor.length())
                    .reduce((a, b) -> Math.abs(GRADIENT[a]) >= Math.abs(GRADIENT[b]) ? a : b)
                    .getAsInt();
            assertTrue(Arrays.stream(chosen).anyMatch(i -> i == largest), tensor.toString());
        }
    }

    @Test
    void should_take_none_where_a_tensor_would_be_left_out() {
        assertEquals(0, ParameterSample.choose(INDEX, 5, GRADIENT).length);
    }

    @Test
    void should_draw_the_same_again() {
        assertArrayEquals(ParameterSample.choose(INDEX, 20, GRADIENT), ParameterSample.choose(INDEX, 20, GRADIENT));
    }

    @Test
    void should_not_mind_gradients_that_are_no_numbers() {
        double[] broken = new double[44];
        Arrays.fill(broken, Double.NaN);
        assertEquals(20, ParameterSample.choose(INDEX, 20, broken).length);
    }
}
