package org.twinnet.scratch.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.scratch.proof.Rounding;

class TanhTest extends ActivationContract {

    @Override
    Activation activation() {
        return new Tanh();
    }

    @Override
    String forwardFormula() {
        return "A = tanh(Z)";
    }

    @Override
    String backwardFormula() {
        return "dZ = dA ∘ (1 - A²)";
    }

    /** The hyperbolic tangent to 20 digits, tabulated. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0.76159415595576488812",
        "-1, -0.76159415595576488812",
        "0.5, 0.46211715726000975850",
        "1e-9, 9.9999999999999999967e-10"
    })
    void should_be_the_hyperbolic_tangent_within_the_rounding_of_its_library(double z, double a) {
        // Math.tanh is off by at most 2.5 ulps, 5u
        assertEquals(a, activate(z), Rounding.gamma(5) * Math.abs(a));
    }

    @Test
    void should_saturate_at_1() {
        assertTrue(activate(19.06) < 1 || activate(19.07) == 1);
        assertEquals(1, activate(40));
        assertEquals(-1, activate(Double.NEGATIVE_INFINITY));
    }
}
