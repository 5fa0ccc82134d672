package org.twinnet.scratch.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.scratch.proof.Rounding;

class EluTest extends ActivationContract {

    @Override
    Activation activation() {
        return new Elu();
    }

    @Override
    String forwardFormula() {
        return "A = Z or exp(Z) - 1";
    }

    @Override
    String backwardFormula() {
        return "dZ = dA ∘ (1 or A + 1)";
    }

    /** Value and slope to 20 digits at the double nearest to z, by mpmath 1.3 with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.0, 1.0",
        "1, 1.0, 1.0",
        "-1, -0.6321205588285576784, 0.3678794411714423216",
        "0.5, 0.5, 1.0",
        "-3, -0.95021293163213605702, 0.049787068367863942979",
        "8, 8.0, 1.0",
        "1e-9, 1.0000000000000000623e-9, 1.0",
        "-1e-9, -9.9999999950000006245e-10, 0.9999999990000000005",
        "-20, -0.99999999793884637756, 2.061153622438557828e-9",
        "40, 40.0, 1.0",
        "-700, -1.0, 9.8596765437597708567e-305"
    })
    void should_be_the_exponential_linear_unit(double z, double a, double slope) {
        // expm1 is off by at most 1 ulp, the slope by a rounding of A beside 1
        assertEquals(a, activate(z), Rounding.gamma(2) * Math.abs(a));
        assertEquals(slope, derivative(z, 1), Rounding.gamma(3));
    }

    @Test
    void should_saturate_at_minus_1_without_a_slope() {
        assertEquals(-1, activate(-40));
        assertEquals(0, derivative(-40, 1));
        assertEquals(-1, activate(Double.NEGATIVE_INFINITY));
    }
}
