package org.twinnet.scratch.layer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.activation.Identity;
import org.twinnet.scratch.activation.Sigmoid;
import org.twinnet.scratch.activation.Tanh;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.gradcheck.NumericalGradient;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.loss.BinaryCrossEntropy;
import org.twinnet.scratch.loss.MeanSquaredError;
import org.twinnet.scratch.network.Network;
import org.twinnet.scratch.optimizer.GradientDescent;
import org.twinnet.scratch.penalty.L2Penalty;
import org.twinnet.scratch.penalty.NoPenalty;
import org.twinnet.scratch.proof.Held;
import org.twinnet.scratch.schedule.Schedule;
import org.twinnet.scratch.training.Trainer;

class BatchNormalizationTest {

    private static final int M = 9;

    /** One unit that hands its input on: Z = x. */
    private static List<Layer> single(double decay, double epsilon, boolean unbiased) {
        return List.of(
                new Dense(1, 1, 1),
                new BatchNormalization(1, 1, decay, epsilon, unbiased),
                new ActivationLayer(1, new Identity()));
    }

    private static Parameters parameters(List<Layer> layers, double... values) {
        Parameters parameters = Parameters.of(layers);
        parameters.readFrom(values);
        return parameters;
    }

    /** z = 1, 3, 5, 7: μ = 4, σ² = 5, and with ε = 4 the divisor is 3. */
    @Test
    void should_normalize_as_calculated_by_hand() {
        List<Layer> layers = single(0.9, 4, false);
        ForwardPass pass = new ForwardPass(layers, Matrix.ofRow(1, 3, 5, 7));
        new Network(layers, new MeanSquaredError(), new NoPenalty())
                .forward(parameters(layers, 1, 0, 6, 10), List.of(), pass);

        assertArrayEquals(new double[] {4, 8, 12, 16}, pass.N(1).row(0));
        assertArrayEquals(new double[] {1, 3, 5, 7}, pass.Z(1).row(0));
        assertEquals(4, pass.mean(1).get(0, 0));
        assertEquals(5, pass.variance(1).get(0, 0));
    }

    /** Batch normalization of hidden layers and of the output, with dropout behind it, and factors that are not 1. */
    @Test
    void should_equal_the_differences_of_the_cost_in_every_entry() {
        List<Layer> layers = List.of(
                new Dense(1, 4, 5),
                new BatchNormalization(1, 5, 0.9, 1e-2, false),
                new ActivationLayer(1, new Tanh()),
                new Dropout(1, 0.6),
                new Dense(2, 5, 3),
                new BatchNormalization(2, 3, 0.5, 1e-3, true),
                new ActivationLayer(2, new Sigmoid()),
                new Dense(3, 3, 2),
                new BatchNormalization(3, 2, 0, 1e-1, false),
                new ActivationLayer(3, new Sigmoid()));
        Network network = new Network(layers, new BinaryCrossEntropy(), new L2Penalty(0.4));
        Random random = new Random(1);
        Matrix X = matrix(4, random::nextGaussian);
        Matrix Y = matrix(2, () -> random.nextDouble() < 0.5 ? 1 : 0);
        List<Matrix> masks = List.of(matrix(5, () -> random.nextDouble() < 0.6 ? 1 : 0));
        Parameters parameters = Parameters.of(layers);
        double[] theta = random.doubles(parameters.size(), -1, 1).toArray();
        parameters.readFrom(theta);
        Parameters gradients = parameters.zeros();
        ForwardPass pass = new ForwardPass(layers, X);
        network.forward(parameters, masks, pass);
        network.backward(parameters, Y, pass, new BackwardPass(layers, M), gradients);

        // the cost is below 10, and fewer than 300 operations stand between a parameter and it
        NumericalGradient.Estimate numeric = NumericalGradient.of(
                moved -> {
                    parameters.readFrom(moved);
                    network.forward(parameters, masks, pass);
                    return network.cost(parameters, Y, pass).total();
                },
                theta,
                10 * 300 * 0x1p-53);

        Held held = new Held();
        double[] gradient = gradients.toVector();
        for (int i = 0; i < gradient.length; i++) {
            held.check("parameter " + i, numeric.values()[i], gradient[i], numeric.errors()[i]);
        }
        held.requireCount(5 * (4 + 3) + 3 * (5 + 3) + 2 * (3 + 3));
        for (int l = 1; l <= 3; l++) {
            for (double db : gradients.b(l).toArray()[0]) {
                // measured 3e-17
                assertEquals(0, db, 1e-15, "what moves all examples alike is normalized away");
            }
        }
    }

