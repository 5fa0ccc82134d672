package org.twinnet.scratch.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.linalg.Matrix;

class PassBuffersTest {

    private static final NetworkConfig CONFIG = new NetworkConfig(List.of(2, 3, 1));

    @Test
    void should_hold_x_as_activation_0_and_a_buffer_for_every_layer() {
        Matrix X = Matrix.zeros(2, 5);
        ForwardPass pass = new ForwardPass(CONFIG, X);

        assertSame(X, pass.A(0));
        assertArrayEquals(new double[3][5], pass.Z(1).toArray());
        assertArrayEquals(new double[3][5], pass.A(1).toArray());
        assertArrayEquals(new double[1][5], pass.Z(2).toArray());
        assertArrayEquals(new double[1][5], pass.A(2).toArray());
        assertSame(pass.A(2), pass.output());
    }

    @Test
    void should_hold_a_gradient_for_every_layer() {
        BackwardPass back = new BackwardPass(CONFIG, 5);

        assertArrayEquals(new double[3][5], back.dZ(1).toArray());
        assertArrayEquals(new double[1][5], back.dZ(2).toArray());
        assertSame(back.dZ(1), back.dZ(1));
    }

    @Test
    void should_refuse_examples_with_another_number_of_features() {
        assertEquals(
                "X has 3 features, the network has 2 inputs.",
                assertThrows(IllegalArgumentException.class, () -> new ForwardPass(CONFIG, Matrix.zeros(3, 5)))
                        .getMessage());
    }
}
