package org.twinnet.compare.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.tree.ScenarioKeys;

class ScenarioTest {

    @Test
    void should_hold_the_published_settings() {
        assertEquals(List.of("none", "l2", "dropout"), Scenario.labels());
        Experiment published = Experiment.published(2);
        assertEquals(
                List.of(0.0, 0.7, 0.0),
                List.of(Scenario.values()).stream()
                        .map(scenario -> scenario.of(published).penalty().l2())
                        .toList());
        assertEquals(
                List.of(1.0, 1.0, 0.86),
                List.of(Scenario.values()).stream()
                        .map(scenario -> scenario.of(published).layers().get(0).keepProb())
                        .toList());
    }

    @Test
    void should_know_what_scenarios_differ_in() {
        assertEquals(Set.of("penalty.l2", "layers[].keep_prob"), ScenarioKeys.all());
    }

    @Test
    void should_be_found_in_any_case() {
        assertEquals(Scenario.DROPOUT, Scenario.of("DropOut"));
        assertEquals(Scenario.L2, Scenario.of("L2"));
    }

    @Test
    void should_be_found_where_the_language_has_other_capitals() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr"));
            assertEquals(List.of("none", "l2", "dropout"), Scenario.labels());
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void should_list_what_is_allowed() {
        assertEquals(
                "'l3' is no scenario; allowed: none, l2, dropout.",
                assertThrows(IllegalArgumentException.class, () -> Scenario.of("l3"))
                        .getMessage());
    }
}
