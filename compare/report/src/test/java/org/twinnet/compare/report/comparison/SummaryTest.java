package org.twinnet.compare.report.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.Language;
import org.twinnet.compare.report.kit.Texts;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.report.model.Reports;

class SummaryTest {

    private static final Texts EN = Texts.of(Language.EN);

    @Test
    void should_say_how_far_agreement_reaches() {
        assertEquals(
                List.of("Both networks computed the same in 1 of 1 scenarios: largest cost difference "
                        + "1.5e-16 over 2,000 iterations."),
                Summary.sentences(Reports.of(Status.AGREE, Reports.agreeing()), EN));
    }

    @Test
    void should_name_the_first_scenario_that_parts_and_those_that_are_chaotic() {
        assertEquals(
                List.of(
                        "The networks part in scenario none: rung \"gradients\", dW of layer 1, layer 1 "
                                + "W[0,1], first at iteration 1; relative"
                                + " difference 1.0e-03 against a noise floor of 1.0e-15.",
                        "Scenario none is chaotic: beyond iteration 1,000 a change in the last bit of the "
                                + "weights decides where a run"
                                + " ends, so costs, accuracies and boundaries of two correct runs differ "
                                + "there. Lock-step compared all 2,000"
                                + " iterations."),
                Summary.sentences(Reports.of(Status.DISAGREE, Reports.agreeing(), Reports.parted()), EN));
    }

    @Test
    void should_not_call_it_agreement_where_a_rung_compared_nothing() {
        assertEquals(
                List.of("Inconclusive: only 1 of 2 scenarios could be compared on every rung."),
                Summary.sentences(Reports.of(Status.INCONCLUSIVE, Reports.agreeing(), Reports.inconclusive()), EN));
    }

    @Test
    void should_write_a_cell_for_each_heading() {
        for (Language language : Language.values()) {
            Texts texts = Texts.of(language);
            Report report = Reports.of(Status.DISAGREE, Reports.agreeing(), Reports.parted());
            int columns = Summary.headings(report, texts).size();
            for (Report.Scenario scenario : report.scenarios()) {
                assertEquals(columns, Summary.cells(report, scenario, texts).size());
            }
        }
    }

    @Test
    void should_say_up_to_where_chaotic_runs_agree_and_which_numbers_are_beyond() {
        Report.Scenario whole = Reports.agreeing();
        Report.Scenario chaotic = Reports.chaotic();
        assertEquals("agree", Summary.verdict(whole).in(EN));
        assertEquals("agree to 1,000, then chaotic", Summary.verdict(chaotic).in(EN));
        assertTrue(Summary.isBeyond("summary.cost.hand", chaotic));
        assertTrue(Summary.isBeyond("summary.boundary", chaotic));
        assertFalse(Summary.isBeyond("summary.difference", chaotic));
        assertFalse(Summary.isBeyond("summary.cost.hand", whole));
    }

    /** A terminal that knows no other letters shows question marks for them. */
    @Test
    void should_need_only_ascii_on_a_terminal() {
        Report report = Reports.of(Status.DISAGREE, Reports.agreeing(), Reports.parted(), Reports.notFinite());
        String all = Summary.headings(report, EN) + " " + Summary.sentences(report, EN)
                + report.scenarios().stream()
                        .map(scenario -> Summary.cells(report, scenario, EN))
                        .toList();
        assertTrue(StandardCharsets.US_ASCII.newEncoder().canEncode(all), all);
    }
}
