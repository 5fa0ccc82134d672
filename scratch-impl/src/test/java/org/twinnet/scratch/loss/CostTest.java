package org.twinnet.scratch.loss;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CostTest {

    @Test
    void should_be_the_sum_of_both_parts() {
        Cost cost = new Cost(0.5, 0.25);
        assertEquals(0.5, cost.loss());
        assertEquals(0.25, cost.penalty());
        assertEquals(0.75, cost.total());
    }
}
