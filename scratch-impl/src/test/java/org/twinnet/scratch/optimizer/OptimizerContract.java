package org.twinnet.scratch.optimizer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.ShapeMismatchException;
import org.twinnet.scratch.network.NetworkConfig;

/** What every optimizer keeps to, whatever its formula. */
abstract class OptimizerContract {

    static final NetworkConfig CONFIG = new NetworkConfig(List.of(3, 4, 2, 1));
    private static final double LEARNING_RATE = 0.25;

    abstract Optimizer optimizer();

    /** The letters of what it remembers. */
    abstract List<String> memories();

    abstract String formula();

    @Test
    void should_begin_with_a_memory_of_zeros_for_each_parameter() {
        OptimizerState state = optimizer().newState(CONFIG.newParameters());

        assertEquals(
                memories(),
                state.memories().stream().map(OptimizerState.Memory::symbol).toList());
        for (OptimizerState.Memory memory : state.memories()) {
            assertArrayEquals(
                    new double[CONFIG.parameterCount()], memory.values().toVector());
        }
    }

    @Test
    void should_point_up_the_slope_at_first() {
        // J(θ − update) < J(θ) for small α: the update and the gradient have a positive scalar product
        double[] gradient = gradient(1);
        double[] update = updates(1).get(0);
        double product = 0;
        for (int i = 0; i < gradient.length; i++) {
            product += gradient[i] * update[i];
        }
        assertTrue(product > 0, "scalar product " + product);
    }

    @Test
    void should_lower_the_cost_whose_slope_it_is_given() {
        // J(θ) = ½·Σθ², dJ/dθ = θ
        Parameters theta = CONFIG.newParameters();
        theta.readFrom(gradient(3));
        Parameters update = theta.zeros();
        OptimizerState state = optimizer().newState(theta);
        double before = cost(theta);

        for (int t = 1; t <= 50; t++) {
            optimizer().update(theta, t, 0.01, state, update);
            theta.subtract(update);
        }

        assertTrue(cost(theta) < before, () -> cost(theta) + " is not below " + before);
    }

    @Test
    void should_grow_with_the_learning_rate() {
        List<double[]> once = updates(3);
        List<double[]> twice = updates(3, 2 * LEARNING_RATE, gradients(3));
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < CONFIG.parameterCount(); i++) {
                // a factor of 2 is exact
                assertEquals(2 * once.get(t)[i], twice.get(t)[i]);
            }
        }
    }

    @Test
    void should_treat_each_parameter_on_its_own() {
        List<double[]> changed = gradients(3);
        for (double[] gradient : changed) {
            gradient[5] *= -3;
        }
        List<double[]> before = updates(3);
        List<double[]> after = updates(3, LEARNING_RATE, changed);
        for (int t = 0; t < 3; t++) {
            for (int i = 0; i < CONFIG.parameterCount(); i++) {
                assertEquals(i != 5, before.get(t)[i] == after.get(t)[i], "parameter " + i);
            }
        }
    }

    @Test
    void should_keep_a_nan_where_it_is() {
        List<double[]> gradients = gradients(3);
        gradients.get(1)[5] = Double.NaN;
        List<double[]> updates = updates(3, LEARNING_RATE, gradients);
        for (int i = 0; i < CONFIG.parameterCount(); i++) {
            assertEquals(i == 5, Double.isNaN(updates.get(1)[i]), "parameter " + i);
        }
    }

    @Test
    void should_go_on_alike_from_a_copy_of_its_memory() {
        Parameters parameters = CONFIG.newParameters();
        OptimizerState state = optimizer().newState(parameters);
        Parameters update = parameters.zeros();
        for (int t = 1; t <= 3; t++) {
            optimizer().update(tensors(gradient(t)), t, LEARNING_RATE, state, update);
        }
        OptimizerState copy = optimizer().newState(parameters);
        for (OptimizerState.Memory memory : state.memories()) {
            copy.get(memory.symbol()).readFrom(memory.values().toVector());
        }

        optimizer().update(tensors(gradient(4)), 4, LEARNING_RATE, copy, update);

        assertArrayEquals(updates(4).get(3), update.toVector());
    }

    @Test
    void should_leave_the_gradients_alone_and_forget_the_last_update() {
        Parameters gradients = tensors(gradient(1));
        Parameters update = tensors(gradient(2));

        optimizer().update(gradients, 1, LEARNING_RATE, optimizer().newState(gradients), update);

        assertArrayEquals(gradient(1), gradients.toVector());
        assertArrayEquals(updates(1).get(0), update.toVector());
    }

    @Test
    void should_refuse_gradients_of_other_tensors() {
        Parameters update = new NetworkConfig(List.of(2, 3, 1)).newParameters();
        Parameters narrower = new NetworkConfig(List.of(2, 2, 1)).newParameters();
        Parameters shallower = new NetworkConfig(List.of(2, 1)).newParameters();
        OptimizerState state = optimizer().newState(update);
        assertEquals(
                formula() + ": dW1 is 2×2 and update of W1 is 3×2; needed: equal shapes.",
                assertThrows(
                                ShapeMismatchException.class,
                                () -> optimizer().update(narrower, 1, LEARNING_RATE, state, update))
                        .getMessage());
        assertEquals(
                formula()
                        + ": there are dW1, db1 and update of W1, update of b1, update of W2, update of b2; needed: the"
                        + " same tensors.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> optimizer().update(shallower, 1, LEARNING_RATE, state, update))
                        .getMessage());
    }

    private List<double[]> updates(int iterations) {
        return updates(iterations, LEARNING_RATE, gradients(iterations));
    }

    private List<double[]> updates(int iterations, double learningRate, List<double[]> gradients) {
        Parameters update = CONFIG.newParameters();
        OptimizerState state = optimizer().newState(update);
        List<double[]> updates = new ArrayList<>();
        for (int t = 1; t <= iterations; t++) {
            optimizer().update(tensors(gradients.get(t - 1)), t, learningRate, state, update);
            updates.add(update.toVector());
        }
        return updates;
    }

    private static List<double[]> gradients(int iterations) {
        List<double[]> gradients = new ArrayList<>();
        for (int t = 1; t <= iterations; t++) {
            gradients.add(gradient(t));
        }
        return gradients;
    }

    static double[] gradient(int t) {
        return new Random(t).doubles(CONFIG.parameterCount(), -1, 1).toArray();
    }

    static Parameters tensors(double[] values) {
        Parameters tensors = CONFIG.newParameters();
        tensors.readFrom(values);
        return tensors;
    }

    private static double cost(Parameters theta) {
        double sum = 0;
        for (double v : theta.toVector()) {
            sum += v * v / 2;
        }
        return sum;
    }
}
