package org.twinnet.scratch.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.layer.BackwardPass;
import org.twinnet.scratch.layer.ForwardPass;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.loss.Cost;
import org.twinnet.scratch.penalty.Penalty;

/**
 * One network of 2 inputs, 2 hidden units and 4 examples, calculated by hand to the last digit: all numbers are binary
 * fractions and every output is 0, ½ or 1 exactly, so nothing is rounded but ln 2.
 */
class NetworkByHandTest {

    private static final NetworkConfig CONFIG = new NetworkConfig(List.of(2, 2, 1));
    private static final double LN2 = 0.6931471805599453;

    private final Parameters parameters = CONFIG.newParameters();
    private final Parameters gradients = CONFIG.newParameters();
    private final Matrix X = Matrix.of(new double[][] {{1, -1, 0, 0.75}, {0.5, -0.75, -40, 0.5}});
    private ForwardPass pass;
    private BackwardPass back;

    @BeforeEach
    void setFirstLayer() {
        parameters.W(1).assign(Matrix.of(new double[][] {{1, -1}, {0.5, 0.25}}));
        parameters.b(1).assign(Matrix.of(new double[][] {{0.5}, {-0.25}}));
    }

    @Test
    void should_compute_forward_cost_and_backward_without_regularization() {
        parameters.W(2).assign(Matrix.ofRow(2, -4));
        parameters.b(2).set(0, 0, -0.5);
        Matrix Y = Matrix.ofRow(0, 1, 1, 0);

        Cost cost = run(Penalty.l2(0), 1, Y, List.of());

        assertArrayEquals(
                new double[][] {{1, 0.25, 40.5, 0.75}, {0.375, -0.9375, -10.25, 0.25}},
                pass.Z(1).toArray());
        assertArrayEquals(
                new double[][] {{1, 0.25, 40.5, 0.75}, {0.375, 0, 0, 0.25}},
                pass.A(1).toArray());
        assertArrayEquals(new double[][] {{0, 0, 80.5, 0}}, pass.Z(2).toArray());
        assertArrayEquals(new double[][] {{0.5, 0.5, 1, 0.5}}, pass.A(2).toArray());
        assertEquals(new Cost(3 * LN2 / 4, 0), cost);

        assertArrayEquals(new double[][] {{0.5, -0.5, 0, 0.5}}, back.dZ(2).toArray());
        assertArrayEquals(new double[][] {{0.1875, 0.078125}}, gradients.W(2).toArray());
        assertArrayEquals(new double[][] {{0.125}}, gradients.b(2).toArray());
        assertArrayEquals(
                new double[][] {{0.6875, 0.4375}, {-0.875, -0.5}},
                gradients.W(1).toArray());
        assertArrayEquals(new double[][] {{0.25}, {-1}}, gradients.b(1).toArray());
    }

    @Test
    void should_add_the_penalty_of_all_weights_and_no_bias() {
        parameters.W(2).assign(Matrix.ofRow(2, -4));
        parameters.b(2).set(0, 0, -0.5);
        Matrix Y = Matrix.ofRow(0, 1, 1, 0);

        Cost cost = run(Penalty.l2(0.5), 1, Y, List.of());

        // ½/(2·4)·(1 + 1 + ¼ + 1/16 + 4 + 16) and gradients larger by ⅛·W
        assertEquals(new Cost(3 * LN2 / 4, 1.39453125), cost);
        assertArrayEquals(new double[][] {{0.4375, -0.421875}}, gradients.W(2).toArray());
        assertArrayEquals(new double[][] {{0.125}}, gradients.b(2).toArray());
        assertArrayEquals(
                new double[][] {{0.8125, 0.3125}, {-0.8125, -0.46875}},
                gradients.W(1).toArray());
        assertArrayEquals(new double[][] {{0.25}, {-1}}, gradients.b(1).toArray());
    }

    @Test
    void should_mask_and_scale_both_ways_with_dropout_and_penalty() {
        parameters.W(2).assign(Matrix.ofRow(768, -2048));
        Matrix Y = Matrix.ofRow(0, 0, 1, 0);
        Matrix D = Matrix.of(new double[][] {{1, 0, 1, 0}, {1, 1, 1, 1}});

        Cost cost = run(Penalty.l2(8), 0.5, Y, List.of(D));

        assertArrayEquals(
                new double[][] {{1, 0.25, 40.5, 0.75}, {0.375, 0, 0, 0.25}},
                pass.G(1).toArray());
        assertArrayEquals(
                new double[][] {{2, 0, 81, 0}, {0.75, 0, 0, 0.5}}, pass.A(1).toArray());
        assertArrayEquals(new double[][] {{0, 0, 62208, -1024}}, pass.Z(2).toArray());
        assertArrayEquals(new double[][] {{0.5, 0.5, 1, 0}}, pass.A(2).toArray());
        // 8/(2·4)·(2.3125 + 768² + 2048²); gradients are those of dropout plus 2·W
        assertEquals(new Cost(LN2 / 2, 2.3125 + 589824 + 4194304), cost);
        assertArrayEquals(
                new double[][] {{0.25 + 1536, 0.09375 - 4096}}, gradients.W(2).toArray());
        assertArrayEquals(new double[][] {{0.25}}, gradients.b(2).toArray());
        assertArrayEquals(
                new double[][] {{192 + 2, 96 - 2}, {-512 + 1, -256 + 0.5}},
                gradients.W(1).toArray());
        assertArrayEquals(new double[][] {{192}, {-512}}, gradients.b(1).toArray());
    }

    private Cost run(Penalty penalty, double keepProbability, Matrix Y, List<Matrix> masks) {
        Network network = Network.of(CONFIG, penalty, keepProbability);
        pass = new ForwardPass(network.layers(), X);
        back = new BackwardPass(network.layers(), 4);
        network.forward(parameters, masks, pass);
        network.backward(parameters, Y, pass, back, gradients);
        return network.cost(parameters, Y, pass);
    }
}
