package org.twinnet.compare.report.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.SearchKind;
import org.twinnet.compare.tuning.Studies;
import org.twinnet.compare.tuning.space.Setting;

class CandidatesCsvTest {

    private static final Setting SETTING = Studies.setting(0.1, 0.8, 0.3, List.of(20, 3, 1));

    @Test
    void should_write_a_row_for_every_candidate_and_nothing_where_nothing_is_known() {
        String csv = CandidatesCsv.write(TuneReports.of(
                        Studies.of(
                                Studies.PLANE,
                                SearchKind.RANDOM,
                                Metric.CROSS_ENTROPY,
                                List.of(
                                        Studies.stopped(0, SETTING, 0, 0.5, 1),
                                        Studies.failed(1, SETTING, 0, "=1+1, \"quoted\"\nand broken"))),
                        null)
                .stable());
        assertEquals("""
                number,status,penalty.l2,layers[].keep_prob,optimizer.learning_rate,layers[].units,score,standard_error,iterations,seconds,seen,failure
                0,stopped,0.1,0.8,0.3,"20,3,1",,,3000,,0,
                1,failed,0.1,0.8,0.3,"20,3,1",,,100,,0,"'=1+1, ""quoted""?and broken"
                """, csv);
    }

    @Test
    void should_write_scores_to_their_last_digit() {
        TuneReport report = TuneReports.ordinary();
        TuneReport.Candidate winner = report.winner().orElseThrow();
        assertTrue(CandidatesCsv.write(report)
                .contains("\n" + winner.number() + ",complete," + Studies.l2(winner.setting())));
        assertTrue(CandidatesCsv.write(report).contains("," + winner.score() + ","));
    }
}
