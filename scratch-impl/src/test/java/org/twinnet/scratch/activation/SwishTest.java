package org.twinnet.scratch.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.scratch.proof.Rounding;

class SwishTest extends ActivationContract {

    @Override
    Activation activation() {
        return new Swish();
    }

    @Override
    String forwardFormula() {
        return "A = Z ∘ σ(Z)";
    }

    @Override
    String backwardFormula() {
        return "dZ = dA ∘ σ(Z) ∘ (1 + Z ∘ (1 - σ(Z)))";
    }

    /** Value and slope to 20 digits at the double nearest to z, by mpmath 1.3 with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.0, 0.5",
        "1, 0.73105857863000487925, 0.92767051187148673179",
        "-1, -0.26894142136999512075, 0.072329488128513268211",
        "0.5, 0.31122966560092728232, 0.73996118730265180917",
        "-3, -0.14227761953270034264, -0.088104106015169617069",
        "8, 7.9973171989562681752, 1.0023465512355853157",
        "1e-9, 5.0000000025000003114e-10, 0.5000000005",
        "-1e-9, -4.9999999975000003114e-10, 0.4999999995",
        "-20, -4.1223072363804071629e-8, -3.9161918660646783292e-8",
        "40, 39.99999999999999983, 1.0000000000000001657",
        "-700, -6.9017735806318395997e-302, -6.8919139040880798288e-302"
    })
    void should_be_the_swish(double z, double a, double slope) {
        assertEquals(a, activate(z), Rounding.gamma(5) * Math.abs(a));
        // 1 − σ is a difference of numbers near 1
        assertEquals(slope, derivative(z, 1), Rounding.gamma(6) * (Math.abs(slope) + Math.abs(a)));
    }

    @Test
    void should_fade_on_the_left_and_be_the_number_itself_on_the_right() {
        assertEquals(0, activate(-1000), 0.0);
        assertEquals(0, derivative(-1000, 1), 0.0);
        assertEquals(1000, activate(1000));
        assertEquals(1, derivative(1000, 1));
    }

    @Test
    void should_be_least_where_its_slope_is_0() {
        // the root of 1 + z·(1 − σ(z)), by mpmath to 40 digits
        assertEquals(0, derivative(-1.278464542761074, 1), 1e-16);
    }
}
