package org.twinnet.scratch.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.scratch.proof.Rounding;

class SoftplusTest extends ActivationContract {

    @Override
    Activation activation() {
        return new Softplus();
    }

    @Override
    String forwardFormula() {
        return "A = ln(1 + exp(Z))";
    }

    @Override
    String backwardFormula() {
        return "dZ = dA / (1 + exp(-Z))";
    }

    /** Value and slope to 20 digits at the double nearest to z, by mpmath 1.3 with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.69314718055994530942, 0.5",
        "1, 1.313261687518222834, 0.73105857863000487925",
        "-1, 0.31326168751822283405, 0.26894142136999512075",
        "0.5, 0.97407698418010668087, 0.62245933120185456464",
        "-3, 0.048587351573742058759, 0.047425873177566780879",
        "8, 8.0003354063728957688, 0.9996646498695335219",
        "1e-9, 0.69314718105994530954, 0.50000000025",
        "-1e-9, 0.69314718005994530954, 0.49999999975",
        "-20, 2.0611536203143807032e-9, 2.0611536181902035814e-9",
        "40, 40.000000000000000004, 0.99999999999999999575",
        "-700, 9.8596765437597708567e-305, 9.8596765437597708567e-305"
    })
    void should_be_the_softplus(double z, double a, double slope) {
        // exp and log1p are off by at most 1 ulp each, and the sum rounds
        assertEquals(a, activate(z), Rounding.gamma(6) * a);
        assertEquals(slope, derivative(z, 1), Rounding.gamma(4) * slope);
    }

    @Test
    void should_neither_overflow_nor_lose_a_small_value() {
        assertEquals(1e300, activate(1e300));
        assertEquals(1, derivative(1e300, 1));
        assertEquals(0, activate(-1e300));
        assertEquals(0, derivative(-1e300, 1));
        assertEquals(Double.POSITIVE_INFINITY, activate(Double.POSITIVE_INFINITY));
        assertEquals(0, activate(Double.NEGATIVE_INFINITY));
    }
}
