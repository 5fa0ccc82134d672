package org.twinnet.scratch.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.activation.Relu;
import org.twinnet.scratch.activation.Sigmoid;
import org.twinnet.scratch.linalg.Matrix;

class PassBuffersTest {

    private static final Layer DENSE_1 = new Dense(1, 2, 3);
    private static final Layer RELU_1 = new ActivationLayer(1, new Relu());
    private static final Layer DENSE_2 = new Dense(2, 3, 1);
    private static final Layer SIGMOID_2 = new ActivationLayer(2, new Sigmoid());
    private static final List<Layer> LAYERS = List.of(DENSE_1, RELU_1, DENSE_2, SIGMOID_2);
    private static final List<Layer> DROPPED =
            List.of(new Dropout(0, 0.5), DENSE_1, RELU_1, new Dropout(1, 0.5), DENSE_2, SIGMOID_2);

    @Test
    void should_hold_x_as_activation_0_and_a_buffer_for_every_layer() {
        Matrix X = Matrix.zeros(2, 5);
        ForwardPass pass = new ForwardPass(LAYERS, X);

        assertSame(X, pass.X());
        assertSame(X, pass.A(0));
        assertArrayEquals(new double[3][5], pass.Z(1).toArray());
        assertArrayEquals(new double[3][5], pass.A(1).toArray());
        assertArrayEquals(new double[1][5], pass.Z(2).toArray());
        assertArrayEquals(new double[1][5], pass.A(2).toArray());
        assertSame(pass.A(2), pass.output());
        assertSame(LAYERS, pass.layers());
    }

    @Test
    void should_hold_the_activation_apart_from_what_dropout_leaves_of_it() {
        Matrix X = Matrix.zeros(2, 5);
        ForwardPass pass = new ForwardPass(DROPPED, X);

        assertSame(X, pass.G(0));
        assertNotSame(X, pass.A(0));
        assertArrayEquals(new double[2][5], pass.A(0).toArray());
        assertNotSame(pass.G(1), pass.A(1));
        assertArrayEquals(new double[3][5], pass.G(1).toArray());
        assertArrayEquals(new double[3][5], pass.A(1).toArray());
        assertSame(pass.G(2), pass.A(2));
        assertSame(pass.A(2), pass.output());
    }

    @Test
    void should_give_each_dropout_layer_its_own_mask() {
        ForwardPass pass = new ForwardPass(DROPPED, Matrix.zeros(2, 5));
        Matrix D0 = Matrix.zeros(2, 5);
        Matrix D1 = Matrix.zeros(3, 5);

        pass.useMasks(List.of(D0, D1));

        assertSame(D0, pass.D(0));
        assertSame(D1, pass.D(1));
    }

    @Test
    void should_hold_a_gradient_for_every_layer() {
        BackwardPass back = new BackwardPass(DROPPED, 5);

        assertArrayEquals(new double[3][5], back.dZ(1).toArray());
        assertArrayEquals(new double[1][5], back.dZ(2).toArray());
        assertSame(back.dZ(1), back.dZ(1));
    }

    @Test
    void should_refuse_examples_with_another_number_of_features() {
        assertEquals(
                "X has 3 features, the network has 2 inputs.",
                assertThrows(IllegalArgumentException.class, () -> new ForwardPass(LAYERS, Matrix.zeros(3, 5)))
                        .getMessage());
    }
}
