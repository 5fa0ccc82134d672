package org.twinnet.scratch.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.network.NetworkConfig;

class GradientDescentTest extends OptimizerContract {

    @Override
    Optimizer optimizer() {
        return new GradientDescent();
    }

    @Override
    List<String> memories() {
        return List.of();
    }

    @Override
    String formula() {
        return "update = α·dV";
    }

    @Test
    void should_move_every_weight_and_bias_against_its_gradient() {
        double[] v = gradient(7);
        double[] dv = gradient(8);
        Parameters parameters = tensors(v);
        Parameters update = parameters.zeros();

        new GradientDescent().update(tensors(dv), 1, 0.3, OptimizerState.none(), update);
        parameters.subtract(update);

        double[] moved = parameters.toVector();
        for (int i = 0; i < v.length; i++) {
            assertEquals(0.3 * dv[i], update.toVector()[i]);
            assertEquals(v[i] - 0.3 * dv[i], moved[i]);
        }
    }

    @Test
    void should_refuse_gradients_of_another_depth_also_when_they_are_more() {
        Parameters shallow = new NetworkConfig(List.of(2, 1)).newParameters();
        Parameters deep = new NetworkConfig(List.of(2, 1, 1)).newParameters();
        assertEquals(
                "update = α·dV: there are dW1, db1, dW2, db2 and update of W1, update of b1; needed: the same tensors.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new GradientDescent().update(deep, 1, 1, OptimizerState.none(), shallow))
                        .getMessage());
        assertArrayEquals(new double[3], shallow.toVector());
    }
}
