package org.twinnet.scratch.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.scratch.proof.Rounding;

class SoftsignTest extends ActivationContract {

    @Override
    Activation activation() {
        return new Softsign();
    }

    @Override
    String forwardFormula() {
        return "A = Z / (1 + |Z|)";
    }

    @Override
    String backwardFormula() {
        return "dZ = dA / (1 + |Z|)²";
    }

    /** Quotients of whole numbers at numbers that are exact in binary. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 1, 1, 1",
        "1, 1, 2, 1, 4",
        "-1, -1, 2, 1, 4",
        "0.5, 1, 3, 4, 9",
        "-3, -3, 4, 1, 16",
        "8, 8, 9, 1, 81",
        "-0.25, -1, 5, 16, 25",
        "1023, 1023, 1024, 1, 1048576"
    })
    void should_be_a_sign_that_is_soft(double z, double over, double under, double rise, double run) {
        // one addition that is exact here and a quotient; for the slope a quotient and two products
        assertEquals(over / under, activate(z), Rounding.gamma(1) * Math.abs(over / under));
        assertEquals(rise / run, derivative(z, 1), Rounding.gamma(4) * rise / run);
    }

    @Test
    void should_stay_a_number_where_its_square_is_none() {
        assertEquals(1, activate(1e200));
        assertEquals(-1, activate(-1e200));
        assertEquals(0, derivative(1e200, 1));
    }
}
