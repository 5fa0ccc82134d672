package org.twinnet.dl4j.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationTanH;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.twinnet.dl4j.runtime.Nd4jRuntime;

class LogitCrossEntropyTest {
    private final LogitCrossEntropy loss = new LogitCrossEntropy();

    @BeforeAll
    static void start() {
        Nd4jRuntime.start();
    }

    @Test
    void should_be_log_2_at_the_boundary() {
        assertEquals(Math.log(2), LogitCrossEntropy.loss(0, 0));
        assertEquals(Math.log(2), LogitCrossEntropy.loss(0, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1, 5, 12, 36, 37, 100, 700, 746, 1000, 1e300})
    void should_grow_as_the_logit_for_a_wrong_label_and_vanish_for_a_right_one(double z) {
        // log(1 + e^z) = z + log(1 + e^-z), the correction at most log 2.
        double wrong = LogitCrossEntropy.loss(z, 0);
        assertTrue(wrong >= z && wrong <= z + Math.log(2), () -> "loss " + wrong);
        double right = LogitCrossEntropy.loss(z, 1);
        assertTrue(right >= 0 && right <= Math.exp(-z), () -> "loss " + right);
        assertEquals(wrong, LogitCrossEntropy.loss(-z, 1));
        assertEquals(right, LogitCrossEntropy.loss(-z, 0));
    }

    @Test
    void should_take_the_limit_at_infinity_and_pass_on_nan_only() {
        assertEquals(0, LogitCrossEntropy.loss(Double.POSITIVE_INFINITY, 1));
        assertEquals(Double.POSITIVE_INFINITY, LogitCrossEntropy.loss(Double.POSITIVE_INFINITY, 0));
        assertEquals(0, LogitCrossEntropy.loss(Double.NEGATIVE_INFINITY, 0));
        assertEquals(Double.POSITIVE_INFINITY, LogitCrossEntropy.loss(Double.NEGATIVE_INFINITY, 1));
        assertTrue(Double.isNaN(LogitCrossEntropy.loss(Double.NaN, 1)));
    }

    @Test
    void should_agree_with_a_value_of_forty_digits() {
        // log(1 + e^-3) by Python's decimal module at 45 digits.
        double expected = new BigDecimal("0.04858735157374205875892591985468999794188").doubleValue();
        assertEquals(expected, LogitCrossEntropy.loss(3, 1), Math.ulp(expected));
    }

    @Test
    void should_sum_over_rows_and_average_on_request() {
        INDArray z = column(-1000, -3, 0, 3, 1000);
        INDArray y = column(1, 0, 1, 1, 1);
        double expected = 1000 + LogitCrossEntropy.loss(3, 1) * 2 + Math.log(2);
        double sum = loss.computeScore(y, z, new ActivationSigmoid(), null, false);
        assertEquals(expected, sum, Math.ulp(expected));
        assertEquals(sum / 5, loss.computeScore(y, z, new ActivationSigmoid(), null, true));
        INDArray rows = loss.computeScoreArray(y, z, new ActivationSigmoid(), null);
        assertEquals(1000, rows.getDouble(0, 0));
        assertEquals(sum, rows.sumNumber().doubleValue(), Math.ulp(expected));
    }

    @Test
    void should_have_the_gradient_probability_minus_label_and_leave_its_operands_alone() {
        INDArray z = column(-1000, -40, 0, 40, 1000);
        INDArray y = column(1, 1, 1, 0, 0);
        INDArray gradient = loss.computeGradient(y, z, new ActivationSigmoid(), null);
        assertEquals(column(-1, -1, -0.5, 1, 1), gradient);
        assertEquals(column(-1000, -40, 0, 40, 1000), z);
        assertEquals(column(1, 1, 1, 0, 0), y);
        var both = loss.computeGradientAndScore(y, z, new ActivationSigmoid(), null, false);
        assertEquals(gradient, both.getSecond());
        assertEquals(2080 + Math.log(2), both.getFirst(), Math.ulp(2080.0));
    }

    @Test
    void should_differ_from_the_stock_loss_where_that_one_clips() {
        LossBinaryXENT stock = new LossBinaryXENT();
        INDArray wrong = column(-40);
        INDArray label = column(1);
        // -log(1e-5) instead of 40, and a gradient of σ'(−40) · (1e-5 − 1)/(1e-5 (1 − 1e-5)) instead of −1.
        assertEquals(11.512925464970229, stock.computeScore(label, wrong, new ActivationSigmoid(), null, false), 1e-14);
        double gradient = stock.computeGradient(label, wrong, new ActivationSigmoid(), null)
                .getDouble(0);
        assertTrue(gradient < 0 && gradient > -1e-12, () -> "stock gradient " + gradient); // measured -4.2e-13
    }

    @Test
    void should_read_views_in_the_right_order() {
        INDArray table = Nd4j.createFromArray(new double[][] {{9, -2}, {9, 1}, {9, 3}});
        INDArray z = table.getColumn(1, true);
        INDArray y = column(0, 1, 0);
        double expected = LogitCrossEntropy.loss(-2, 0) + LogitCrossEntropy.loss(1, 1) + LogitCrossEntropy.loss(3, 0);
        assertEquals(expected, loss.computeScore(y, z, new ActivationSigmoid(), null, false));
        INDArray firstRows = Nd4j.createFromArray(new double[][] {{-2, 1}, {3, 0}, {99, 99}})
                .get(NDArrayIndex.interval(0, 2), NDArrayIndex.all());
        INDArray labels = Nd4j.createFromArray(new double[][] {{0, 1}, {1, 1}});
        double four = LogitCrossEntropy.loss(-2, 0) + LogitCrossEntropy.loss(1, 1);
        four += LogitCrossEntropy.loss(3, 1);
        four += LogitCrossEntropy.loss(0, 1);
        assertEquals(four, loss.computeScore(labels, firstRows, new ActivationSigmoid(), null, false));
    }

    @Test
    void should_refuse_other_activations_shapes_and_masks() {
        INDArray z = column(1, 2);
        var activation =
                assertThrows(IllegalStateException.class, () -> loss.computeGradient(z, z, new ActivationTanH(), null));
        assertEquals(
                "LogitCrossEntropy after the activation tanh: it is the cross-entropy of a sigmoid; set"
                        + " Activation.SIGMOID on the output layer.",
                activation.getMessage());
        var shape = assertThrows(
                IllegalStateException.class,
                () -> loss.computeScore(column(1), z, new ActivationSigmoid(), null, false));
        assertEquals(
                "LogitCrossEntropy: labels of shape [1, 1] and outputs of shape [2, 1] must have the same shape.",
                shape.getMessage());
        assertThrows(
                IllegalStateException.class, () -> loss.computeScoreArray(z, z, new ActivationSigmoid(), column(1, 0)));
    }

    private static INDArray column(double... values) {
        return Nd4j.createFromArray(values).reshape(values.length, 1);
    }
}
