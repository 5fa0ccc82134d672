package org.twinnet.compare.tuning.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.tuning.CandidateResult;
import org.twinnet.compare.tuning.Metric;
import org.twinnet.compare.tuning.Proposal;
import org.twinnet.compare.tuning.RungScore;
import org.twinnet.compare.tuning.Studies;

@DisplayName("What a generator is told")
class LossTest {

    private static final Proposal PROPOSAL =
            new Proposal(0, Studies.setting(0.7, 0.86, 0.3, List.of(20, 3, 1)), List.of(), 0);

    private final Loss loss = new Loss(Metric.CROSS_ENTROPY);

    @Test
    void should_be_the_score_of_a_complete_candidate() {
        assertEquals(0.25, loss.of(SearchRun.complete(PROPOSAL, 0.25)));
    }

    @Test
    void should_be_smaller_for_a_larger_accuracy() {
        Loss accuracy = new Loss(Metric.ACCURACY);
        assertTrue(accuracy.of(SearchRun.complete(PROPOSAL, 0.95)) < accuracy.of(SearchRun.complete(PROPOSAL, 0.9)));
        assertEquals(Loss.WORST, accuracy.of(SearchRun.failed(PROPOSAL)));
    }

    @Test
    void should_put_a_candidate_that_was_given_up_behind_every_complete_one_in_the_order_of_the_last_scores() {
        // The largest mean cross-entropy: every prediction wrong without any doubt.
        double worstComplete = loss.of(SearchRun.complete(PROPOSAL, -Math.log(1e-15)));
        double better = loss.of(stopped(List.of(new RungScore(10, 0.6), new RungScore(20, 0.1))));
        double worse = loss.of(stopped(List.of(new RungScore(10, 0.05), new RungScore(20, 0.1000001))));

        assertTrue(worstComplete < better);
        assertTrue(better < worse);
        assertTrue(worse < Loss.WORST);
    }

    @Test
    void should_be_the_worst_of_a_failure_and_of_one_given_up_without_a_score() {
        assertEquals(Loss.WORST, loss.of(SearchRun.failed(PROPOSAL)));
        assertEquals(Loss.WORST, loss.of(stopped(List.of())));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void should_be_the_worst_of_a_score_that_is_no_finite_number(double score) {
        assertEquals(Loss.WORST, loss.of(SearchRun.complete(PROPOSAL, score)));
        assertEquals(Loss.WORST, loss.of(stopped(List.of(new RungScore(10, score)))));
    }

    private static CandidateResult stopped(List<RungScore> rungs) {
        return new CandidateResult(
                PROPOSAL, CandidateResult.Status.STOPPED, OptionalDouble.empty(), "", List.of(), rungs, 20, 0);
    }
}
