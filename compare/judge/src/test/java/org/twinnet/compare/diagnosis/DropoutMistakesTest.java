package org.twinnet.compare.diagnosis;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.scratch.linalg.Matrix;

@DisplayName("A mistake of dropout")
class DropoutMistakesTest {

    /** Which mask the mistake takes in place of D. */
    private enum Mask {
        D,
        NONE,
        FILLED_BY_COLUMN,
        FIRST_COLUMN,
        FIRST_ROW;

        double of(Matrix D, int i, int j) {
            int position = j * D.rows() + i;
            return switch (this) {
                case D -> D.get(i, j);
                case NONE -> 1;
                case FILLED_BY_COLUMN -> D.get(position / D.columns(), position % D.columns());
                case FIRST_COLUMN -> D.get(i, 0);
                case FIRST_ROW -> D.get(0, j);
            };
        }
    }

    /** Right are D and 1/0.8 = 1.25 both times, and a gate that Z opens. */
    @ParameterizedTest(name = "{0}, way {1}: A = ReLU(Z)·{2}·{3}, dA = Wᵀ·dZ·{4}·{5}, dZ = dA where {6} > 0")
    @CsvSource(delimiter = '|', textBlock = """
            dropout-not-scaled-forward     | 0 | D                | 1      | D                | 1.25   | Z | 0.8
            dropout-not-scaled-backward    | 0 | D                | 1.25   | D                | 1      | Z | 0.8
            dropout-mask-missing-backward  | 0 | D                | 1.25   | NONE             | 1.25   | Z |
            dropout-mask-missing-backward  | 1 | D                | 1.25   | NONE             | 1.25   | A |
            dropout-mask-missing-backward  | 2 | D                | 1.25   | NONE             | 1      | Z |
            dropout-mask-missing-backward  | 3 | D                | 1.25   | NONE             | 1      | A |
            dropout-probability-inverted   | 0 | D                | 5      | D                | 1.25   | Z | 4
            dropout-probability-inverted   | 1 | D                | 5      | D                | 5      | Z | 4
            dropout-probability-inverted   | 2 | D                | 1.25   | D                | 5      | Z | 4
            dropout-mask-per-unit          | 0 | FIRST_COLUMN     | 1.25   | FIRST_COLUMN     | 1.25   | Z |
            dropout-mask-per-example       | 0 | FIRST_ROW        | 1.25   | FIRST_ROW        | 1.25   | Z |
            dropout-layer-skipped          | 0 | NONE             | 1      | NONE             | 1      | Z |
            dropout-layer-skipped          | 1 | NONE             | 1      | D                | 1.25   | Z |
            dropout-mask-missing-forward   | 0 | NONE             | 1.25   | D                | 1.25   | Z |
            dropout-mask-missing-forward   | 1 | NONE             | 1.25   | NONE             | 1.25   | Z |
            dropout-scaled-twice           | 0 | D                | 1.5625 | D                | 1.25   | Z | 1.25
            dropout-scaled-twice           | 1 | D                | 1.5625 | D                | 1.5625 | Z | 1.25
            dropout-scaled-twice           | 2 | D                | 1.25   | D                | 1.5625 | Z | 1.25
            dropout-multiplied-not-divided | 0 | D                | 0.8    | D                | 1.25   | Z | 0.64
            dropout-multiplied-not-divided | 1 | D                | 0.8    | D                | 0.8    | Z | 0.64
            dropout-multiplied-not-divided | 2 | D                | 1.25   | D                | 0.8    | Z | 0.64
            mask-transposed                | 0 | FILLED_BY_COLUMN | 1.25   | FILLED_BY_COLUMN | 1.25   | Z |
            """)
    void should_change_masks_and_scales_of_both_passes(
            String id,
            int way,
            Mask forward,
            double forwardScale,
            Mask backward,
            double backwardScale,
            Quantity gate,
            Double told) {
        OneStep step = OneStep.with(id, way);
        step.assertTold(told);
        for (int l = 1; l <= 2; l++) {
            Matrix D = step.of(Quantity.D, l);
            Matrix Z = step.of(Quantity.Z, l);
            Matrix dA = step.of(Quantity.dA, l);
            Matrix opens = step.of(gate, l);
            int layer = l;
            step.assertMakes(Quantity.A, l, (i, j) -> Math.max(0, Z.get(i, j)) * forward.of(D, i, j) * forwardScale);
            step.assertMakes(
                    Quantity.dA, l, (i, j) -> step.throughWeights(layer, i, j) * backward.of(D, i, j) * backwardScale);
            step.assertMakes(Quantity.dZ, l, (i, j) -> opens.get(i, j) > 0 ? dA.get(i, j) : 0);
        }
    }

    /**
     * The trace's own gradient shows the other mask: here it drops the second unit of the first example, and nothing
     * else.
     */
    @ParameterizedTest(name = "dropout-mask-redrawn-backward, way {0}: dZ = dA where {1} > 0")
    @CsvSource({"0, Z", "1, A"})
    void should_take_another_mask_from_the_gradient(int way, Quantity gate) {
        OneStep right = OneStep.with("dropout-mask-redrawn-backward", way);
        OneStep.Entry redrawn = (i, j) -> i == 1 && j == 0 ? 0 : right.throughWeights(2, i, j) * 1.25;
        OneStep step = OneStep.with("dropout-mask-redrawn-backward", way, Quantity.dA, 2, redrawn);
        step.assertTold(null);
        step.assertMakes(Quantity.dA, 2, redrawn);
        Matrix opens = step.of(gate, 2);
        step.assertMakes(Quantity.dZ, 2, (i, j) -> opens.get(i, j) > 0 ? redrawn.at(i, j) : 0);
    }

    /** Every third feature of the features in a row is dropped. */
    @ParameterizedTest(name = "dropout-on-input, way {0}: Z = W·(X·D·{1}) + b, dropped in dW: {2}")
    @CsvSource({"0, 1.25, true", "1, 1.25, false", "2, 1, true", "3, 1, false"})
    void should_drop_features(int way, double scale, boolean droppedInGradient) {
        OneStep right = OneStep.with("dropout-on-input", way);
        Matrix X = right.inputs(1);
        Matrix dropped = Matrix.of(X.toArray());
        for (int k = 0; k < X.rows(); k++) {
            for (int j = 0; j < OneStep.M; j++) {
                dropped.set(k, j, (k + j) % 3 == 0 ? 0 : X.get(k, j) * scale);
            }
        }
        Matrix W = right.of(Quantity.W, 1);
        Matrix b = right.of(Quantity.b, 1);
        OneStep.Entry Z = (i, j) -> W.get(i, 0) * dropped.get(0, j) + W.get(i, 1) * dropped.get(1, j) + b.get(i, 0);
        OneStep step = OneStep.with("dropout-on-input", way, Quantity.Z, 1, Z);
        step.assertTold(null);
        step.assertMakes(Quantity.Z, 1, Z);
        Matrix dZ = step.of(Quantity.dZ, 1);
        step.assertMakes(
                Quantity.dW,
                1,
                (i, k) -> step.product(dZ, droppedInGradient ? dropped : X, i, k) / OneStep.M
                        + OneStep.LAMBDA / OneStep.M * W.get(i, k));
    }
}
