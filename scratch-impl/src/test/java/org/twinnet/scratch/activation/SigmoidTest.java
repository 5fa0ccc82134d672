package org.twinnet.scratch.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.scratch.proof.Rounding;

class SigmoidTest extends ActivationContract {

    @Override
    Activation activation() {
        return new Sigmoid();
    }

    @Override
    String forwardFormula() {
        return "A = 1 / (1 + exp(-Z))";
    }

    @Override
    String backwardFormula() {
        return "dZ = dA ∘ A ∘ (1 - A)";
    }

    /** The logistic function to 20 digits, computed with mpmath 1.3 at 50 digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.73105857863000487925",
        "-1, 0.26894142136999512075",
        "2.5, 0.92414181997875644881",
        "-20, 2.0611536181902035814e-9",
        "30, 0.99999999999990642377"
    })
    void should_be_the_logistic_function_within_the_rounding_of_its_three_operations(double z, double a) {
        // exp is off by up to one ulp, 2u; sum and quotient by u each
        assertEquals(a, activate(z), Rounding.gamma(4) * a);
    }

    @Test
    void should_saturate_at_1_where_the_exponential_is_below_half_an_ulp() {
        assertTrue(activate(36.73) < 1);
        assertEquals(1, activate(36.74));
        assertEquals(1, activate(Double.POSITIVE_INFINITY));
    }

    @Test
    void should_saturate_at_0_where_the_exponential_overflows() {
        assertTrue(activate(-709.78) > 0);
        assertEquals(0, activate(-709.79));
        assertEquals(0, activate(Double.NEGATIVE_INFINITY));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 8, 2", "0.25, 16, 3", "0.75, -16, -3", "0, 5, 0", "1, 5, 0"})
    void should_multiply_the_gradient_by_a_and_1_minus_a(double a, double dA, double dZ) {
        assertEquals(dZ, derivative(Math.log(a / (1 - a)), a, dA));
    }
}
