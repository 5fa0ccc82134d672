package org.twinnet.scratch.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.network.NetworkConfig;

@DisplayName("Weight decay")
class WeightDecayTest {

    private static double[] update(double decay, double... parameters) {
        Parameters theta = new NetworkConfig(List.of(2, 1, 1)).newParameters();
        theta.readFrom(parameters);
        Parameters update = theta.zeros();
        update.readFrom(new double[] {1, 2, 3, 4, 5});
        new WeightDecay(decay).addTo(theta, 0.5, update);
        assertArrayEquals(parameters, theta.toVector());
        return update.toVector();
    }

    /** α·decay = 0.125; biases stay. */
    @Test
    void should_add_a_share_of_each_weight_to_the_update() {
        assertArrayEquals(new double[] {2, 1.5, 3, 4.25, 5}, update(0.25, 8, -4, 8, 2, 8));
    }

    @Test
    void should_add_nothing_without_decay_whatever_the_weights() {
        assertArrayEquals(new double[] {1, 2, 3, 4, 5}, update(0, Double.NaN, Double.POSITIVE_INFINITY, 1, -1, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.NaN, Double.POSITIVE_INFINITY})
    void should_refuse_what_is_no_decay(double decay) {
        assertEquals(
                "Weight decay is a finite number of 0 or more, not " + decay + ".",
                assertThrows(IllegalArgumentException.class, () -> new WeightDecay(decay))
                        .getMessage());
    }
}
