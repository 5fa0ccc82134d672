package org.twinnet.scratch.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest extends ActivationContract {

    @Override
    Activation activation() {
        return new Identity();
    }

    @Override
    String forwardFormula() {
        return "A = Z";
    }

    @Override
    String backwardFormula() {
        return "dZ = dA";
    }

    /** Whatever Z is, so that it passes a gradient on where others have none. */
    @Override
    double derivativeAtNan() {
        return 1;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, 3.5, -1e300, 1e-300, Double.NEGATIVE_INFINITY})
    void should_change_nothing(double z) {
        assertEquals(z, activate(z));
        assertEquals(-7, derivative(z, -7));
    }
}
