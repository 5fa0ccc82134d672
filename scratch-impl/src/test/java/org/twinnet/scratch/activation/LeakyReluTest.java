package org.twinnet.scratch.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.scratch.linalg.Matrix;

class LeakyReluTest extends ActivationContract {

    @Override
    Activation activation() {
        return new LeakyRelu(0.01);
    }

    @Override
    String forwardFormula() {
        return "A = max(slope·Z, Z)";
    }

    @Override
    String backwardFormula() {
        return "dZ = dA ∘ (slope or 1)";
    }

    @ParameterizedTest
    @CsvSource({"2, 2, 1", "-2, -0.02, 0.01", "1e-300, 1e-300, 1", "-1e300, -1e298, 0.01"})
    void should_leave_a_hundredth_of_a_negative_number(double z, double a, double slope) {
        assertEquals(a, activate(z), Math.ulp(a));
        assertEquals(slope, derivative(z, 1));
    }

    @Test
    void should_take_the_left_slope_at_0() {
        assertEquals(0.01, derivative(0.0, 1));
        assertEquals(0.01, derivative(-0.0, 1));
    }

    @Test
    void should_be_relu_with_slope_0_and_nothing_with_slope_1() {
        assertEquals(0, slopeOf(0, -3));
        assertEquals(1, slopeOf(1, -3));
        assertEquals(0.25, slopeOf(0.25, -3));
    }

    private static double slopeOf(double slope, double z) {
        Matrix dZ = Matrix.ofRow(1);
        Matrix Z = Matrix.ofRow(z);
        new LeakyRelu(slope).backward(Z, Z, dZ);
        return dZ.get(0, 0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.5, Double.NaN, Double.POSITIVE_INFINITY})
    void should_refuse_another_slope(double slope) {
        assertEquals(
                "The slope of a leaky ReLU is a number from 0 to 1; it is " + slope + ".",
                assertThrows(IllegalArgumentException.class, () -> new LeakyRelu(slope))
                        .getMessage());
    }
}
