package org.twinnet.scratch.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.linalg.ShapeMismatchException;
import org.twinnet.scratch.network.NetworkConfig;
import org.twinnet.scratch.network.Parameters;

class GradientDescentTest {

    @Test
    void should_move_every_weight_and_bias_against_its_gradient() {
        NetworkConfig config = new NetworkConfig(List.of(3, 4, 2, 1));
        Random random = new Random(1);
        double[] v = random.doubles(config.parameterCount()).toArray();
        double[] dv = random.doubles(config.parameterCount()).toArray();
        Parameters parameters = Parameters.zeros(config);
        Parameters gradients = Parameters.zeros(config);
        parameters.readFrom(v);
        gradients.readFrom(dv);

        new GradientDescent(0.3).update(gradients, parameters);

        double[] moved = parameters.toVector();
        for (int i = 0; i < v.length; i++) {
            assertEquals(v[i] - 0.3 * dv[i], moved[i]);
        }
        assertArrayEquals(dv, gradients.toVector());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void should_refuse_a_learning_rate_that_is_not_finite_and_positive(double learningRate) {
        assertEquals(
                "Gradient descent needs a finite learning rate above 0, not " + learningRate + ".",
                assertThrows(IllegalArgumentException.class, () -> new GradientDescent(learningRate))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {4.9E-324, 0.3, Double.MAX_VALUE})
    void should_accept_every_finite_positive_learning_rate(double learningRate) {
        assertDoesNotThrow(() -> new GradientDescent(learningRate));
    }

    @Test
    void should_refuse_gradients_of_another_shape() {
        Parameters parameters = Parameters.zeros(new NetworkConfig(List.of(2, 3, 1)));
        Parameters narrower = Parameters.zeros(new NetworkConfig(List.of(2, 2, 1)));
        assertEquals(
                "V = V - α·dV: dV is 2×2 and V is 3×2; needed: equal shapes.",
                assertThrows(ShapeMismatchException.class, () -> new GradientDescent(1).update(narrower, parameters))
                        .getMessage());
    }

    @Test
    void should_refuse_gradients_of_another_depth() {
        Parameters shallow = Parameters.zeros(new NetworkConfig(List.of(2, 1)));
        Parameters deep = Parameters.zeros(new NetworkConfig(List.of(2, 1, 1)));
        assertEquals(
                "V = V - α·dV: there are gradients of 1 layers and parameters of 2; needed: equal numbers of layers.",
                assertThrows(IllegalArgumentException.class, () -> new GradientDescent(1).update(shallow, deep))
                        .getMessage());
        assertEquals(
                "V = V - α·dV: there are gradients of 2 layers and parameters of 1; needed: equal numbers of layers.",
                assertThrows(IllegalArgumentException.class, () -> new GradientDescent(1).update(deep, shallow))
                        .getMessage());
    }
}
