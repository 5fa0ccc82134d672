package org.twinnet.scratch.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.twinnet.scratch.activation.Activation;
import org.twinnet.scratch.activation.Sigmoid;
import org.twinnet.scratch.activation.Softmax;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.proof.Rounding;

class SoftmaxCrossEntropyTest extends LossContract {

    private static final Loss LOSS = new SoftmaxCrossEntropy();

    @Override
    Loss loss() {
        return LOSS;
    }

    @Override
    Activation output() {
        return new Softmax();
    }

    @Override
    Matrix targets(int outputs, int m, Random random) {
        Matrix Y = Matrix.zeros(outputs, m);
        for (int j = 0; j < m; j++) {
            Y.set(random.nextInt(outputs), j, 1);
        }
        return Y;
    }

    @Override
    double costError(int outputs, int m) {
        // each term is below 10; a is off by (outputs + 14)u relative, which is that absolutely in its logarithm
        return Rounding.gamma(m + 4) * 10 + Rounding.gamma(outputs + 14);
    }

    @Override
    String meanFormula() {
        return "softmax cross-entropy";
    }

    @Override
    String backwardFormula() {
        return "dZ = A - Y";
    }

    @Test
    void should_be_the_mean_of_minus_the_logarithm_of_the_probability_of_the_class() {
        Matrix A = Matrix.of(new double[][] {{0.5, 0.25}, {0.25, 0.25}, {0.25, 0.5}});
        Matrix Y = Matrix.of(new double[][] {{1, 0}, {0, 1}, {0, 0}});
        double exact = 1.5 * 0.6931471805599453;
        assertEquals(exact, LOSS.mean(A, Y), Rounding.gamma(6) * exact);
    }

    /** All classes are alike, however small the logits: ln 3. */
    @Test
    void should_cost_the_logarithm_of_the_number_of_classes_where_all_logits_are_alike_and_small() {
        Matrix Z = Matrix.of(new double[][] {{-1000}, {-1000}, {-1000}});
        Matrix A = Matrix.zeros(3, 1);
        new Softmax().forward(Z, A);

        assertEquals(Math.log(3), LOSS.stableMean(Z, A, Matrix.of(new double[][] {{0}, {1}, {0}})));
    }

    @Test
    void should_cost_the_distance_of_the_logits_where_the_output_is_sure_of_the_wrong_class() {
        Matrix Z = Matrix.of(new double[][] {{1000, 3}, {0, -1000}, {-1000, 3}});
        Matrix A = Matrix.zeros(3, 2);
        new Softmax().forward(Z, A);
        Matrix Y = Matrix.of(new double[][] {{0, 0}, {0, 1}, {1, 0}});

        assertEquals(Double.POSITIVE_INFINITY, LOSS.mean(A, Y));
        assertEquals((2000 + 1003 + Math.log(2)) / 2, LOSS.stableMean(Z, A, Y));
    }

    @Test
    void should_refuse_what_is_no_class_of_its_own() {
        assertTargets("Labels of classes are one-hot, 0 or 1; Y[1,0] is 0.5.", new double[][] {{0}, {0.5}});
        assertTargets(
                "Labels of classes are one-hot, one 1 an example; column 0 of Y has 2.", new double[][] {{1}, {1}});
        assertTargets("Labels of classes are one-hot, one 1 an example; column 1 of Y has 0.", new double[][] {{1, 0}});
        assertEquals(
                "Softmax cross-entropy needs a softmax output, probabilities of all classes, not Sigmoid[].",
                assertThrows(IllegalArgumentException.class, () -> LOSS.requireOutput(new Sigmoid()))
                        .getMessage());
    }

    private static void assertTargets(String message, double[][] y) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> LOSS.requireTargets(Matrix.of(y)))
                        .getMessage());
    }
}
