package org.twinnet.compare.theory.activation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.special.Erf;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The normal distribution")
class NormalTest {

    /** Φ(z) to 20 digits, by mpmath 1.3 with 40 digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.84134474606854294859",
        "-1, 0.15865525393145705141",
        "-3, 0.00134989803163009452665",
        "0.03125, 0.5124649174343771273",
        "-2.7, 0.0034669738030406666448"
    })
    void should_be_what_tables_say(double z, double distribution) {
        assertEquals(distribution, Normal.distribution(z), 0x1p-52);
    }

    /** Measured at most 0.9 of the bound, which the library's own error takes half of. */
    @Test
    void should_be_as_exact_between_its_points_as_at_them() {
        for (double z = -10.5; z < 10.5; z += 0.00137) {
            assertEquals(0.5 * Erf.erfc(-z * Math.sqrt(0.5)), Normal.distribution(z), 0x1p-51, "at " + z);
        }
    }

    @Test
    void should_have_its_limits() {
        assertEquals(1, Normal.distribution(1e300));
        assertEquals(0, Normal.distribution(-1e300));
        assertEquals(1, Normal.distribution(Double.POSITIVE_INFINITY));
        assertTrue(Double.isNaN(Normal.distribution(Double.NaN)));
        assertEquals(0, Normal.density(1e200));
    }
}