    private static Matrix matrix(int rows, DoubleSupplier draw) {
        Matrix matrix = Matrix.zeros(rows, M);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < M; j++) {
                matrix.set(i, j, draw.getAsDouble());
            }
        }
        return matrix;
    }

    @Test
    void should_give_a_unit_that_is_the_same_for_all_examples_its_beta_and_no_gradient() {
        List<Layer> layers = single(0.9, 1e-5, false);
        Network network = new Network(layers, new MeanSquaredError(), new NoPenalty());
        Parameters parameters = parameters(layers, 0, 0.5, 2, 0.25);
        ForwardPass pass = new ForwardPass(layers, Matrix.ofRow(1, 2, 3, 4));
        Parameters gradients = parameters.zeros();
        network.forward(parameters, List.of(), pass);
        network.backward(parameters, Matrix.ofRow(0, 0, 0, 1), pass, new BackwardPass(layers, 4), gradients);

        assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25}, pass.N(1).row(0));
        // dN = 2(n − y): ½, ½, ½, −3/2; dW is that of γ/√ε·dN on inputs that differ
        assertEquals(0, gradients.get("beta", 1).get(0, 0));
        assertEquals(0, gradients.get("gamma", 1).get(0, 0));
        assertEquals(
                2 / Math.sqrt(1e-5) * (0.5 * 6 - 1.5 * 4) / 4, gradients.W(1).get(0, 0), 1e-12);
        assertEquals(0, gradients.b(1).get(0, 0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void should_keep_running_statistics_and_predict_by_them(boolean unbiased) {
        List<Layer> layers = single(0.75, 4, unbiased);
        Network network = new Network(layers, new MeanSquaredError(), new NoPenalty());
        Matrix X = Matrix.ofRow(1, 3, 5, 7);
        Trainer trainer = new Trainer(
                network,
                parameters(layers, 1, 0, 6, 10),
                new DropoutMasks.None(),
                new GradientDescent(),
                Schedule.constant(1e-300),
                X,
                Matrix.ofRow(0, 0, 0, 0));
        assertArrayEquals(new double[] {0, 1}, trainer.statistics().toVector());
        trainer.forward();
        assertArrayEquals(new double[] {0, 1}, trainer.statistics().toVector(), "a pass alone keeps nothing");
        trainer.step();
        double variance = unbiased ? 5 * (4 / 3.0) : 5;
        assertArrayEquals(
                new double[] {1, 0.75 + 0.25 * variance}, trainer.statistics().toVector());
        trainer.step();
        double running = 0.75 * (0.75 + 0.25 * variance) + 0.25 * variance;
        assertArrayEquals(new double[] {1.75, running}, trainer.statistics().toVector());

        Matrix predicted = network.predict(trainer.parameters(), trainer.statistics(), Matrix.ofRow(1.75, 4));
        assertEquals(10, predicted.get(0, 0));
        assertEquals(10 + 6 * (2.25 / Math.sqrt(running + 4)), predicted.get(0, 1));
    }

    @Test
    void should_have_no_spread_in_a_batch_of_one_example() {
        BatchNormalization normalization = new BatchNormalization(1, 1, 0.5, 1, true);
        List<Layer> layers = List.of(new Dense(1, 1, 1), normalization, new ActivationLayer(1, new Identity()));
        ForwardPass pass = new ForwardPass(layers, Matrix.ofRow(8));
        Parameters statistics = Parameters.ofStatistics(layers);
        new Network(layers, new MeanSquaredError(), new NoPenalty())
                .forward(parameters(layers, 1, 0, 3, 2), List.of(), pass);
        normalization.keep(pass, statistics);
        assertEquals(2, pass.output().get(0, 0));
        assertArrayEquals(new double[] {4, 0.5}, statistics.toVector());
    }

    @Test
    void should_refuse_to_predict_without_the_statistics_that_it_needs() {
        List<Layer> layers = single(0.9, 1e-5, false);
        Network network = new Network(layers, new MeanSquaredError(), new NoPenalty());
        Parameters parameters = parameters(layers, 1, 0, 1, 0);
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> network.predict(parameters, Matrix.ofRow(1)));
        assertTrue(refused.getMessage().contains("mean1, variance1"), refused.getMessage());
    }

    @Test
    void should_refuse_numbers_out_of_range() {
        assertThrows(IllegalArgumentException.class, () -> new BatchNormalization(1, 1, 1, 1e-5, false));
        assertThrows(IllegalArgumentException.class, () -> new BatchNormalization(1, 1, -0.1, 1e-5, false));
        assertThrows(IllegalArgumentException.class, () -> new BatchNormalization(1, 1, Double.NaN, 1e-5, false));
        assertThrows(IllegalArgumentException.class, () -> new BatchNormalization(1, 1, 0.9, 0, false));
        assertThrows(IllegalArgumentException.class, () -> new BatchNormalization(1, 1, 0.9, Double.NaN, false));
    }

    @Test
    void should_stand_between_a_dense_layer_and_its_activation_only() {
        BatchNormalization normalization = new BatchNormalization(1, 2, 0.9, 1e-5, false);
        Dense dense = new Dense(1, 3, 2);
        ActivationLayer activation = new ActivationLayer(1, new Identity());
        requireRefused(dense, activation, normalization);
        requireRefused(normalization, dense, activation);
        requireRefused(dense, normalization, normalization, activation);
        requireRefused(new Dense(1, 3, 1), normalization, activation);
        requireRefused(dense, new BatchNormalization(2, 2, 0.9, 1e-5, false), activation);
        requireRefused(dense, normalization);
    }

    private static void requireRefused(Layer... layers) {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Network(List.of(layers), new MeanSquaredError(), new NoPenalty()));
    }
}
