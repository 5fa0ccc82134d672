package org.twinnet.scratch.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.network.NetworkConfig;

class MomentumTest extends OptimizerContract {

    private static final Parameters ONE = new NetworkConfig(List.of(1, 1)).newParameters();

    @Override
    Optimizer optimizer() {
        return new Momentum(0.9, false);
    }

    @Override
    List<String> memories() {
        return List.of("v");
    }

    @Override
    String formula() {
        return "update = α·v";
    }

    private static double[] third(Momentum momentum) {
        Parameters g = ONE.zeros();
        g.readFrom(new double[] {4, -2});
        OptimizerState state = momentum.newState(ONE);
        Parameters update = ONE.zeros();
        for (int t = 1; t <= 3; t++) {
            momentum.update(g, t, 0.5, state, update);
        }
        return update.toVector();
    }

    /** v after three steps of g with μ = ½: g·(1 + ½ + ¼), or half of it as an average. */
    @Test
    void should_gather_speed_as_by_hand() {
        assertArrayEquals(new double[] {3.5, -1.75}, third(new Momentum(0.5, false)));
        assertArrayEquals(new double[] {1.75, -0.875}, third(new Momentum(0.5, true)));
    }

    @Test
    void should_be_gradient_descent_without_momentum() {
        assertArrayEquals(new double[] {2, -1}, third(new Momentum(0, false)));
        assertArrayEquals(new double[] {2, -1}, third(new Momentum(0, true)));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, 2, Double.NaN})
    void should_refuse_a_momentum_that_never_ends(double momentum) {
        assertEquals(
                "Momentum is from 0 and below 1, not " + momentum + ".",
                assertThrows(IllegalArgumentException.class, () -> new Momentum(momentum, false))
                        .getMessage());
    }
}
