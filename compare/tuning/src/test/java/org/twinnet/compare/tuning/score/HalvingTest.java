package org.twinnet.compare.tuning.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.CandidateResult.Status;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.RungScore;
import org.twinnet.compare.tuning.SmallStudies;

@DisplayName("Successive halving")
class HalvingTest {

    private static final Halving HALVING = new Halving(4000, 2, Metric.CROSS_ENTROPY);

    @Test
    void should_decide_at_powers_of_eta_before_the_end() {
        assertEquals(List.of(500, 1000, 2000, 4000), HALVING.rungs());
        assertEquals(List.of(148, 444, 1333, 4000), new Halving(4000, 3, Metric.CROSS_ENTROPY).rungs());
    }

    @Test
    void should_not_decide_before_a_network_has_learned_anything() {
        assertEquals(List.of(50, 100), new Halving(100, 2, Metric.CROSS_ENTROPY).rungs());
        assertEquals(List.of(60), new Halving(60, 2, Metric.CROSS_ENTROPY).rungs());
    }

    @Test
    void should_give_up_nothing_when_it_is_off() {
        Halving off = new Halving(4000, 1, Metric.CROSS_ENTROPY);

        assertEquals(List.of(4000), off.rungs());
        assertTrue(off.goesOn(4000, 1e9, scored(4000, 0.1, 0.2, 0.3)));
    }

    @Test
    void should_let_the_better_half_go_on() {
        List<CandidateResult> known = scored(1000, 0.1, 0.2, 0.3, 0.4, 0.5);

        assertTrue(HALVING.goesOn(1000, 0.05, known));
        assertTrue(HALVING.goesOn(1000, 0.25, known), "third of six");
        assertFalse(HALVING.goesOn(1000, 0.35, known), "fourth of six");
    }

    @Test
    void should_let_the_larger_accuracy_go_on() {
        Halving accuracy = new Halving(4000, 2, Metric.ACCURACY);
        List<CandidateResult> known = scored(1000, 0.6, 0.7, 0.8, 0.9, 0.95);

        assertTrue(accuracy.goesOn(1000, 0.85, known));
        assertFalse(accuracy.goesOn(1000, 0.75, known));
    }

    @Test
    void should_wait_until_enough_are_known() {
        assertTrue(HALVING.goesOn(1000, 9, scored(1000, 0.1, 0.2)), "third of three");
        assertFalse(HALVING.goesOn(1000, 9, scored(1000, 0.1, 0.2, 0.3)), "fourth of four");
    }

    @Test
    void should_compare_only_what_came_to_the_same_rung() {
        assertTrue(HALVING.goesOn(2000, 9, scored(1000, 0.1, 0.2, 0.3, 0.4)));
    }

    @Test
    void should_never_give_up_at_the_end() {
        assertTrue(HALVING.goesOn(4000, 9, scored(4000, 0.1, 0.2, 0.3, 0.4)));
    }

    @Test
    void should_refuse_numbers_below_one() {
        assertThrows(IllegalArgumentException.class, () -> new Halving(0, 2, Metric.CROSS_ENTROPY));
        assertThrows(IllegalArgumentException.class, () -> new Halving(100, 0, Metric.CROSS_ENTROPY));
    }

    private static List<CandidateResult> scored(int rung, double... scores) {
        return IntStream.range(0, scores.length)
                .mapToObj(i -> new CandidateResult(
                        SmallStudies.proposal(i, 0, 1),
                        Status.STOPPED,
                        OptionalDouble.empty(),
                        "",
                        List.of(),
                        List.of(new RungScore(rung, scores[i])),
                        rung,
                        0))
                .toList();
    }
}
