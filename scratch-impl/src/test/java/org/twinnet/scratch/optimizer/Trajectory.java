package org.twinnet.scratch.optimizer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.network.NetworkConfig;

/**
 * Where 25 steps lead from (1, −2) on J = x⁴/4 + 3·y²/2. The golden numbers are of NumPy 1.24.2, float64, formula by
 * formula; torch.optim of PyTorch 1.13 lands within 8·10⁻¹⁶ of all that it has.
 */
final class Trajectory {

    /** The largest distance of the hand-written optimizers is 7·10⁻¹⁶. */
    private static final double TOLERANCE = 4e-15;

    private Trajectory() {}

    static void assertEnd(Optimizer optimizer, double rate, double x, double y) {
        Parameters theta = new NetworkConfig(List.of(1, 1)).newParameters();
        theta.readFrom(new double[] {1, -2});
        Parameters update = theta.zeros();
        OptimizerState state = optimizer.newState(theta);
        for (int t = 1; t <= 25; t++) {
            double[] v = theta.toVector();
            Parameters gradient = theta.zeros();
            gradient.readFrom(new double[] {v[0] * v[0] * v[0], 3 * v[1]});
            optimizer.update(gradient, t, rate, state, update);
            theta.subtract(update);
        }
        assertEquals(x, theta.toVector()[0], TOLERANCE);
        assertEquals(y, theta.toVector()[1], TOLERANCE);
    }
}
