package org.twinnet.compare.tuning.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.Studies;
import org.twinnet.compare.tuning.Study;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;

class FindingsTest {

    private static final Setting SETTING = Studies.setting(0.1, 0.8, 0.3, List.of(20, 3, 1));

    private static List<Integer> numbers(Findings findings) {
        return findings.best().stream().map(best -> best.proposal().number()).toList();
    }

    @Test
    void should_follow_the_best_score_down() {
        double[] scores = {0.5, 0.6, 0.4, 0.4, 0.3};
        List<CandidateResult> results = IntStream.range(0, scores.length)
                .mapToObj(k -> Studies.complete(k, SETTING, 0, scores[k]))
                .toList();
        assertEquals(
                List.of(0, 2, 4),
                numbers(Findings.of(Studies.of(Studies.PLANE, SearchKind.RANDOM, Metric.CROSS_ENTROPY, results))));
        assertEquals(
                List.of(0, 1),
                numbers(Findings.of(Studies.of(Studies.PLANE, SearchKind.RANDOM, Metric.ACCURACY, results))));
    }

    @Test
    void should_take_no_winner_from_candidates_that_failed_were_stopped_or_have_no_number() {
        List<CandidateResult> results = List.of(
                Studies.failed(0, SETTING, 0, "diverged"),
                Studies.stopped(1, SETTING, 0, 0.1, 1),
                Studies.complete(2, SETTING, 0, Double.NaN));
        Findings findings = Findings.of(Studies.of(Studies.PLANE, SearchKind.RANDOM, Metric.CROSS_ENTROPY, results));
        assertEquals(List.of(), findings.best());
        assertTrue(findings.surrogate().isEmpty());
    }

    @Test
    void should_say_nothing_of_no_candidates_few_candidates_and_equal_scores() {
        for (Study study : List.of(
                Studies.scored(Studies.PLANE, 0, Studies::bowl),
                Studies.scored(Studies.PLANE, 9, Studies::bowl),
                Studies.scored(Studies.PLANE, 40, setting -> 0.5))) {
            Findings findings = Findings.of(study);
            assertTrue(findings.surrogate().isEmpty());
            assertEquals(List.of(), findings.importances());
            assertTrue(findings.surface().isEmpty());
        }
        assertTrue(Findings.of(Studies.scored(Studies.PLANE, 10, Studies::bowl))
                .surrogate()
                .isPresent());
    }

    /** Variances of 3·a over λ's decades and of b over keep, a and b uniform: 9 to 1. */
    @Test
    void should_find_the_shares_of_an_additive_score() {
        List<Findings.Importance> importances = Findings.of(Studies.scored(
                        Studies.PLANE,
                        60,
                        setting -> 3 * (Math.log10(Studies.l2(setting)) + 4) / 5 + (Studies.keep(setting) - 0.5) / 0.5))
                .importances();
        assertEquals(List.of(Studies.L2, Studies.KEEP), names(importances));
        assertEquals(0.9, importances.get(0).share(), 0.01);
        assertEquals(0.1, importances.get(1).share(), 0.01);
        assertEquals(0.9, importances.get(0).total(), 0.01);
    }

    @Test
    void should_give_a_parameter_that_does_not_matter_next_to_nothing() {
        SearchSpace space = Studies.space("1e-4..10:log", "0.5..1", "0.1..1:log", "10,3,1|20,3,1");
        List<Findings.Importance> importances =
                Findings.of(Studies.scored(space, 80, Studies::bowl)).importances();
        assertEquals(List.of(Studies.L2, Studies.KEEP, Studies.RATE, Studies.UNITS), names(importances));
        assertTrue(importances.get(2).total() < 0.02, importances::toString);
        assertTrue(importances.get(3).total() < 0.02, importances::toString);
        assertTrue(importances.get(0).share() > 0.5, importances::toString);
    }

    /**
     * Layers cost 0, 5 and 1: variance 14/3; the keep probability adds its half, uniform from 0.25 to 0.5: variance
     * 1/192.
     */
    @Test
    void should_find_the_share_of_a_choice() {
        SearchSpace space = Studies.space("0.1", "0.5..1", "0.3", "10,3,1|20,3,1|40,5,1");
        List<Findings.Importance> importances = Findings.of(Studies.scored(
                        space,
                        50,
                        setting -> Studies.keep(setting) / 2
                                + switch ((Integer) Studies.units(setting).get(0)) {
                                    case 10 -> 0;
                                    case 20 -> 5;
                                    default -> 1;
                                }))
                .importances();
        assertEquals(List.of(Studies.KEEP, Studies.UNITS), names(importances));
        assertEquals(1, importances.get(1).share(), 0.01);
        assertEquals(0, importances.get(0).total(), 0.01);
    }

    /** A twelfth of the candidates lose a million; where the score is good the model sees the same as without them. */
    @Test
    void should_not_be_led_astray_by_hopeless_candidates() {
        Findings.Surface calm = surface(Studies.scored(Studies.PLANE, 60, Studies::bowl));
        Findings.Surface wild = surface(Studies.scored(
                Studies.PLANE, 60, setting -> Studies.keep(setting) < 0.54 ? 1e6 : Studies.bowl(setting)));
        for (int row = 0; row < calm.rows().size(); row++) {
            for (int column = 0; column < calm.columns().size(); column++) {
                double expected = calm.scores().get(row).get(column);
                if (calm.rows().get(row) > 0.65 && expected < 0.35) {
                    assertEquals(expected, wild.scores().get(row).get(column), 0.02);
                }
            }
        }
    }

