package org.twinnet.compare.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class SentencesTest {

    @Test
    void should_say_how_far_agreement_reaches() {
        assertEquals(
                "Both networks computed the same in 1 of 1 scenarios: largest cost difference 1.5e-16 over 2,000 iterations.",
                Sentences.verdict(Reports.of("agree", Reports.agreeing())));
        assertEquals(Optional.empty(), Sentences.chaos(Reports.agreeing()));
    }

    @Test
    void should_name_the_first_scenario_that_parts() {
        assertEquals(
                "The networks part in scenario none: rung 'gradients', dW of layer 1 at layer 1 W[0,1], first at iteration 1:"
                        + " relative difference 1.0e-03 against a noise floor of 1.0e-15.",
                Sentences.verdict(Reports.of("disagree", Reports.agreeing(), Reports.parted())));
    }

    @Test
    void should_not_say_the_same_name_twice() {
        assertEquals(
                "rung 'cost', penalty, first at iteration 0: relative difference not finite against a noise floor of 0",
                Sentences.divergence(new Report.Divergence("cost", "penalty", "penalty", 0, null, 0.0)));
    }

    @Test
    void should_write_a_cell_for_each_heading() {
        assertEquals(
                Sentences.HEADINGS.size(), Sentences.row(Reports.agreeing()).size());
        assertEquals(Sentences.HEADINGS.size(), Sentences.row(Reports.parted()).size());
    }

    @Test
    void should_write_numbers_for_people() {
        assertEquals("not finite", Sentences.number(null));
        assertEquals("not finite", Sentences.number(Double.NaN));
        assertEquals("not finite", Sentences.number(Double.NEGATIVE_INFINITY));
        assertEquals("0", Sentences.number(0.0));
        assertEquals("0", Sentences.number(-0.0));
        assertEquals("1.2e-16", Sentences.number(1.23e-16));
        assertEquals("-2.5e+10", Sentences.number(-2.5e10));
    }
}
