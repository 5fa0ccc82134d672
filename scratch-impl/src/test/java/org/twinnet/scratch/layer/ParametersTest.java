package org.twinnet.scratch.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;
import org.twinnet.scratch.network.NetworkConfig;

class ParametersTest {

    private static final NetworkConfig CONFIG = new NetworkConfig(List.of(2, 3, 1));
    private static final double[] VECTOR =
            IntStream.rangeClosed(1, 13).asDoubleStream().toArray();

    @Test
    void should_begin_with_zeros_of_the_shapes_of_the_layers() {
        Parameters zeros = CONFIG.newParameters();

        assertEquals(2, zeros.depth());
        assertArrayEquals(new double[3][2], zeros.W(1).toArray());
        assertArrayEquals(new double[3][1], zeros.b(1).toArray());
        assertArrayEquals(new double[1][3], zeros.W(2).toArray());
        assertArrayEquals(new double[1][1], zeros.b(2).toArray());
    }

    @Test
    void should_order_the_vector_by_layer_then_weights_row_by_row_then_biases() {
        Parameters parameters = CONFIG.newParameters();

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
        Parameters parameters = CONFIG.newParameters();
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
        Parameters parameters = CONFIG.newParameters();
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

    @Test
    void should_name_its_tensors_in_the_order_of_the_vector() {
        assertEquals(
                List.of("W1", "b1", "W2", "b2"),
                CONFIG.newParameters().tensors().stream().map(NamedTensor::name).toList());
        assertEquals(13, CONFIG.newParameters().size());
    }

    @Test
    void should_make_zeros_of_the_same_tensors_without_touching_these() {
        Parameters parameters = CONFIG.newParameters();
        parameters.readFrom(VECTOR);

        Parameters zeros = parameters.zeros();

        assertEquals(
                List.of("W1", "b1", "W2", "b2"),
                zeros.tensors().stream().map(NamedTensor::name).toList());
        assertArrayEquals(new double[13], zeros.toVector());
        assertArrayEquals(new double[3][2], zeros.W(1).toArray());
        assertArrayEquals(VECTOR, parameters.toVector());
    }

    @Test
    void should_subtract_an_update_from_every_number() {
        Parameters parameters = CONFIG.newParameters();
        Parameters update = CONFIG.newParameters();
        parameters.readFrom(VECTOR);
        update.readFrom(IntStream.range(0, 13).mapToDouble(i -> i * i).toArray());
        double[] before = update.toVector();

        parameters.subtract(update);

        for (int i = 0; i < 13; i++) {
            assertEquals(VECTOR[i] - i * i, parameters.toVector()[i]);
        }
        assertArrayEquals(before, update.toVector());
    }

    @Test
    void should_refuse_tensors_of_other_shapes_or_names() {
        Parameters parameters = CONFIG.newParameters();
        Parameters wider = new NetworkConfig(List.of(2, 3, 3, 1)).newParameters();
        Parameters other = new NetworkConfig(List.of(4, 3, 1)).newParameters();
        Parameters taller = new NetworkConfig(List.of(2, 4, 1)).newParameters();
        assertEquals(
                "θ = θ - update: update of W1 is 3×4 and W1 is 3×2; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> parameters.subtract(other))
                        .getMessage());
        assertEquals(
                "θ = θ - update: update of W1 is 4×2 and W1 is 3×2; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> parameters.subtract(taller))
                        .getMessage());
        assertEquals(
                "θ = θ - update: there are update of W1, update of b1, update of W2, update of b2, update of W3, update"
                        + " of b3 and W1, b1, W2, b2; needed: the same tensors.",
                assertThrows(IllegalArgumentException.class, () -> parameters.subtract(wider))
                        .getMessage());
        assertArrayEquals(new double[13], parameters.toVector());
    }

    @Test
    void should_tell_tensors_apart_by_letter_and_layer() {
        Parameters first = Parameters.of(List.of(new Dense(1, 1, 1)));
        Parameters second = Parameters.of(List.of(new Dense(2, 1, 1)));
        assertEquals(
                "θ = θ - update: there are update of W2, update of b2 and W1, b1; needed: the same tensors.",
                assertThrows(IllegalArgumentException.class, () -> first.subtract(second))
                        .getMessage());
    }

    @Test
    void should_speak_of_the_names_first_where_the_shapes_differ_as_well() {
        Parameters gamma = new Parameters(List.of(new NamedTensor("gamma", 1, Matrix.zeros(2, 1))));
        for (int columns : new int[] {1, 3}) {
            Parameters weights = new Parameters(List.of(new NamedTensor("W", 1, Matrix.zeros(2, columns))));
            assertEquals(
                    "θ = θ - update: there are update of W1 and gamma1; needed: the same tensors.",
                    assertThrows(IllegalArgumentException.class, () -> gamma.subtract(weights))
                            .getMessage());
        }
    }

    @Test
    void should_say_which_tensor_is_missing() {
        Parameters parameters = Parameters.of(List.of(new Dense(1, 2, 1)));
        assertEquals(
                "There is no gamma1 among W1, b1.",
                assertThrows(IllegalArgumentException.class, () -> parameters.get("gamma", 1))
                        .getMessage());
    }
}
