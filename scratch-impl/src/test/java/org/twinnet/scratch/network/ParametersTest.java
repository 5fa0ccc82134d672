package org.twinnet.scratch.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private static final NetworkConfig CONFIG = new NetworkConfig(List.of(2, 3, 1));
    private static final double[] VECTOR =
            IntStream.rangeClosed(1, 13).asDoubleStream().toArray();

    @Test
    void should_begin_with_zeros_of_the_shapes_of_the_layers() {
        Parameters zeros = Parameters.zeros(CONFIG);

        assertEquals(2, zeros.depth());
        assertArrayEquals(new double[3][2], zeros.W(1).toArray());
        assertArrayEquals(new double[3][1], zeros.b(1).toArray());
        assertArrayEquals(new double[1][3], zeros.W(2).toArray());
        assertArrayEquals(new double[1][1], zeros.b(2).toArray());
    }

    @Test
    void should_order_the_vector_by_layer_then_weights_row_by_row_then_biases() {
        Parameters parameters = Parameters.zeros(CONFIG);

        parameters.readFrom(VECTOR);

        assertArrayEquals(
                new double[][] {{1, 2}, {3, 4}, {5, 6}}, parameters.W(1).toArray());
        assertArrayEquals(new double[][] {{7}, {8}, {9}}, parameters.b(1).toArray());
        assertArrayEquals(new double[][] {{10, 11, 12}}, parameters.W(2).toArray());
        assertArrayEquals(new double[][] {{13}}, parameters.b(2).toArray());
        assertArrayEquals(VECTOR, parameters.toVector());
        double[] written = new double[13];
        parameters.writeTo(written);
        assertArrayEquals(VECTOR, written);
    }

    @Test
    void should_give_its_matrices_live_and_its_vector_as_a_copy() {
        Parameters parameters = Parameters.zeros(CONFIG);
        parameters.W(2).set(0, 1, 5);
        parameters.b(1).set(2, 0, 6);
        double[] vector = parameters.toVector();
        vector[0] = 99;

        assertSame(parameters.W(2), parameters.W(2));
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 0, 0, 0, 6, 0, 5, 0, 0}, parameters.toVector());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 12, 14})
    void should_refuse_a_vector_of_another_length_and_stay_as_it_was(int length) {
        Parameters parameters = Parameters.zeros(CONFIG);
        parameters.readFrom(VECTOR);
        double[] vector = new double[length];
        String message = "The parameter vector has " + length + " numbers, the network has 13.";

        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> parameters.readFrom(vector))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> parameters.writeTo(vector))
                        .getMessage());
        assertArrayEquals(VECTOR, parameters.toVector());
        assertArrayEquals(new double[length], vector);
    }
}
