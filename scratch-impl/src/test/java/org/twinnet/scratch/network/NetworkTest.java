package org.twinnet.scratch.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.layer.BackwardPass;
import org.twinnet.scratch.layer.ForwardPass;
import org.twinnet.scratch.layer.Parameters;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.linalg.ShapeMismatchException;
import org.twinnet.scratch.penalty.NoPenalty;
import org.twinnet.scratch.proof.Example;
import org.twinnet.scratch.proof.Held;
import org.twinnet.scratch.proof.Rounding;

class NetworkTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void should_not_depend_on_the_order_of_the_examples_beyond_the_rounding_of_sums(long seed) {
        int m = 13;
        Example example = Example.of(List.of(3, 6, 5, 1), m, 0.4, 0.7, seed);
        Example permuted = permuted(example, seed);

        ForwardPass pass = example.forward();
        double cost =
                example.network().cost(example.parameters(), example.Y(), pass).loss();
        double permutedCost = permuted.network()
                .cost(permuted.parameters(), permuted.Y(), permuted.forward())
                .loss();

        // forward and dZ are the same numbers in another order; only sums over the m examples differ, twice within γₘ₊₁
        Held held = new Held();
        held.check("cost", cost, permutedCost, 2 * Rounding.gamma(m + 1) * cost);
        double[] gradient = example.gradient();
        double[] permutedGradient = permuted.gradient();
        double[] sizes = gradientOfAbsoluteTerms(example);
        for (int i = 0; i < gradient.length; i++) {
            held.check("gradient " + i, gradient[i], permutedGradient[i], 2 * Rounding.gamma(m + 3) * sizes[i]);
        }
        held.requireCount(1 + 6 * 4 + 5 * 7 + 6);
        // measured 0.14 of the limit
    }

    @Test
    void should_predict_without_dropout_whatever_the_keep_probability() {
        Example example = Example.of(List.of(3, 8, 4, 1), 9, 0, 0.5, 7);
        Network withoutDropout = Network.of(example.config(), new NoPenalty(), 1);
        ForwardPass pass = new ForwardPass(withoutDropout.layers(), example.X());
        withoutDropout.forward(example.parameters(), List.of(), pass);

        Matrix prediction = example.network().predict(example.parameters(), example.X());

        assertArrayEquals(pass.output().toArray(), prediction.toArray());
        assertNotEquals(example.forward().output().get(0, 0), prediction.get(0, 0), "dropout would show");
    }

    @Test
    void should_let_a_nan_in_one_example_reach_the_cost_and_every_gradient() {
        Example example = Example.of(List.of(2, 3, 1), 4, 0.1, 1, 1);
        example.X().set(0, 2, Double.NaN);

        double cost = example.network()
                .cost(example.parameters(), example.Y(), example.forward())
                .total();

        assertEquals(Double.NaN, cost);
        for (double entry : example.gradient()) {
            assertEquals(Double.NaN, entry);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.5, 1.0000000000000002, Double.NaN})
    void should_refuse_a_keep_probability_outside_0_to_1(double keepProbability) {
        NetworkConfig config = new NetworkConfig(List.of(2, 2, 1));
        assertEquals(
                "The keep probability is above 0 and at most 1, not " + keepProbability + ".",
                assertThrows(IllegalArgumentException.class, () -> Network.of(config, new NoPenalty(), keepProbability))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {4.9E-324, 1})
    void should_accept_the_limits_of_the_keep_probability(double keepProbability) {
        NetworkConfig config = new NetworkConfig(List.of(2, 2, 1));
        assertDoesNotThrow(() -> Network.of(config, new NoPenalty(), keepProbability));
    }

    @Test
    void should_refuse_another_number_of_masks_than_dropout_layers() {
        Example example = Example.of(List.of(2, 3, 4, 1), 5, 0, 0.5, 1);
        ForwardPass pass = example.forward();
        for (List<Matrix> masks :
                List.of(List.<Matrix>of(), example.masks().subList(0, 1), List.of(pass.Z(1), pass.Z(2), pass.Z(3)))) {
            assertEquals(
                    "Dropout needs one mask for each of the 2 dropout layers, not " + masks.size() + ".",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> example.network().forward(example.parameters(), masks, pass))
                            .getMessage());
        }
    }

    @Test
    void should_refuse_a_pass_that_was_made_for_other_layers() {
        Example example = Example.of(List.of(2, 3, 1), 5, 0, 0.5, 1);
        Network undropped = Network.of(example.config(), new NoPenalty(), 1);
        ForwardPass pass = new ForwardPass(undropped.layers(), example.X());

        assertEquals(
                "The forward pass was made for the layers " + undropped.layers() + ", the network has "
                        + example.network().layers() + "; make one for these.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> example.network().forward(example.parameters(), example.masks(), pass))
                        .getMessage());
    }

    @Test
    void should_give_the_gradient_of_the_loss_and_that_of_the_penalty_also_one_by_one() {
        Example example = Example.of(List.of(2, 4, 3, 1), 6, 0.5, 0.6, 2);
        Network network = example.network();
        Parameters parts = example.parameters().zeros();
        ForwardPass pass = example.forward();

        network.backwardLoss(example.parameters(), example.Y(), pass, new BackwardPass(network.layers(), 6), parts);
        double[] ofLoss = parts.toVector();
        network.addPenalty(example.parameters(), 6, parts);

        Example unpenalized = Example.of(List.of(2, 4, 3, 1), 6, 0, 0.6, 2);
        assertArrayEquals(unpenalized.gradient(), ofLoss);
        assertArrayEquals(example.gradient(), parts.toVector());
        assertEquals(
                network.cost(example.parameters(), example.Y(), pass).penalty(),
                network.penalty(example.parameters(), 6));
    }

    @Test
    void should_refuse_a_mask_of_another_shape() {
        Example example = Example.of(List.of(2, 3, 1), 5, 0, 0.5, 1);
        ForwardPass pass = example.forward();
        assertEquals(
                "A = G ∘ D / keep_prob: D is 4×5 and G is 3×5; needed: equal shapes.",
                assertThrows(
                                ShapeMismatchException.class,
                                () -> example.network()
                                        .forward(example.parameters(), List.of(Matrix.zeros(4, 5)), pass))
                        .getMessage());
    }

    @Test
    void should_refuse_parameters_of_another_shape_or_depth() {
        Example example = Example.of(List.of(2, 3, 1), 5, 0, 1, 1);
        Parameters wider = new NetworkConfig(List.of(2, 4, 1)).newParameters();
        assertEquals(
                "Z = W·A + b: Z is 3×5 and A is 2×5; needed: Z has the rows of W, the columns of A.",
                assertThrows(
                                ShapeMismatchException.class,
                                () -> example.network().predict(wider, example.X()))
                        .getMessage());
        for (List<Integer> layers : List.of(List.of(2, 1), List.of(2, 3, 1, 1))) {
            Parameters other = new NetworkConfig(layers).newParameters();
            assertEquals(
                    "The parameters have " + (layers.size() - 1) + " layers, the network has 2.",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> example.network().predict(other, example.X()))
                            .getMessage());
        }
    }

    @Test
    void should_refuse_examples_and_labels_that_do_not_fit() {
        Example example = Example.of(List.of(2, 3, 1), 5, 0, 1, 1);
        ForwardPass pass = example.forward();
        assertEquals(
                "X has 4 features, the network has 2 inputs.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> example.network().predict(example.parameters(), Matrix.zeros(4, 1)))
                        .getMessage());
        assertEquals(
                "cross-entropy: A is 1×5 and Y is 1×4; needed: equal shapes.",
                assertThrows(
                                ShapeMismatchException.class,
                                () -> example.network().cost(example.parameters(), Matrix.zeros(1, 4), pass))
                        .getMessage());
    }

    @Test
    void should_leave_its_arguments_alone_where_it_says_so() {
        Example example = Example.of(List.of(2, 3, 4, 1), 5, 0.3, 0.5, 1);
        double[] parameters = example.parameters().toVector();
        double[][] X = example.X().toArray();
        double[][] Y = example.Y().toArray();
        double[][] D = example.masks().get(0).toArray();

        example.gradient();
        example.network().predict(example.parameters(), example.X());

        assertArrayEquals(parameters, example.parameters().toVector());
        assertArrayEquals(X, example.X().toArray());
        assertArrayEquals(Y, example.Y().toArray());
        assertArrayEquals(D, example.masks().get(0).toArray());
    }

    private static Example permuted(Example example, long seed) {
        List<Integer> order = new ArrayList<>();
        for (int j = 0; j < example.X().columns(); j++) {
            order.add(j);
        }
        Collections.shuffle(order, new Random(seed));
        List<Matrix> masks =
                example.masks().stream().map(D -> permuted(D, order)).toList();
        return new Example(
                example.config(),
                example.keepProbability(),
                example.network(),
                example.parameters(),
                permuted(example.X(), order),
                permuted(example.Y(), order),
                masks);
    }

    private static Matrix permuted(Matrix matrix, List<Integer> order) {
        Matrix result = Matrix.zeros(matrix.rows(), matrix.columns());
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < matrix.columns(); j++) {
                result.set(i, j, matrix.get(i, order.get(j)));
            }
        }
        return result;
    }

    /** The gradient with every term of every sum over examples replaced by its absolute value, penalty included. */
    private static double[] gradientOfAbsoluteTerms(Example example) {
        int m = example.X().columns();
        ForwardPass pass = example.forward();
        BackwardPass back = new BackwardPass(example.network().layers(), m);
        example.network()
                .backward(
                        example.parameters(),
                        example.Y(),
                        pass,
                        back,
                        example.parameters().zeros());
        Parameters sizes = example.parameters().zeros();
        for (int l = 1; l <= example.config().depth(); l++) {
            Matrix W = example.parameters().W(l);
            for (int i = 0; i < W.rows(); i++) {
                double[] dZ = back.dZ(l).row(i);
                for (int j = 0; j < m; j++) {
                    double dz = Math.abs(dZ[j]) / m;
                    sizes.b(l).set(i, 0, sizes.b(l).get(i, 0) + dz);
                    for (int k = 0; k < W.columns(); k++) {
                        sizes.W(l)
                                .set(
                                        i,
                                        k,
                                        sizes.W(l).get(i, k)
                                                + dz * Math.abs(pass.A(l - 1).get(k, j)));
                    }
                }
                for (int k = 0; k < W.columns(); k++) {
                    sizes.W(l).set(i, k, sizes.W(l).get(i, k) + 0.4 / m * Math.abs(W.get(i, k)));
                }
            }
        }
        return sizes.toVector();
    }
}
