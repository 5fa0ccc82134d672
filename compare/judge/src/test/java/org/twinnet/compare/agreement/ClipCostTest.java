package org.twinnet.compare.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.twin.Twin;

@DisplayName("The price of a clipped logarithm")
class ClipCostTest {

    private static Twin.Snapshot snapshot(double crossEntropy, double... gradient) {
        return new Twin.Snapshot(
                List.of(), List.of(), crossEntropy, crossEntropy, 0, gradient, new double[gradient.length]);
    }

    @Test
    void should_be_relative_to_the_exact_cost_and_to_the_largest_entry_of_the_exact_gradient() {
        assertEquals(new ClipCost(0.25, 0.5), ClipCost.of(snapshot(4, 1, -8, 2), snapshot(3, 0, -4, 3)));
        assertEquals(new ClipCost(0.25, 0.5), ClipCost.of(snapshot(4, 1, -8, 2), snapshot(5, 0, -12, 3)));
    }

    @Test
    void should_be_nothing_where_no_clip_bites_even_without_a_gradient() {
        assertEquals(new ClipCost(0, 0), ClipCost.of(snapshot(4, 0, 0), snapshot(4, 0, 0)));
    }
}
