package org.twinnet.scratch.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.scratch.proof.Rounding;

class GeluTest extends ActivationContract {

    @Override
    Activation activation() {
        return new Gelu();
    }

    @Override
    String forwardFormula() {
        return "A = Z ∘ Φ(Z)";
    }

    @Override
    String backwardFormula() {
        return "dZ = dA ∘ (Φ(Z) + Z ∘ φ(Z))";
    }

    /** Value and slope to 20 digits at the double nearest to z, by mpmath 1.3 with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.0, 0.5",
        "1, 0.84134474606854294859, 1.0833154705876862984",
        "-1, -0.15865525393145705141, -0.083315470587686298383",
        "0.5, 0.34573123063700655182, 0.86749512465616284253",
        "-3, -0.00404969409489028358, -0.011945647204183927",
        "8, 7.9999999999999950232, 1.0000000000000397961",
        "1e-9, 5.0000000039894231154e-10, 0.5000000007978845608",
        "-1e-9, -4.9999999960105775074e-10, 0.4999999992021154392",
        "-20, -5.5072482372124673902e-88, -1.1014360483133464042e-86",
        "40, 40.0, 1.0"
    })
    void should_be_exactly_the_gaussian_error_linear_unit(double z, double a, double slope) {
        // relative errors of erfc and of e^(−z²/2) grow with z²/2
        double u = Rounding.gamma(12 + (int) (z * z));
        assertEquals(a, activate(z), u * Math.abs(a));
        assertEquals(slope, derivative(z, 1), u * (Math.abs(slope) + Math.abs(a)));
    }

    @Test
    void should_differ_from_both_approximations_that_libraries_offer() {
        double z = 1;
        double byTanh = 0.5 * z * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (z + 0.044715 * z * z * z)));
        double bySigmoid = z / (1 + Math.exp(-1.702 * z));
        assertEquals(-1.53e-4, byTanh - activate(z), 1e-6);
        assertEquals(4.5e-3, bySigmoid - activate(z), 1e-4);
    }

    @Test
    void should_fade_on_the_left_and_be_the_number_itself_on_the_right() {
        assertEquals(0, activate(-1000), 0.0);
        assertEquals(0, derivative(-1e200, 1), 0.0);
        assertEquals(1e200, activate(1e200));
        assertEquals(1, derivative(1e200, 1));
    }
}
