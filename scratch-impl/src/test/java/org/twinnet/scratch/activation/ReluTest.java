package org.twinnet.scratch.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReluTest extends ActivationContract {

    @Override
    Activation activation() {
        return new Relu();
    }

    @Override
    String forwardFormula() {
        return "A = max(0, Z)";
    }

    @Override
    String backwardFormula() {
        return "dZ = dA ∘ [A > 0]";
    }

    @ParameterizedTest
    @CsvSource({
        "2.5, 2.5",
        "4.9E-324, 4.9E-324",
        "0, 0",
        "-0.0, 0",
        "-4.9E-324, 0",
        "-3, 0",
        "Infinity, Infinity",
        "-Infinity, 0"
    })
    void should_be_the_larger_of_0_and_z(double z, double a) {
        assertEquals(a, activate(z));
    }

    @ParameterizedTest
    @CsvSource({"4.9E-324", "0.3", "0.9999999999999999", "1", "1.0000000000000002", "1.5", "1e300", "Infinity"})
    void should_let_the_gradient_through_where_the_unit_is_active(double a) {
        assertEquals(-0.7, derivative(a, -0.7));
    }

    @Test
    void should_stop_the_gradient_at_0_and_below() {
        assertEquals(0, derivative(0, 0.7));
        assertEquals(0, Math.abs(derivative(0, -0.7)));
        assertEquals(0, derivative(-3, 0.7));
    }
}
