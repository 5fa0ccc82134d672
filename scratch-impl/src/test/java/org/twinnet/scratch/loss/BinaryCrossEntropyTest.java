package org.twinnet.scratch.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.activation.Activation;
import org.twinnet.scratch.activation.Relu;
import org.twinnet.scratch.activation.Sigmoid;
import org.twinnet.scratch.linalg.Matrix;
import org.twinnet.scratch.proof.Rounding;

class BinaryCrossEntropyTest extends LossContract {

    private static final double LN2 = 0.6931471805599453;
    private static final Loss LOSS = new BinaryCrossEntropy();

    @Override
    Loss loss() {
        return LOSS;
    }

    @Override
    Activation output() {
        return new Sigmoid();
    }

    @Override
    Matrix targets(int outputs, int m, Random random) {
        Matrix Y = Matrix.zeros(outputs, m);
        Y.readFrom(random.ints((long) outputs * m, 0, 2).asDoubleStream().toArray(), 0);
        return Y;
    }

    @Override
    double costError(int outputs, int m) {
        // each term is below 5; a's relative error 4u becomes at most 4u·e⁴ < 220u in ln(1 − a)
        return outputs * (Rounding.gamma(outputs * m + 4) * 5 + 220 * Rounding.UNIT);
    }

    @Override
    String meanFormula() {
        return "cross-entropy";
    }

    @Override
    String backwardFormula() {
        return "dZ = A - Y";
    }

    @Test
    void should_be_the_mean_of_minus_the_logarithm_of_the_probability_of_the_label() {
        // −(ln ½ + ln ¼ + ln ⅞ + ln ½)/4 = (1 + 2 + 3 + 1 − log₂7)·ln 2/4
        Matrix A = Matrix.ofRow(0.5, 0.25, 0.125, 0.5);
        Matrix Y = Matrix.ofRow(1, 1, 0, 0);

        double exact = 4 * LN2 / 4 + 0.13353139262452263 / 4;

        // 4 logarithms within an ulp, 4 additions, one quotient; the expected value itself carries 4 roundings
        assertEquals(exact, LOSS.mean(A, Y), Rounding.gamma(12) * exact);
    }

