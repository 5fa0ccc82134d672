package org.twinnet.compare.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;

@DisplayName("The ladder")
class LadderTest {

    private static Rung rung(RungName name, double... differences) {
        DifferenceStatistics statistics = new DifferenceStatistics(Said.NAME.of("q"));
        for (double difference : differences) {
            statistics.add(1, 1 + difference, 0.5, 0, Said.NAME.of("entry"));
        }
        return new Rung(name, List.of(statistics.result()), Phrase.NOTHING, Phrase.NOTHING);
    }

    private static List<Rung> all() {
        return Arrays.stream(RungName.values()).map(name -> rung(name, 0.25)).toList();
    }

    private static Ladder with(RungName name, double... differences) {
        return new Ladder(all().stream()
                .map(rung -> rung.name() == name ? rung(name, differences) : rung)
                .toList());
    }

    @Test
    void should_agree_when_every_rung_does() {
        assertEquals(Status.AGREE, new Ladder(all()).verdict());
        assertEquals(Optional.empty(), new Ladder(all()).firstDivergence());
    }

    @Test
    void should_disagree_when_one_rung_does() {
        Ladder ladder = with(RungName.COST, 0.75);

        assertEquals(Status.DISAGREE, ladder.verdict());
        assertEquals(RungName.COST, ladder.firstDivergence().orElseThrow().name());
    }

    @Test
    void should_be_inconclusive_when_a_rung_compared_nothing() {
        assertEquals(Status.INCONCLUSIVE, with(RungName.FORWARD).verdict());
    }

    @Test
    void should_be_inconclusive_when_a_rung_is_missing() {
        for (RungName name : RungName.values()) {
            Ladder ladder = new Ladder(
                    all().stream().filter(rung -> rung.name() != name).toList());
            assertEquals(Status.INCONCLUSIVE, ladder.verdict(), name.label());
        }
        assertEquals(Status.INCONCLUSIVE, new Ladder(List.of()).verdict());
    }

    @Test
    void should_rather_disagree_than_be_inconclusive() {
        List<Rung> rungs = List.of(rung(RungName.DATA), rung(RungName.COST, 1));

        assertEquals(Status.DISAGREE, new Ladder(rungs).verdict());
    }

    @Test
    void should_not_let_a_quantity_without_numbers_hide_behind_another() {
        Rung rung = new Rung(
                RungName.COST,
                List.of(rung(RungName.COST, 0.1).decisive(), rung(RungName.COST).decisive()),
                Phrase.NOTHING,
                Phrase.NOTHING);

        assertEquals(Status.INCONCLUSIVE, rung.status());
    }

    @Test
    void should_have_no_decisive_quantity_on_a_rung_without_any() {
        Rung rung = new Rung(RungName.LOCK_STEP, List.of(), Phrase.NOTHING, Phrase.NOTHING);

        assertEquals(Status.INCONCLUSIVE, rung.status());
        assertEquals(
                "The rung 'lock-step trajectory' has no quantities.",
                assertThrows(IllegalStateException.class, rung::decisive).getMessage());
    }
}
