package org.twinnet.scratch.penalty;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.network.Network;
import org.twinnet.scratch.network.NetworkConfig;

class PenaltySumTest extends PenaltyContract {

    private static final PenaltySum BOTH = new PenaltySum(List.of(new L2Penalty(0.5), new L1Penalty(0.25)), false);

    @Override
    Penalty penalty() {
        return BOTH;
    }

    @Override
    double largestCost() {
        return (0.25 + 0.25) * 12 / 7;
    }

    @Override
    String gradientFormula() {
        return "dW += Σ ∂penalty/∂W";
    }

    @Test
    void should_add_up_costs_and_gradients() {
        Matrix W = Matrix.ofRow(1, -2, 4);
        Matrix dW = Matrix.ofRow(10, 20, 30);

        // 0.5·21/(2·4) + 0.25·7/4
        assertEquals(1.75, BOTH.cost(W, 4));
        BOTH.addGradient(W, 4, dW);
        assertArrayEquals(new double[] {10.1875, 19.6875, 30.5625}, dW.row(0));
    }

    /** Of a network with one weight of 3 and one bias of −5: penalty and gradient. */
    private static double[] ofNetwork(boolean biases) {
        NetworkConfig config = new NetworkConfig(List.of(1, 1));
        Network network = Network.of(config, new PenaltySum(List.of(new L2Penalty(2)), biases), 1);
        Parameters theta = config.newParameters();
        theta.readFrom(new double[] {3, -5});
        Parameters gradient = theta.zeros();
        network.addPenalty(theta, 4, gradient);
        return new double[] {network.penalty(theta, 4), gradient.toVector()[0], gradient.toVector()[1]};
    }

    @Test
    void should_be_of_biases_too_where_it_is_said() {
        assertArrayEquals(new double[] {2.25, 1.5, 0}, ofNetwork(false));
        assertArrayEquals(new double[] {8.5, 1.5, -2.5}, ofNetwork(true));
        assertTrue(new PenaltySum(List.of(), true).ofBiases());
        assertFalse(new L2Penalty(1).ofBiases());
    }
}