    @ParameterizedTest
    @CsvSource({"0.3, 1", "0.3, 0", "0.9, 1", "0.9, 0", "1e-300, 1", "1e-300, 0"})
    void should_equal_the_two_term_formula_of_the_notebook(double a, double y) {
        double formula = -(y * Math.log(a) + (1 - y) * Math.log(1 - a));
        assertEquals(formula + 0.0, LOSS.mean(Matrix.ofRow(a), Matrix.ofRow(y)));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "0, 0"})
    void should_cost_nothing_where_the_output_is_saturated_on_the_right_side(double a, double y) {
        assertEquals(0, LOSS.mean(Matrix.ofRow(a), Matrix.ofRow(y)));
        assertEquals(LN2 / 2, LOSS.mean(Matrix.ofRow(a, 0.5), Matrix.ofRow(y, 1)));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0"})
    void should_cost_infinity_where_the_output_is_saturated_on_the_wrong_side(double a, double y) {
        assertEquals(Double.POSITIVE_INFINITY, LOSS.mean(Matrix.ofRow(0.5, a), Matrix.ofRow(1, y)));
    }

    @ParameterizedTest
    @CsvSource({"-30, 0", "-3, 1", "0, 0", "0, 1", "0.5, 1", "3, 0", "3, 1", "20, 1"})
    void should_be_the_same_number_from_the_logit(double z, double y) {
        Matrix A = Matrix.zeros(1, 1);
        new Sigmoid().forward(Matrix.ofRow(z), A);
        double reported = LOSS.mean(A, Matrix.ofRow(y));

        // a and 1 − a are off by a few u, and so is the logarithm of p by a few u/p
        double p = y == 1 ? A.get(0, 0) : 1 - A.get(0, 0);
        assertEquals(reported, fromLogits(Matrix.ofRow(z), Matrix.ofRow(y)), Rounding.gamma(6) / p);
    }

    @Test
    void should_average_the_terms_from_the_logit() {
        // ln(1 + e⁰) = ln 2 at z = 0, whatever the label; −ln a = z + ln(1 + e⁻ᶻ) at z = 800 on the wrong side
        double mean = fromLogits(Matrix.ofRow(0, 0, 800, -800), Matrix.ofRow(1, 0, 0, 1));

        assertEquals((LN2 + LN2 + 800 + 800) / 4, mean, Rounding.gamma(8) * mean);
    }

    @ParameterizedTest
    @CsvSource({"700, 1, 9.859676543759770e-305", "-700, 0, 9.859676543759770e-305", "800, 1, 0", "-1e300, 0, 0"})
    void should_cost_next_to_nothing_from_a_logit_far_on_the_right_side(double z, double y, double cost) {
        // e⁻⁷⁰⁰ = 9.859676543759770e-305
        assertEquals(cost, fromLogits(Matrix.ofRow(z), Matrix.ofRow(y)), 1e-14 * cost);
    }

    @ParameterizedTest
    @CsvSource({"800, 0, 800", "-800, 1, 800", "1e300, 0, 1e300", "Infinity, 0, Infinity", "-Infinity, 1, Infinity"})
    void should_stay_finite_for_every_finite_logit_on_the_wrong_side(double z, double y, double cost) {
        assertEquals(cost, fromLogits(Matrix.ofRow(z), Matrix.ofRow(y)));
    }

    @ParameterizedTest
    @CsvSource({"Infinity, 1", "-Infinity, 0"})
    void should_take_an_infinite_logit_to_its_limit(double z, double y) {
        assertEquals(0, fromLogits(Matrix.ofRow(z), Matrix.ofRow(y)));
    }

    @Test
    void should_keep_a_logit_that_is_no_number() {
        assertEquals(Double.NaN, fromLogits(Matrix.ofRow(Double.NaN, 1), Matrix.ofRow(0, 1)));
    }

    @ParameterizedTest
    @CsvSource({"0", "1"})
    void should_keep_a_nan_instead_of_dropping_it(double y) {
        assertEquals(Double.NaN, LOSS.mean(Matrix.ofRow(Double.NaN, 0.5), Matrix.ofRow(y, 1)));
    }

    @Test
    void should_have_the_gradient_a_minus_y_at_the_pre_activation() {
        Matrix A = Matrix.ofRow(0.25, 0.75, 1, 0, Double.NaN);
        Matrix Y = Matrix.ofRow(0, 1, 1, 1, 0);
        Matrix dZ = Matrix.zeros(1, 5);

        LOSS.backward(new Sigmoid(), Matrix.ofRow(0, 0, 0, 0, 0), A, Y, dZ);

        assertArrayEquals(new double[] {0.25, -0.25, 0, -1, Double.NaN}, dZ.row(0));
        assertArrayEquals(new double[] {0.25, 0.75, 1, 0, Double.NaN}, A.row(0));
        assertArrayEquals(new double[] {0, 1, 1, 1, 0}, Y.row(0));
    }

    @Test
    void should_refuse_an_output_that_is_no_probability() {
        assertDoesNotThrow(() -> LOSS.requireOutput(new Sigmoid()));
        assertEquals(
                "Binary cross-entropy needs a sigmoid output, a probability, not Relu[].",
                assertThrows(IllegalArgumentException.class, () -> LOSS.requireOutput(new Relu()))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.5, 2, Double.NaN})
    void should_refuse_a_label_that_is_neither_0_nor_1(double label) {
        Matrix Y = Matrix.of(new double[][] {{0, 1, 1}, {1, label, 0.25}});
        assertEquals(
                "Labels are 0 or 1; Y[1,1] is " + label + ".",
                assertThrows(IllegalArgumentException.class, () -> LOSS.requireTargets(Y))
                        .getMessage());
    }

    private static double fromLogits(Matrix Z, Matrix Y) {
        Matrix A = Matrix.zeros(Z.rows(), Z.columns());
        return LOSS.stableMean(Z, A, Y);
    }
}
