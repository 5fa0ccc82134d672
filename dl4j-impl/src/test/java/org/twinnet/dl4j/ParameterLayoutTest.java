package org.twinnet.dl4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParameterLayoutTest {
    private final ParameterLayout layout = new ParameterLayout(List.of(2, 20, 3, 1));

    @Test
    void should_count_weights_and_biases_of_every_layer() {
        assertEquals(2 * 20 + 20 + 20 * 3 + 3 + 3 + 1, layout.length());
        assertEquals(3, layout.layers());
    }

    @Test
    void should_name_entries_row_by_row_with_the_bias_after_the_weights() {
        assertEquals("layer 1 W[0,0]", layout.name(0));
        assertEquals("layer 1 W[0,1]", layout.name(1));
        assertEquals("layer 1 W[19,1]", layout.name(39));
        assertEquals("layer 1 b[0]", layout.name(40));
        assertEquals("layer 2 W[2,19]", layout.name(119));
        assertEquals("layer 2 b[2]", layout.name(122));
        assertEquals("layer 3 b[0]", layout.name(126));
    }

    /** Layer 1 is a dense layer, a normalization and an activation of DL4J's: W, b, γ, β, mean, variance. */
    @Test
    void should_leave_running_statistics_out_of_the_parameters() {
        ParameterLayout normalized = new ParameterLayout(List.of(2, 2, 3, 1), List.of(true, false, true));
        assertEquals(4 + 2 + 4 + 6 + 3 + 3 + 1 + 2, normalized.length());
        assertEquals("layer 1 b[1]", normalized.name(5));
        assertEquals("layer 1 gamma[0]", normalized.name(6));
        assertEquals("layer 1 beta[1]", normalized.name(9));
        assertEquals("layer 2 W[0,0]", normalized.name(10));
        assertEquals("layer 3 beta[0]", normalized.name(24));
        assertEquals(6, normalized.gammaStart(1));
        assertEquals(
                List.of(0, 3, 4),
                IntStream.of(1, 2, 3).map(normalized::denseIndex).boxed().toList());
        assertEquals(
                List.of(2, 3, 6),
                IntStream.of(1, 2, 3).map(normalized::lastIndex).boxed().toList());
        assertArrayEquals(
                IntStream.concat(IntStream.range(0, 10), IntStream.range(14, 29))
                        .toArray(),
                normalized.places());
        assertArrayEquals(new int[] {10, 11, 12, 13, 29, 30}, normalized.statisticsPlaces());
        var few = assertThrows(
                IllegalArgumentException.class, () -> new ParameterLayout(List.of(2, 1), List.of(true, true)));
        assertEquals("Layer sizes [2, 1] have 1 layers, and there are 2 normalizations for them.", few.getMessage());
    }

    @Test
    void should_refuse_entries_that_do_not_exist() {
        assertThrows(IndexOutOfBoundsException.class, () -> layout.name(-1));
        var e = assertThrows(IndexOutOfBoundsException.class, () -> layout.name(127));
        assertEquals("Parameter 127 of layer sizes [2, 20, 3, 1]: allowed are 0 to 126.", e.getMessage());
    }

    @Test
    void should_refuse_sizes_that_make_no_network() {
        var none = assertThrows(IllegalArgumentException.class, () -> new ParameterLayout(List.of(2)));
        assertEquals(
                "Layer sizes [2]: a network has at least two, the number of inputs and the units of one layer,"
                        + " such as [2, 1].",
                none.getMessage());
        var zero = assertThrows(IllegalArgumentException.class, () -> new ParameterLayout(List.of(2, 0, 1)));
        assertEquals("Layer sizes [2, 0, 1]: entry 1 is 0; allowed are sizes from 1.", zero.getMessage());
        var huge =
                assertThrows(IllegalArgumentException.class, () -> new ParameterLayout(List.of(100_000, 100_000, 1)));
        assertEquals(
                "Layer sizes [100000, 100000, 1]: more than 2147483647 parameters don't fit in one vector;"
                        + " make the layers smaller.",
                huge.getMessage());
    }
}
