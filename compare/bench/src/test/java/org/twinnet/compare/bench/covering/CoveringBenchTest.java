package org.twinnet.compare.bench.covering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.Status;

@DisplayName("Both networks, where two choices meet")
class CoveringBenchTest {

    /** Some of the configurations with fewer iterations; {@code twinnet-bench covering} takes all. */
    private static List<Configuration> sample(Precision precision, int every) {
        List<Configuration> all = Configuration.all(40, precision);
        return IntStream.range(0, all.size())
                .filter(i -> i % every == 3)
                .mapToObj(all::get)
                .toList();
    }

    @Test
    void should_agree() throws InterruptedException {
        List<String> lines = new ArrayList<>();
        CoveringReport report = CoveringBench.run(sample(Precision.FLOAT64, 8), lines::add);

        assertEquals(40, lines.size());
        assertEquals(
                List.of(),
                report.rows().stream()
                        .filter(row -> row.verdict() != Status.AGREE)
                        .filter(row -> row.verdict() != Status.INCONCLUSIVE || !row.diverged())
                        .toList());
        // configuration 172, linear layers on features of 1000, of which no prediction is a number
        assertEquals(
                1, report.rows().stream().filter(CoveringBench.Row::diverged).count());
        // what is larger is a bias before a normalization or a dead unit, whose gradient is rounding alone
        double penalty = report.rows().stream()
                .mapToDouble(row -> row.norms().get("penalty"))
                .max()
                .orElseThrow();
        assertTrue(penalty < 1e-14, "measured 6e-16, not " + penalty);
    }

    @Test
    void should_agree_in_single_precision() throws InterruptedException {
        CoveringReport report = CoveringBench.run(sample(Precision.FLOAT32, 32), line -> {});

        assertEquals(10, report.rows().size());
        assertEquals(
                List.of(),
                report.rows().stream()
                        .filter(row -> row.verdict() != Status.AGREE)
                        .toList());
    }

    @Test
    void should_tell_what_parts_and_what_disagrees() {
        CoveringReport report = new CoveringReport(List.of(
                new CoveringBench.Row("1 a", Status.AGREE, false, List.of(), 0.5, Map.of("cost", 1e-15), Map.of()),
                new CoveringBench.Row(
                        "2 b",
                        Status.DISAGREE,
                        false,
                        List.of("cost disagree: cost, 7.0 of the floor, 0 undetermined"),
                        7,
                        Map.of("cost", 1e-9),
                        Map.of("cost", 1e-9))));

        assertTrue(!report.holds());
        assertTrue(
                report.text().contains("Of 2 configurations 1 agree, 0 are inconclusive, 1 disagree; 0 diverge."),
                report.text());
        assertTrue(report.text().contains("cost               at most 1.0e-09 of its size (2 b)"), report.text());
        assertTrue(CoveringReport.line(report.rows().get(1))
                .endsWith("2 b, cost 1.0e-09  [cost disagree: cost, 7.0 of" + " the floor, 0 undetermined]"));
    }
}
