package org.twinnet.scratch.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.activation.Sigmoid;
import org.twinnet.scratch.activation.Tanh;
import org.twinnet.scratch.gradcheck.NumericalGradient;
import org.twinnet.scratch.layer.ActivationLayer;
import org.twinnet.scratch.layer.BackwardPass;
import org.twinnet.scratch.layer.Dense;
import org.twinnet.scratch.layer.Dropout;
import org.twinnet.scratch.layer.ForwardPass;
import org.twinnet.scratch.layer.Layer;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.loss.BinaryCrossEntropy;
import org.twinnet.scratch.loss.MeanSquaredError;
import org.twinnet.scratch.penalty.L2Penalty;
import org.twinnet.scratch.penalty.NoPenalty;
import org.twinnet.scratch.proof.Held;

/**
 * A network of other layers than the notebook's: a smooth hidden activation, dropout of the inputs, a keep probability
 * a layer, several outputs.
 */
class NetworkOfLayersTest {

    private static final int M = 9;
    private static final List<Layer> LAYERS = List.of(
            new Dropout(0, 0.8),
            new Dense(1, 4, 5),
            new ActivationLayer(1, new Sigmoid()),
            new Dropout(1, 0.6),
            new Dense(2, 5, 3),
            new ActivationLayer(2, new Sigmoid()),
            new Dense(3, 3, 2),
            new ActivationLayer(3, new Sigmoid()));
    private static final Network NETWORK = new Network(LAYERS, new BinaryCrossEntropy(), new L2Penalty(0.4));

    private final Random random = new Random(1);
    private final Matrix X = normal(4, M);
    private final Matrix Y = mask(2, M, 0.5);
    private final List<Matrix> masks = List.of(mask(4, M, 0.8), mask(5, M, 0.6));
    private final ForwardPass pass = new ForwardPass(LAYERS, X);

    /**
     * A slope read off the masked activation would be that of the dropped unit, a·(1 − a) = 0, and a/keep_prob·(1 −
     * a/keep_prob) of the kept.
     */
    @Test
    void should_equal_the_differences_of_the_cost_in_every_entry() {
        Parameters parameters = Parameters.of(LAYERS);
        double[] theta = random.doubles(parameters.size(), -1, 1).toArray();
        parameters.readFrom(theta);
        Parameters gradients = parameters.zeros();
        NETWORK.forward(parameters, masks, pass);
        NETWORK.backward(parameters, Y, pass, new BackwardPass(LAYERS, M), gradients);

        // the cost is below 10, and fewer than 100 operations stand between a parameter and it
        NumericalGradient.Estimate numeric = NumericalGradient.of(
                moved -> {
                    parameters.readFrom(moved);
                    NETWORK.forward(parameters, masks, pass);
                    return NETWORK.cost(parameters, Y, pass).total();
                },
                theta,
                10 * 100 * 0x1p-53);

        Held held = new Held();
        double[] gradient = gradients.toVector();
        for (int i = 0; i < gradient.length; i++) {
            held.check("parameter " + i, numeric.values()[i], gradient[i], numeric.errors()[i]);
        }
        held.requireCount(4 * 5 + 5 + 5 * 3 + 3 + 3 * 2 + 2);
    }

    @Test
    void should_mask_the_inputs_without_changing_them_and_scale_each_layer_by_its_own_probability() {
        Parameters parameters = Parameters.of(LAYERS);
        double[][] before = X.toArray();
        NETWORK.forward(parameters, masks, pass);

        assertArrayEquals(before, X.toArray());
        for (int j = 0; j < M; j++) {
            assertEquals(
                    X.get(0, j) * (masks.get(0).get(0, j) * (1 / 0.8)),
                    pass.A(0).get(0, j));
            // σ(0) = ½
            assertEquals(0.5 * (masks.get(1).get(2, j) * (1 / 0.6)), pass.A(1).get(2, j));
        }
    }

    @Test
    void should_predict_without_any_of_its_masks() {
        Parameters parameters = Parameters.of(LAYERS);
        parameters.readFrom(random.doubles(parameters.size(), -1, 1).toArray());
        List<Layer> undropped =
                LAYERS.stream().filter(layer -> !(layer instanceof Dropout)).toList();
        ForwardPass plain = new ForwardPass(undropped, X);
        new Network(undropped, NETWORK.loss(), NETWORK.penalty()).forward(parameters, List.of(), plain);

        assertArrayEquals(
                plain.output().toArray(), NETWORK.predict(parameters, X).toArray());
    }

    @Test
    void should_know_its_depth() {
        assertEquals(3, NETWORK.depth());
        assertEquals(
                1,
                new Network(
                                List.of(new Dense(1, 2, 1), new ActivationLayer(1, new Sigmoid())),
                                NETWORK.loss(),
                                NETWORK.penalty())
                        .depth());
    }

    private Matrix normal(int rows, int columns) {
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix.set(i, j, random.nextGaussian());
            }
        }
        return matrix;
    }

    private Matrix mask(int rows, int columns, double keepProbability) {
        Matrix matrix = Matrix.zeros(rows, columns);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                matrix.set(i, j, random.nextDouble() < keepProbability ? 1 : 0);
            }
        }
        return matrix;
    }

    /** One weight, one tanh output, one example: J = (tanh(w·x) − y)², so dJ/dw = 2(a − y)(1 − a²)·x. */
    @Test
    void should_take_the_gradient_of_a_squared_error_through_the_output() {
        List<Layer> layers = List.of(new Dense(1, 1, 1), new ActivationLayer(1, new Tanh()));
        Network network = new Network(layers, new MeanSquaredError(), new NoPenalty());
        Parameters parameters = Parameters.of(layers);
        parameters.readFrom(new double[] {0.5, 0});
        Matrix x = Matrix.ofRow(2);
        Matrix y = Matrix.ofRow(0.25);
        ForwardPass one = new ForwardPass(layers, x);
        Parameters gradients = parameters.zeros();
        network.forward(parameters, List.of(), one);
        network.backward(parameters, y, one, new BackwardPass(layers, 1), gradients);

        double a = Math.tanh(1);
        assertEquals(2 * (a - 0.25) * (1 - a * a) * 2, gradients.toVector()[0], 1e-15);
        assertEquals((a - 0.25) * (a - 0.25), network.cost(parameters, y, one).total(), 1e-16);
    }
}