    private static Findings.Surface surface(Study study) {
        return Findings.of(study).surface().orElseThrow();
    }

    @Test
    void should_count_stopped_candidates_with_what_they_would_probably_have_come_to() {
        Study whole = Studies.scored(Studies.PLANE, 60, Studies::bowl);
        List<CandidateResult> results = new ArrayList<>(whole.results());
        for (int k = 0; k < results.size(); k++) {
            double end = results.get(k).score().getAsDouble();
            if (end > 0.4) {
                results.set(k, Studies.stopped(k, results.get(k).proposal().setting(), 0, end, 1));
            }
        }
        Findings findings = Findings.of(Studies.of(Studies.PLANE, SearchKind.RANDOM, Metric.CROSS_ENTROPY, results));
        Findings expected = Findings.of(whole);
        assertTrue(findings.surrogate().orElseThrow().estimated() > 5);
        assertEquals(60, findings.surrogate().orElseThrow().fitted());
        // The made-up curves fall by as much for every candidate, so the estimates are exact but for rounding.
        assertEquals(
                expected.importances().get(0).share(),
                findings.importances().get(0).share(),
                0.01);
    }

    /** Below the fence, 0.46 here, the surface is the bowl. */
    @Test
    void should_show_a_surface_whose_valley_is_where_it_is() {
        Findings findings = Findings.of(Studies.scored(Studies.PLANE, 60, Studies::bowl));
        Findings.Surface surface = findings.surface().orElseThrow();
        int compared = 0;
        for (int row = 0; row < surface.rows().size(); row++) {
            for (int column = 0; column < surface.columns().size(); column++) {
                double expected = Studies.bowl(SETTING.with(Map.of(
                        Studies.L2, surface.columns().get(column),
                        Studies.KEEP, surface.rows().get(row))));
                if (expected < 0.4) {
                    assertEquals(expected, surface.scores().get(row).get(column), 0.02);
                    compared++;
                }
            }
        }
        assertTrue(compared > 400);
        Findings.Surrogate surrogate = findings.surrogate().orElseThrow();
        assertTrue(surrogate.error() < 0.1 * surrogate.deviation(), surrogate::toString);
    }

    @Test
    void should_show_scores_and_not_losses_when_accuracy_is_scored() {
        List<CandidateResult> results = Studies.scored(Studies.PLANE, 30, setting -> 1 - Studies.bowl(setting))
                .results();
        Findings findings = Findings.of(Studies.of(Studies.PLANE, SearchKind.RANDOM, Metric.ACCURACY, results));
        double middle = findings.surface().orElseThrow().scores().get(18).get(20);
        assertTrue(middle > 0.6 && middle < 0.9, () -> "accuracy " + middle);
    }

    @Test
    void should_show_no_surface_over_one_dimension_and_one_column_for_each_value_of_a_choice() {
        SearchSpace one = Studies.space("1e-4..10:log", "1", "0.3", "20,3,1");
        Findings findings = Findings.of(Studies.scored(one, 20, Studies::bowl));
        assertTrue(findings.surface().isEmpty());
        assertEquals(List.of(Studies.L2), names(findings.importances()));
        SearchSpace choice = Studies.space("0.7|0|0.1", "0.5..1", "0.3", "20,3,1");
        assertEquals(
                List.of(0.0, 0.1, 0.7),
                Findings.of(Studies.scored(choice, 20, Studies::bowl))
                        .surface()
                        .orElseThrow()
                        .columns());
    }

    @Test
    void should_show_the_surface_over_the_first_two_numbers_that_were_searched() {
        SearchSpace three = Studies.space("1e-4..10:log", "0.5..1", "0.1..1:log", "20,3,1");
        assertOver(three, Studies.L2, Studies.KEEP);
        assertOver(Studies.space("1e-4..10:log", "0.9", "0.1..1:log", "10,3,1|20,3,1"), Studies.L2, Studies.RATE);
        assertTrue(
                Findings.of(Studies.scored(Studies.space("0.1", "0.5..1", "0.3", "10,3,1|20,3,1"), 40, Studies::bowl))
                        .surface()
                        .isEmpty());
    }

    private static void assertOver(SearchSpace space, String column, String row) {
        Findings.Surface surface =
                Findings.of(Studies.scored(space, 40, Studies::bowl)).surface().orElseThrow();
        assertEquals(List.of(column, row), List.of(surface.column(), surface.row()));
    }

    @Test
    void should_use_a_few_hundred_candidates_at_most_and_give_the_same_findings_again() {
        Study study = Studies.scored(Studies.PLANE, 300, Studies::bowl);
        Findings findings = Findings.of(study);
        assertEquals(Observations.MOST, findings.surrogate().orElseThrow().fitted());
        assertEquals(findings, Findings.of(study));
        assertFalse(findings.importances().isEmpty());
    }

    private static List<String> names(List<Findings.Importance> importances) {
        return importances.stream().map(Findings.Importance::parameter).toList();
    }
}
