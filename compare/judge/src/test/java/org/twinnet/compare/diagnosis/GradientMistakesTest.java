package org.twinnet.compare.diagnosis;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.scratch.linalg.Matrix;

@DisplayName("A mistake of backpropagation")
class GradientMistakesTest {

    private static final int DEPTH = 3;
    private static final double DECAY = OneStep.LAMBDA / OneStep.M;

    /** m = 5; right is 1 throughout. */
    @ParameterizedTest(name = "{0}, way {1}: dZ = {2}·(A − Y), dW = {3}·dZ·Aᵀ/m + {4}·λ/m·W, db = {5}·Σ dZ/m")
    @CsvSource(delimiter = '|', textBlock = """
            gradient-not-averaged      | 0 | 1   | 5   | 1 | 5   | 5
            gradient-not-averaged      | 1 | 1   | 5   | 5 | 5   | 5
            gradient-not-averaged      | 2 | 1   | 5   | 1 | 1   | 5
            bias-gradient-not-averaged | 0 | 1   | 1   | 1 | 5   | 5
            bias-gradient-mean-not-sum | 0 | 1   | 1   | 1 | 0.2 | 0.2
            gradient-averaged-twice    | 0 | 1   | 0.2 | 1 | 0.2 | 0.2
            gradient-averaged-twice    | 1 | 1   | 0.2 | 1 | 1   | 0.2
            gradient-averaged-twice    | 2 | 0.2 | 1   | 1 | 1   | 0.2
            output-gradient-sign       | 0 | -1  | 1   | 1 | 1   | -1
            """)
    void should_multiply_gradients(
            String id, int way, double output, double data, double penalty, double bias, Double told) {
        OneStep step = OneStep.with(id, way);
        step.assertTold(told);
        Matrix A = step.of(Quantity.A, DEPTH);
        step.assertMakes(Quantity.dZ, DEPTH, (i, j) -> output * (A.get(i, j) - step.y(j)));
        for (int l = 1; l <= DEPTH; l++) {
            Matrix dZ = step.of(Quantity.dZ, l);
            Matrix W = step.of(Quantity.W, l);
            Matrix inputs = step.inputs(l);
            step.assertMakes(
                    Quantity.dW,
                    l,
                    (i, k) -> data * step.product(dZ, inputs, i, k) / OneStep.M + penalty * DECAY * W.get(i, k));
            step.assertMakes(Quantity.db, l, (i, k) -> bias * step.sum(dZ, i) / OneStep.M);
        }
    }

    @ParameterizedTest(name = "way {0}: db = {1}·mean of all units of Σ dZ/m")
    @CsvSource({"1, 1", "2, 0.2"})
    void should_take_one_mean_for_the_biases_of_all_units(int way, double multiple) {
        OneStep step = OneStep.with("bias-gradient-mean-not-sum", way);
        for (int l = 1; l <= DEPTH; l++) {
            Matrix dZ = step.of(Quantity.dZ, l);
            double sum = 0;
            for (int i = 0; i < dZ.rows(); i++) {
                sum += step.sum(dZ, i);
            }
            double mean = multiple * sum / dZ.rows() / OneStep.M;
            step.assertMakes(Quantity.db, l, (i, k) -> mean);
        }
    }

    @ParameterizedTest(name = "{0}: dZ = dA·slope")
    @CsvSource({"relu-gradient-missing", "relu-gradient-inverted", "sigmoid-gradient-on-hidden"})
    void should_take_another_derivative_of_hidden_layers(String id) {
        OneStep step = OneStep.with(id, 0);
        for (int l = 1; l < DEPTH; l++) {
            Matrix dA = step.of(Quantity.dA, l);
            Matrix Z = step.of(Quantity.Z, l);
            step.assertMakes(Quantity.dZ, l, (i, j) -> {
                double a = 1 / (1 + Math.exp(-Z.get(i, j)));
                double slope = switch (id) {
                    case "relu-gradient-missing" -> 1;
                    case "relu-gradient-inverted" -> Z.get(i, j) > 0 ? 0 : 1;
                    default -> a * (1 - a);
                };
                return dA.get(i, j) * slope;
            });
        }
    }

    @Test
    void should_multiply_the_derivative_of_the_sigmoid_in() {
        OneStep step = OneStep.with("output-gradient-extra-sigmoid-derivative", 0);
        Matrix A = step.of(Quantity.A, DEPTH);
        step.assertMakes(Quantity.dZ, DEPTH, (i, j) -> {
            double a = A.get(i, j);
            return (a - step.y(j)) * a * (1 - a);
        });
    }

    @Test
    void should_send_the_gradient_through_updated_weights() {
        OneStep step = OneStep.with("backprop-uses-updated-weights", 0);
        for (int l = 1; l < DEPTH; l++) {
            Matrix W = step.of(Quantity.W, l + 1);
            Matrix dW = step.of(Quantity.dW, l + 1);
            Matrix dZ = step.of(Quantity.dZ, l + 1);
            Matrix D = step.of(Quantity.D, l);
            step.assertMakes(Quantity.dA, l, (i, j) -> {
                double sum = 0;
                for (int k = 0; k < W.rows(); k++) {
                    sum += (W.get(k, i) - OneStep.ALPHA * dW.get(k, i)) * dZ.get(k, j);
                }
                return sum * D.get(i, j) / 0.8;
            });
        }
    }

    @Test
    void should_take_other_inputs_into_the_gradient_of_the_weights() {
        OneStep pre = OneStep.with("weight-gradient-of-pre-activation", 0);
        OneStep undropped = OneStep.with("weight-gradient-of-undropped-activation", 0);
        for (int l = 2; l <= DEPTH; l++) {
            Matrix dZ = pre.of(Quantity.dZ, l);
            Matrix W = pre.of(Quantity.W, l);
            Matrix Z = pre.of(Quantity.Z, l - 1);
            Matrix rectified = Matrix.of(Z.toArray());
            for (int i = 0; i < Z.rows(); i++) {
                for (int j = 0; j < OneStep.M; j++) {
                    rectified.set(i, j, Math.max(0, Z.get(i, j)));
                }
            }
            pre.assertMakes(Quantity.dW, l, (i, k) -> pre.product(dZ, Z, i, k) / OneStep.M + DECAY * W.get(i, k));
            undropped.assertMakes(
                    Quantity.dW, l, (i, k) -> pre.product(dZ, rectified, i, k) / OneStep.M + DECAY * W.get(i, k));
        }
    }
}
