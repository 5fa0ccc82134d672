package org.twinnet.compare.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.bench.result.Spread;

class SpreadTest {

    @Test
    void should_take_the_middle_of_an_odd_number_of_values() {
        assertEquals(new Spread(3, 1, 100), Spread.of(List.of(100.0, 1.0, 3.0)));
    }

    @Test
    void should_take_the_mean_of_the_two_in_the_middle_of_an_even_number() {
        assertEquals(new Spread(2.5, 1, 9), Spread.of(List.of(9.0, 2.0, 1.0, 3.0)));
    }

    @Test
    void should_be_the_value_itself_when_there_is_one() {
        assertEquals(new Spread(7, 7, 7), Spread.of(List.of(7.0)));
    }

    @Test
    void should_refuse_nothing_and_what_is_not_finite() {
        assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of()));
        assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of(1.0, Double.NaN)));
        assertThrows(IllegalArgumentException.class, () -> Spread.of(List.of(Double.POSITIVE_INFINITY)));
    }
}
