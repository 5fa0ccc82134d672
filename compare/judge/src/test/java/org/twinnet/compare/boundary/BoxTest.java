package org.twinnet.compare.boundary;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoxTest {

    @Test
    void should_know_its_sides() {
        Box box = new Box(0.5, 3.5, 10, 70);

        assertEquals(3, box.width());
        assertEquals(60, box.height());
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "NaN, 1", "0, NaN", "0, Infinity", "-Infinity, 0", "-1e308, 1e308", "0, 1e-101"})
    void should_refuse_a_side_that_has_no_usable_length(double min, double max) {
        IllegalArgumentException x = assertThrows(IllegalArgumentException.class, () -> new Box(min, max, 0, 1));
        assertTrue(x.getMessage().startsWith("box: the side of x runs from " + min + " to " + max), x.getMessage());
        IllegalArgumentException y = assertThrows(IllegalArgumentException.class, () -> new Box(0, 1, min, max));
        assertTrue(y.getMessage().startsWith("box: the side of y runs from " + min + " to " + max), y.getMessage());
    }

    @Test
    void should_take_the_shortest_and_the_longest_side() {
        assertEquals(1e-100, new Box(0, 1e-100, 0, 1).width());
        assertEquals(1e100, new Box(0, 1, 0, 1e100).height());
    }
}
