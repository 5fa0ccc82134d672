package org.twinnet.compare.diagnosis;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.scratch.linalg.Matrix;

@DisplayName("A mistake of the penalty")
class PenaltyMistakesTest {

    private static final int DEPTH = 3;

    /** What the penalty of the cost adds up, of one layer. */
    private enum Sum {
        SQUARES,
        SQUARES_WITH_BIASES,
        ABSOLUTE_VALUES,
        NORM;

        double of(OneStep step, int l) {
            double squares = step.sumOf(Quantity.W, l, true);
            return switch (this) {
                case SQUARES -> squares;
                case SQUARES_WITH_BIASES -> squares + step.sumOf(Quantity.b, l, true);
                case ABSOLUTE_VALUES -> step.sumOf(Quantity.W, l, false);
                case NORM -> Math.sqrt(squares);
            };
        }
    }

    /** m = 5. */
    @ParameterizedTest(name = "{0}, way {1}: {2}·λ/2m·{3}")
    @CsvSource(delimiter = '|', textBlock = """
            l2-cost-missing          | 0 | 0 | SQUARES             |
            l2-cost-not-halved       | 0 | 2 | SQUARES             | 2
            l2-cost-not-averaged     | 0 | 5 | SQUARES             | 5
            l2-cost-norm-not-squared | 0 | 1 | NORM                |
            l2-cost-layer-skipped    | 0 | 0 | SQUARES             |
            l2-gradient-missing      | 0 | 1 | SQUARES             |
            l2-bias-regularized      | 0 | 1 | SQUARES             |
            l2-bias-regularized      | 1 | 1 | SQUARES_WITH_BIASES |
            l2-bias-regularized      | 2 | 1 | SQUARES_WITH_BIASES |
            l1-in-place-of-l2        | 0 | 1 | SQUARES             |
            l1-in-place-of-l2        | 1 | 1 | ABSOLUTE_VALUES     |
            l1-in-place-of-l2        | 2 | 2 | ABSOLUTE_VALUES     |
            l1-in-place-of-l2        | 3 | 1 | ABSOLUTE_VALUES     |
            l1-in-place-of-l2        | 4 | 2 | ABSOLUTE_VALUES     |
            """)
    void should_change_the_penalty_of_the_cost(String id, int way, double multiple, Sum sum, Double told) {
        OneStep step = OneStep.with(id, way);
        step.assertTold(told);
        double penalty = 0;
        for (int l = 1; l <= DEPTH; l++) {
            penalty += step.isMadeIn(l) ? multiple * sum.of(step, l) : Sum.SQUARES.of(step, l);
        }
        step.assertCosts(step.crossEntropy(false) + OneStep.LAMBDA / (2 * OneStep.M) * penalty);
    }

    @Test
    void should_take_one_norm_of_all_weights() {
        OneStep step = OneStep.with("l2-cost-norm-not-squared", 1);
        double squares = 0;
        for (int l = 1; l <= DEPTH; l++) {
            squares += Sum.SQUARES.of(step, l);
        }
        step.assertCosts(step.crossEntropy(false) + OneStep.LAMBDA / (2 * OneStep.M) * Math.sqrt(squares));
    }

    /** Right are 1, W and 0. */
    @ParameterizedTest(name = "{0}, way {1}: dW = dZ·Aᵀ/m + {2}·λ/m·{3}, db = Σ dZ/m + {4}·λ/m·b")
    @CsvSource(delimiter = '|', textBlock = """
            l2-gradient-missing       | 0 | 0   | W    | 0 |
            l2-gradient-not-averaged  | 0 | 5   | W    | 0 | 5
            l2-gradient-halved        | 0 | 0.5 | W    | 0 | 0.5
            l2-gradient-doubled       | 0 | 2   | W    | 0 | 2
            l2-gradient-sign          | 0 | -1  | W    | 0 | -1
            l2-gradient-layer-skipped | 0 | 0   | W    | 0 |
            l2-bias-regularized       | 0 | 1   | W    | 1 |
            l2-bias-regularized       | 1 | 1   | W    | 1 |
            l2-bias-regularized       | 2 | 1   | W    | 0 |
            l1-in-place-of-l2         | 0 | 1   | SIGN | 0 |
            l1-in-place-of-l2         | 1 | 1   | SIGN | 0 |
            l1-in-place-of-l2         | 2 | 1   | SIGN | 0 |
            l1-in-place-of-l2         | 3 | 1   | W    | 0 |
            l1-in-place-of-l2         | 4 | 1   | W    | 0 |
            l2-cost-not-halved        | 0 | 1   | W    | 0 | 2
            """)
    void should_change_the_penalty_of_the_gradient(
            String id, int way, double multiple, String of, double biasMultiple, Double told) {
        OneStep step = OneStep.with(id, way);
        step.assertTold(told);
        double decay = OneStep.LAMBDA / OneStep.M;
        for (int l = 1; l <= DEPTH; l++) {
            Matrix dZ = step.of(Quantity.dZ, l);
            Matrix A = step.inputs(l);
            Matrix W = step.of(Quantity.W, l);
            Matrix b = step.of(Quantity.b, l);
            boolean made = step.isMadeIn(l);
            boolean sign = made && of.equals("SIGN");
            step.assertMakes(
                    Quantity.dW,
                    l,
                    (i, k) -> step.product(dZ, A, i, k) / OneStep.M
                            + (made ? multiple : 1) * decay * (sign ? Math.signum(W.get(i, k)) : W.get(i, k)));
            step.assertMakes(
                    Quantity.db,
                    l,
                    (i, k) -> step.sum(dZ, i) / OneStep.M + (made ? biasMultiple : 0) * decay * b.get(i, 0));
        }
    }
}
