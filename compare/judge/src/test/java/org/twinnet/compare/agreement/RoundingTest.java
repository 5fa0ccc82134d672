package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("γₙ")
class RoundingTest {

    @Test
    void should_be_n_roundings_and_a_little_more() {
        assertEquals(0, Rounding.gamma(0));
        assertEquals(Math.nextUp(Rounding.UNIT), Rounding.gamma(1));
        // n·u = 2⁻²³
        assertEquals(0x1p-23 / (1 - 0x1p-23), Rounding.gamma(1 << 30));
    }
}
