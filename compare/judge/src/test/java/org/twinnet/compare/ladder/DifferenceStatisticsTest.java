package org.twinnet.compare.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;

@DisplayName("Differences")
class DifferenceStatisticsTest {

    private static QuantityComparison single(double left, double right, double floor) {
        DifferenceStatistics statistics = new DifferenceStatistics(Said.NAME.of("q"));
        statistics.add(left, right, floor, 7, Said.NAME.of("entry"));
        return statistics.result();
    }

    @Test
    void should_agree_up_to_and_including_the_floor() {
        assertEquals(Status.AGREE, single(2, 3, 1).status());
        assertEquals(1, single(2, 3, 1).multiple());
        assertEquals(Status.DISAGREE, single(2, 3, Math.nextDown(1.0)).status());
    }

    @Test
    void should_need_equality_where_the_floor_is_zero() {
        assertEquals(Status.AGREE, single(0.1, 0.1, 0).status());
        assertEquals(Status.DISAGREE, single(0.1, Math.nextUp(0.1), 0).status());
    }

    @ParameterizedTest
    @CsvSource({"NaN, NaN", "NaN, 1", "1, NaN", "1, Infinity", "-Infinity, 1", "Infinity, -Infinity", "NaN, Infinity"})
    void should_never_agree_where_a_number_is_not_finite_although_its_floor_is(double left, double right) {
        QuantityComparison result = single(left, right, 1);

        assertEquals(Status.DISAGREE, result.status());
        assertEquals(1, result.notFinite());
        assertEquals(7, result.firstFailure());
        assertTrue(Double.isNaN(result.maxRelativeDifference()));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 2, NaN",
        "1, 2, Infinity",
        "1, 1, Infinity",
        "NaN, 1, Infinity",
        "1, NaN, NaN",
        "Infinity, 1, Infinity",
        "Infinity, Infinity, 1",
        "-Infinity, -Infinity, 0",
        "Infinity, -Infinity, NaN"
    })
    void should_not_be_determined_without_a_finite_floor_nor_where_both_are_the_same_infinity(
            double left, double right, double floor) {
        QuantityComparison result = single(left, right, floor);

        assertEquals(Status.INCONCLUSIVE, result.status());
        assertTrue(result.isUndetermined());
        assertEquals(0, result.compared());
        assertEquals(1, result.undetermined());
        assertEquals(7, result.firstUndetermined());
        assertEquals(-1, result.firstFailure());
    }

    @Test
    void should_rest_on_what_is_determined() {
        DifferenceStatistics statistics = new DifferenceStatistics(Said.NAME.of("q"));
        statistics.add(1, 1, 1, 0, Said.NAME.of("first"));
        statistics.add(1, 1, Double.POSITIVE_INFINITY, 1, Said.NAME.of("second"));
        statistics.add(1, 9, Double.NaN, 2, Said.NAME.of("third"));

        assertEquals(Status.AGREE, statistics.result().status());
        assertEquals(1, statistics.result().compared());
        assertEquals(2, statistics.result().undetermined());
        assertEquals(1, statistics.result().firstUndetermined());

        statistics.add(1, 3, 1, 3, Said.NAME.of("fourth"));
        assertEquals(Status.DISAGREE, statistics.result().status());
    }

    @Test
    void should_measure_finite_entries_beside_an_infinite_one_by_the_finite_ones() {
        DifferenceStatistics statistics = new DifferenceStatistics(Said.NAME.of("q"));
        double infinity = Double.POSITIVE_INFINITY;
        statistics.add(
                new double[] {infinity, 4},
                new double[] {infinity, 5},
                new double[] {1, 2},
                0,
                2,
                0,
                i -> Said.NAME.of("entry " + i));

        assertEquals(1 / 5.0, statistics.result().maxRelativeDifference());
    }

    @Test
    void of_nothing_should_be_inconclusive() {
        QuantityComparison result = new DifferenceStatistics(Said.NAME.of("q")).result();

        assertEquals(Status.INCONCLUSIVE, result.status());
        assertEquals(0, result.compared());
        assertEquals(Phrase.NOTHING, result.where());
        assertTrue(Double.isNaN(result.rmsRelativeDifference()));
    }

    @Test
    void should_be_relative_to_the_largest_entry_of_their_tensor_and_name_the_decisive_one() {
        DifferenceStatistics statistics = new DifferenceStatistics(Said.NAME.of("q"));
        double[] left = {100, 1, 8};
        double[] right = {100.5, 1.25, 8};
        statistics.add(left, right, new double[] {1, 0.3, 1}, 0, 3, 4, i -> Said.NAME.of("entry " + i));
        QuantityComparison result = statistics.result();

        assertEquals(3, result.compared());
        assertEquals("entry 1", result.where().english());
        assertEquals(0.25 / 100.5, result.maxRelativeDifference());
        assertEquals(0.3 / 100.5, result.noiseFloor());
        assertEquals(0.25 / 0.3, result.multiple());
        assertEquals(4, result.iteration());
        assertEquals(-1, result.firstFailure());
        double a = 0.5 / 100.5;
        double b = 0.25 / 100.5;
        assertEquals(Math.sqrt((a * a + b * b) / 3), result.rmsRelativeDifference(), 1e-18);
    }

    @Test
    void should_report_no_failure_at_the_floor_itself() {
        assertEquals(-1, single(2, 3, 1).firstFailure());
        assertEquals(7, single(2, 3, Math.nextDown(1.0)).firstFailure());
    }

    @Test
    void should_fail_first_at_iteration_0_when_they_do() {
        DifferenceStatistics statistics = new DifferenceStatistics(Said.NAME.of("q"));
        statistics.add(1, 3, 1, 0, Said.NAME.of("first"));
        statistics.add(1, 3, 1, 1, Said.NAME.of("second"));

        assertEquals(0, statistics.result().firstFailure());
        assertEquals("first", statistics.result().where().english(), "the earlier of two that are equally bad");
    }

    @Test
    void of_zeros_should_be_zero() {
        DifferenceStatistics statistics = new DifferenceStatistics(Said.NAME.of("q"));
        statistics.add(new double[2], new double[2], new double[2], 0, 2, 0, i -> Phrase.NOTHING);
        QuantityComparison result = statistics.result();

        assertEquals(Status.AGREE, result.status());
        assertEquals(0, result.maxRelativeDifference());
        assertEquals(0, result.rmsRelativeDifference());
        assertEquals(0, result.noiseFloor());
    }

    @Test
    void should_keep_the_first_failure_and_the_worst_one_apart() {
        DifferenceStatistics statistics = new DifferenceStatistics(Said.NAME.of("q"));
        statistics.add(1, 1, 1, 0, Said.NAME.of("first"));
        statistics.add(1, 3, 1, 1, Said.NAME.of("second"));
        statistics.add(1, 9, 1, 2, Said.NAME.of("third"));
        statistics.add(1, 5, 1, 3, Said.NAME.of("fourth"));

        assertEquals(1, statistics.result().firstFailure());
        assertEquals(2, statistics.result().iteration());
        assertEquals("third", statistics.result().where().english());
        assertEquals(8, statistics.result().multiple());
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 3", "3, 2, 3", "3, 3, 2"})
    void should_refuse_vectors_that_are_too_short(int left, int right, int floor) {
        DifferenceStatistics statistics = new DifferenceStatistics(Said.NAME.of("dW"));
        IllegalArgumentException e = assertThrows(
                IllegalArgumentException.class,
                () -> statistics.add(
                        new double[left], new double[right], new double[floor], 0, 3, 0, i -> Phrase.NOTHING));
        assertEquals(
                String.format(
                        Locale.ROOT,
                        "dW: entries 0 to 2 are wanted of vectors of %d, %d and %d numbers.",
                        left,
                        right,
                        floor),
                e.getMessage());
    }
}
