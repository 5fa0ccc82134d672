package org.twinnet.compare.report.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.report.kit.JsonWriter;
import org.twinnet.compare.report.model.Reports;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.Studies;
import org.twinnet.compare.tuning.space.SearchSpace;
import org.twinnet.compare.tuning.space.Setting;

class TuneReportBuilderTest {

    private static final Setting SETTING = Studies.setting(0.1, 0.8, 0.3, List.of(20, 3, 1));

    @Test
    void should_say_what_became_of_every_candidate() {
        TuneReport report = TuneReports.of(
                Studies.of(
                        Studies.PLANE,
                        SearchKind.TPE,
                        Metric.CROSS_ENTROPY,
                        List.of(
                                Studies.complete(0, SETTING, 0, 0.25),
                                Studies.stopped(1, SETTING, 0, 0.5, 1),
                                Studies.failed(2, SETTING, 1, "diverged"))),
                null);
        assertEquals(
                List.of("complete", "stopped", "failed"),
                report.candidates().stream().map(TuneReport.Candidate::status).toList());
        TuneReport.Candidate best = report.candidates().get(0);
        assertEquals(0.25, best.score());
        // Folds 0.01 apart, three trainings each: s² = 15·0.0002/14, and √(s²/15) = √(0.0002/14).
        assertEquals(Math.sqrt(0.0002 / 14), best.standardError(), 1e-12);
        assertNull(report.candidates().get(1).score());
        assertEquals(0.7, report.candidates().get(1).rungs().get(0).score());
        assertEquals("diverged", report.candidates().get(2).failure());
        assertEquals(1, report.candidates().get(2).seen());
        assertEquals(List.of(new TuneReport.Best(0, 0.25)), report.best());
        assertEquals(best, report.winner().orElseThrow());
        assertEquals("complete", report.ending());
    }

    @Test
    void should_count_what_giving_up_saved() {
        TuneReport.Effort effort = TuneReports.of(
                        Studies.of(
                                Studies.PLANE,
                                SearchKind.RANDOM,
                                Metric.CROSS_ENTROPY,
                                List.of(
                                        Studies.complete(0, SETTING, 0, 0.25),
                                        Studies.stopped(1, SETTING, 0, 0.5, 1),
                                        Studies.failed(2, SETTING, 0, "diverged"))),
                        null)
                .effort();
        assertEquals(1, effort.complete());
        assertEquals(1, effort.stopped());
        assertEquals(1, effort.failed());
        assertEquals(15 * 5000 + 15 * 200 + 100, effort.iterations());
        assertEquals(15 * 5000 + 15 * 5000 + 100, effort.iterationsWithoutStopping());
        assertEquals(1.5 + 0.2 + 0.1, effort.seconds(), 1e-12);
    }

    @Test
    void should_say_what_was_searched() {
        SearchSpace space = Studies.space("1e-4..10:log", "0.8", "0.1|0.3", "10,3,1|20,3,1");
        TuneReport report = TuneReports.of(Studies.scored(space, 3, Studies::bowl), null);
        assertEquals(
                List.of(
                        new TuneReport.Parameter(Studies.L2, true, true, 1e-4, 10.0, true, List.of()),
                        new TuneReport.Parameter(Studies.KEEP, false, true, null, null, false, List.of("0.8")),
                        new TuneReport.Parameter(Studies.RATE, true, true, null, null, false, List.of("0.1", "0.3")),
                        new TuneReport.Parameter(
                                Studies.UNITS, true, false, null, null, false, List.of("10,3,1", "20,3,1"))),
                report.parameters());
        assertEquals("0.1|0.3", report.option(Studies.RATE).orElseThrow());
        List<String> options =
                report.options().stream().map(TuneReport.Named::name).toList();
        assertTrue(options.containsAll(List.of("search", "folds", "candidate-time")), options::toString);
        assertTrue(options.containsAll(report.keys()), options::toString);
        assertTrue(options.stream().noneMatch(name -> name.startsWith("-") || name.contains(" ")), options::toString);
    }

    @Test
    void should_write_a_score_that_is_no_number_as_null_and_take_no_winner_from_it() {
        TuneReport report = TuneReports.of(
                Studies.of(
                        Studies.PLANE,
                        SearchKind.RANDOM,
                        Metric.CROSS_ENTROPY,
                        List.of(Studies.complete(0, SETTING, 0, Double.NaN))),
                null);
        assertNull(report.candidates().get(0).score());
        assertTrue(report.winner().isEmpty());
    }

    @Test
    void should_leave_out_of_a_stable_report_all_that_differs_between_runs() {
        TuneReport stable = TuneReports.ordinary().stable();
        assertNull(stable.effort().seconds());
        assertNull(stable.provenance().date());
        assertNull(stable.provenance().cpu());
        assertTrue(stable.candidates().stream().allMatch(candidate -> candidate.seconds() == null));
        assertEquals(
                JsonWriter.write(stable),
                JsonWriter.write(TuneReports.ordinary().stable()));
    }

    @Test
    void should_take_the_twins_from_a_comparison() {
        TuneReport.Twins twins = TuneReportBuilder.twins("none", SETTING, Reports.parted());
        assertEquals(Status.DISAGREE, twins.verdict());
        assertEquals(RungName.GRADIENTS, twins.firstDivergence().rung());
        assertEquals(SETTING.values(), twins.setting());
        assertEquals(1999, twins.end().iteration());
    }

    @Test
    void should_call_the_worst_verdict_of_all_twins_that_of_the_proof() {
        assertEquals(Status.AGREE, TuneReports.proof().verdict());
        assertEquals(Status.DISAGREE, TuneReports.disagreeing().verdict());
        assertEquals(Status.INCONCLUSIVE, new TuneReport.Proof(0, null, List.of(), List.of()).verdict());
    }
}
