package org.twinnet.compare.bench.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The benchmark of searches")
class SearchBenchTest {

    private static final TestFunction FUNCTION = StandardFunctions.all().get(3);

    @Test
    void should_find_that_tpe_beats_random_on_most_functions_and_not_by_chance() {
        // 30 seeds: 10 of 10, p = 1e-40; a third of them keeps the test short
        SearchBenchReport report = SearchBench.run(60, 10);
        assertTrue(report.tpeBetter() >= 8, report.text());
        assertTrue(report.p() < 1e-6, report.text());
        assertTrue(report.decades() > 0.2, report.text());
    }

    @Test
    void should_repeat_itself() {
        assertEquals(SearchBench.run(12, 2).text(), SearchBench.run(12, 2).text());
    }

    @Test
    void should_not_call_a_better_median_of_few_seeds_significant() {
        SearchBenchReport report = report(List.of(3.0, 5.0, 4.0), List.of(2.0, 6.0, 3.0));
        assertEquals(1, report.tpeBetter());
        assertEquals(0, report.tpeSignificantlyBetter());
    }

    @Test
    void should_not_count_for_tpe_where_random_is_better() {
        SearchBenchReport report = report(List.of(1.0, 2.0, 3.0), List.of(10.0, 20.0, 30.0));
        assertEquals(0, report.tpeBetter());
        assertEquals(-1, report.decades(), 1e-12);
    }

    @Test
    void should_print_the_medians() {
        String text = report(List.of(3.0, 5.0, 4.0), List.of(2.0, 6.0, 3.0)).text();
        assertTrue(text.contains("Rosenbrock, 3-D"), text);
        assertTrue(text.matches("(?s).*0\\.000\\s+4\\.000\\s+4\\.000\\s+3\\.000.*"), text);
    }

    private static SearchBenchReport report(List<Double> random, List<Double> tpe) {
        return new SearchBenchReport(60, 3, List.of(new SearchBenchReport.Row(FUNCTION, random, random, tpe)));
    }
}
