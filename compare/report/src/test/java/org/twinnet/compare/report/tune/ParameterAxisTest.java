package org.twinnet.compare.report.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParameterAxisTest {

    private static ParameterAxis range(double from, double to, boolean logarithmic) {
        return ParameterAxis.of(new TuneReport.Parameter("penalty.l2", true, true, from, to, logarithmic, List.of()));
    }

    private static List<String> texts(ParameterAxis axis) {
        return axis.ticks().stream().map(ParameterAxis.Tick::text).toList();
    }

    @Test
    void should_count_a_logarithmic_range_in_decades() {
        ParameterAxis axis = range(1e-4, 10, true);
        assertEquals(0, axis.at(1e-4).getAsDouble(), 1e-12);
        assertEquals(0.6, axis.at(0.1).getAsDouble(), 1e-12);
        assertEquals(1, axis.at(10).getAsDouble(), 1e-12);
        assertEquals(List.of("0.0001", "0.001", "0.01", "0.1", "1", "10"), texts(axis));
        assertEquals(List.of("0.05", "0.1", "0.2", "0.5"), texts(range(0.03, 0.9, true)));
    }

    @Test
    void should_be_nowhere_outside_of_what_was_searched() {
        assertTrue(range(0.1, 1, false).at(0.05).isEmpty());
        assertTrue(range(0.1, 1, false).at(Double.NaN).isEmpty());
    }

    @Test
    void should_put_the_values_of_a_choice_in_the_middle_of_equal_parts_and_others_between_them() {
        ParameterAxis axis = ParameterAxis.of(new TuneReport.Parameter(
                "penalty.l2", true, true, null, null, false, List.of("0.7", "0.0", "0.1", "1.0")));
        assertEquals(List.of("0", "0.1", "0.7", "1"), texts(axis));
        assertEquals(0.125, axis.at(0).getAsDouble(), 1e-12);
        assertEquals(0.625, axis.at(0.7).getAsDouble(), 1e-12);
        // A tenth of the way from 0 to 0.1.
        assertEquals(0.15, axis.at(0.01).getAsDouble(), 1e-12);
        assertTrue(axis.at(1.5).isEmpty());
    }

    @Test
    void should_put_words_in_the_middle_of_equal_parts_in_their_order() {
        ParameterAxis axis = ParameterAxis.of(
                new TuneReport.Parameter("masks.kind", true, false, null, null, false, List.of("published", "fresh")));
        assertEquals(List.of("published", "fresh"), texts(axis));
        assertEquals(0.75 - 0.15, axis.at(candidate("fresh")), 1e-12);
        assertEquals(0.25 - 0.15, axis.at(candidate("published")), 1e-12);
    }

    /** Candidate 0 stands 0.3 of a part to the left of the middle. */
    private static TuneReport.Candidate candidate(String kind) {
        return new TuneReport.Candidate(
                0, Map.of("masks.kind", kind), "complete", 0.2, null, "", 0, 1, null, List.of());
    }
}
