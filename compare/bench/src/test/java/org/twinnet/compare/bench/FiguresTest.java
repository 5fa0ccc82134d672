package org.twinnet.compare.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.bench.result.BenchReport;
import org.twinnet.compare.bench.result.Comparison;
import org.twinnet.compare.bench.result.Contestant;
import org.twinnet.compare.bench.result.Spread;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.data.Dataset;

class FiguresTest {

    private static final Dataset TWO_EXAMPLES =
            Dataset.of("two", List.of("x"), new double[][] {{1}, {2}}, new double[] {0, 1});

    private final Results results = new Results();

    @Test
    void should_form_ratios_within_a_round_so_that_a_slow_round_does_no_harm() {
        scratch(1, 10, 0.7);
        scratch(2, 100, 0.7);
        scratch(3, 20, 0.7);
        numpy(1, 40, 0.7);
        numpy(2, 500, 0.7);
        numpy(3, 60, 0.7);
        // 4, 5 and 3; of the medians it would be 60 / 20 = 3
        assertEquals(Optional.of(new Spread(4, 3, 5)), report().ratio(Comparison.SCRATCH_TO_NUMPY, Scenario.NONE));
    }

    @Test
    void should_leave_out_of_a_ratio_the_rounds_in_which_one_is_missing() {
        scratch(1, 10, 0.7);
        scratch(2, 10, 0.7);
        numpy(2, 20, 0.7);
        assertEquals(Optional.of(new Spread(2, 2, 2)), report().ratio(Comparison.SCRATCH_TO_NUMPY, Scenario.NONE));
    }

    @Test
    void should_have_no_ratio_and_no_speed_of_what_was_not_measured() {
        scratch(1, 10, 0.7);
        BenchReport report = report();
        assertEquals(Optional.empty(), report.ratio(Comparison.SCRATCH_TO_NUMPY, Scenario.NONE));
        assertEquals(Optional.empty(), report.speed(Contestant.NUMPY, Scenario.NONE));
        assertEquals(List.of(), report.agreements());
    }

    @Test
    void should_turn_the_median_time_into_iterations_per_second() {
        scratch(1, 12.5, 0.7);
        scratch(2, 11, 0.7);
        scratch(3, 400, 0.7);
        BenchReport.Speed speed =
                report().speed(Contestant.SCRATCH, Scenario.NONE).orElseThrow();
        assertEquals(80_000, speed.iterationsPerSecond());
        assertEquals(0.03125, speed.bytesPerIteration());
    }

    @Test
    void should_accept_a_first_cost_that_differs_by_rounding_only() {
        scratch(1, 10, 0.7);
        numpy(1, 40, Math.nextUp(0.7));
        assertTrue(onlyAgreement().holds());
    }

    @Test
    void should_refuse_a_first_cost_that_differs_by_more_or_is_no_number() {
        scratch(1, 10, 0.7);
        numpy(1, 40, 0.7 * (1 + 1e-13));
        assertFalse(onlyAgreement().holds());
        numpy(1, 40, Double.NaN);
        assertFalse(onlyAgreement().holds());
    }

    private void scratch(int round, double microseconds, double firstCost) {
        results.add(Contestant.SCRATCH, Scenario.NONE, round, new Measurement(microseconds, 0.03125, firstCost, 0.5));
    }

    private void numpy(int round, double microseconds, double firstCost) {
        results.add(Contestant.NUMPY, Scenario.NONE, round, new Measurement(microseconds, Double.NaN, firstCost, 0.5));
    }

    private BenchReport.SameWork onlyAgreement() {
        List<BenchReport.SameWork> agreements = report().agreements();
        assertEquals(1, agreements.size());
        return agreements.get(0);
    }

    private BenchReport report() {
        return Figures.report(BenchSettings.full(3), TWO_EXAMPLES, "2", results, List.of());
    }
}
