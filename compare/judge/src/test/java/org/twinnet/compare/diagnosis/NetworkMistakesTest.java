package org.twinnet.compare.diagnosis;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.scratch.linalg.Matrix;

@DisplayName("A mistake of the network")
class NetworkMistakesTest {

    private static final int DEPTH = 3;

    private enum Activation {
        IDENTITY,
        SIGMOID,
        TANH;

        double of(double z) {
            return switch (this) {
                case IDENTITY -> z;
                case SIGMOID -> 1 / (1 + Math.exp(-z));
                case TANH -> Math.tanh(z);
            };
        }
    }

    /** What dA is multiplied with. */
    private enum Slope {
        ONE,
        Z_POSITIVE,
        A_POSITIVE,
        OF_SIGMOID,
        OF_TANH;

        double of(double z, double a) {
            double sigmoid = 1 / (1 + Math.exp(-z));
            return switch (this) {
                case ONE -> 1;
                case Z_POSITIVE -> z > 0 ? 1 : 0;
                case A_POSITIVE -> a > 0 ? 1 : 0;
                case OF_SIGMOID -> sigmoid * (1 - sigmoid);
                case OF_TANH -> 1 - Math.tanh(z) * Math.tanh(z);
            };
        }
    }

    /** The gradient may fit the wrong activation, or be that of ReLU, or have none. */
    @ParameterizedTest(name = "{0}, way {1}: A = {2}(Z)·D/keep_prob, dZ = dA·{3}")
    @CsvSource(delimiter = '|', textBlock = """
            activation-missing | 0 | IDENTITY | ONE
            activation-missing | 1 | IDENTITY | Z_POSITIVE
            activation-missing | 2 | IDENTITY | A_POSITIVE
            sigmoid-on-hidden  | 0 | SIGMOID  | OF_SIGMOID
            sigmoid-on-hidden  | 1 | SIGMOID  | Z_POSITIVE
            sigmoid-on-hidden  | 2 | SIGMOID  | ONE
            sigmoid-on-hidden  | 3 | SIGMOID  | A_POSITIVE
            tanh-on-hidden     | 0 | TANH     | OF_TANH
            tanh-on-hidden     | 1 | TANH     | Z_POSITIVE
            tanh-on-hidden     | 2 | TANH     | ONE
            tanh-on-hidden     | 3 | TANH     | A_POSITIVE
            """)
    void should_have_another_activation(String id, int way, Activation activation, Slope slope) {
        OneStep step = OneStep.with(id, way);
        step.assertTold(null);
        for (int l = 1; l < DEPTH; l++) {
            Matrix Z = step.of(Quantity.Z, l);
            Matrix A = step.of(Quantity.A, l);
            Matrix D = step.of(Quantity.D, l);
            Matrix dA = step.of(Quantity.dA, l);
            step.assertMakes(Quantity.A, l, (i, j) -> activation.of(Z.get(i, j)) * D.get(i, j) / 0.8);
            step.assertMakes(Quantity.dZ, l, (i, j) -> dA.get(i, j) * slope.of(Z.get(i, j), A.get(i, j)));
        }
    }

    @Test
    void should_rectify_the_output() {
        OneStep step = OneStep.with("relu-on-output", 0);
        Matrix Z = step.of(Quantity.Z, DEPTH);
        step.assertMakes(Quantity.A, DEPTH, (i, j) -> Math.max(0, Z.get(i, j)));
    }

    /** W of layer 2 is square. */
    @ParameterizedTest(name = "way {0}: transposed forward {1}, backward {2}")
    @CsvSource({"0, true, true", "1, true, false", "2, false, true"})
    void should_transpose_weights(int way, boolean forward, boolean backward) {
        OneStep step = OneStep.with("weights-transposed", way);
        Matrix W = step.of(Quantity.W, 2);
        Matrix A = step.of(Quantity.A, 1);
        Matrix b = step.of(Quantity.b, 2);
        Matrix dZ = step.of(Quantity.dZ, 2);
        Matrix D = step.of(Quantity.D, 1);
        step.assertMakes(Quantity.Z, 2, (i, j) -> {
            double z = b.get(i, 0);
            for (int k = 0; k < 3; k++) {
                z += (forward ? W.get(k, i) : W.get(i, k)) * A.get(k, j);
            }
            return z;
        });
        step.assertMakes(Quantity.dA, 1, (i, j) -> {
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                sum += (backward ? W.get(i, k) : W.get(k, i)) * dZ.get(k, j);
            }
            return sum * D.get(i, j) / 0.8;
        });
    }

    @Test
    void should_leave_biases_out() {
        OneStep step = OneStep.with("bias-not-added", 0);
        for (int l = 1; l <= DEPTH; l++) {
            Matrix W = step.of(Quantity.W, l);
            Matrix A = step.inputs(l);
            step.assertMakes(Quantity.Z, l, (i, j) -> {
                double z = 0;
                for (int k = 0; k < W.columns(); k++) {
                    z += W.get(i, k) * A.get(k, j);
                }
                return z;
            });
        }
    }

    @ParameterizedTest(name = "way {0}: exchanged in the cost {1}, in the gradient {2}")
    @CsvSource({"0, true, true", "1, false, true", "2, true, false"})
    void should_exchange_labels(int way, boolean inCost, boolean inGradient) {
        OneStep step = OneStep.with("labels-flipped", way);
        Matrix A = step.of(Quantity.A, DEPTH);
        double squares = 0;
        for (int l = 1; l <= DEPTH; l++) {
            squares += step.sumOf(Quantity.W, l, true);
        }
        step.assertCosts(step.crossEntropy(inCost) + OneStep.LAMBDA / (2 * OneStep.M) * squares);
        step.assertMakes(Quantity.dZ, DEPTH, (i, j) -> A.get(i, j) - (inGradient ? 1 - step.y(j) : step.y(j)));
    }

    @ParameterizedTest(name = "{0}, way {1}: W − {2}·α·dW, b − {3}·α·db")
    @CsvSource(delimiter = '|', textBlock = """
            update-sign         | 0 | -1 | -1 | -1
            update-sign         | 1 | -1 | 1  | -1
            update-sign         | 2 | 1  | -1 | -1
            bias-not-updated    | 0 | 1  | 0  |
            weights-not-updated | 0 | 0  | 1  |
            weights-not-updated | 1 | 0  | 0  |
            """)
    void should_take_another_step(String id, int way, double weightStep, double biasStep, Double told) {
        OneStep step = OneStep.with(id, way);
        step.assertTold(told);
        for (int l = 1; l <= DEPTH; l++) {
            Matrix W = step.of(Quantity.W, l);
            Matrix dW = step.of(Quantity.dW, l);
            Matrix b = step.of(Quantity.b, l);
            Matrix db = step.of(Quantity.db, l);
            step.assertUpdates(Quantity.W, l, (i, k) -> W.get(i, k) - weightStep * OneStep.ALPHA * dW.get(i, k));
            step.assertUpdates(Quantity.b, l, (i, k) -> b.get(i, 0) - biasStep * OneStep.ALPHA * db.get(i, 0));
        }
    }
}
