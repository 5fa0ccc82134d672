package org.twinnet.compare.bench.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.twinnet.compare.bench.result.BenchReport;
import org.twinnet.compare.bench.result.Comparison;
import org.twinnet.compare.bench.result.Contestant;
import org.twinnet.compare.bench.result.MemoryPoint;
import org.twinnet.compare.bench.result.Spread;
import org.twinnet.compare.experiment.Scenario;
import org.twinnet.compare.report.kit.TextTable;
import org.twinnet.compare.text.Visible;

/** Says a measurement of speed in tables, one column a scenario, and a few sentences. */
final class BenchText {

    private static final double MEGABYTE = 1 << 20;

    private final BenchReport report;

    private BenchText(BenchReport report) {
        this.report = report;
    }

    static String of(BenchReport report) {
        BenchText text = new BenchText(report);
        List<String> parts = new ArrayList<>();
        parts.add(text.conditions());
        parts.add(text.speeds(
                "microseconds per iteration",
                speed -> number("%.1f", speed.microseconds().median())));
        parts.add(text.speeds("iterations per second", speed -> number("%,.0f", speed.iterationsPerSecond())));
        parts.add(text.ratios());
        parts.add(text.speeds("bytes allocated per iteration", BenchText::bytes));
        parts.add(text.sameWork());
        parts.add(text.memory());
        return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining("\n"));
    }

    private String conditions() {
        String numpy = report.numpy() == null
                ? "NumPy is not measured: there is no python3 with NumPy on this machine."
                : "NumPy " + report.numpy() + " on one BLAS thread.";
        return String.format(
                Locale.ROOT,
                "%s, %d examples. Medians, rounds: %d. Processors: %d.\n%s\n%s\n",
                Visible.of(report.data()),
                report.examples(),
                report.rounds(),
                report.processors(),
                report.jvm(),
                numpy);
    }

    private String speeds(String heading, Function<BenchReport.Speed, String> cell) {
        TextTable table = new TextTable(headings(heading));
        for (Contestant contestant : Contestant.values()) {
            List<String> cells = cells(
                    contestant.label(),
                    scenario -> report.speed(contestant, scenario).map(cell).orElse("-"));
            if (!cells.subList(1, cells.size()).stream().allMatch("-"::equals)) {
                table.add(cells);
            }
        }
        return table.toString();
    }

    private static String bytes(BenchReport.Speed speed) {
        return speed.bytesPerIteration() == null ? "-" : number("%,.2f", speed.bytesPerIteration());
    }

    private String ratios() {
        List<String> headings = headings("ratio of iterations per second (range of the rounds)");
        headings.add("goal");
        TextTable table = new TextTable(headings);
        for (Comparison comparison : Comparison.values()) {
            List<String> cells = cells(
                    comparison.faster().label() + " : " + comparison.slower().label(),
                    scenario -> report.ratio(comparison, scenario)
                            .map(BenchText::ratio)
                            .orElse("-"));
            cells.add(number("%.0f", comparison.goal()));
            table.add(cells);
        }
        return table.toString();
    }

    private static String ratio(Spread ratio) {
        String median = number("%.1f", ratio.median());
        return ratio.least() == ratio.greatest()
                ? median
                : median + number(" (%.1f-%.1f)", ratio.least(), ratio.greatest());
    }

    /** One line a contestant, so that nobody wonders whether a loop was fast because it did less. */
    private String sameWork() {
        StringBuilder text = new StringBuilder();
        for (Contestant contestant : Contestant.values()) {
            List<BenchReport.SameWork> all = report.agreements().stream()
                    .filter(agreement -> agreement.contestant() == contestant)
                    .toList();
            if (all.isEmpty()) {
                continue;
            }
            double difference = all.stream()
                    .mapToDouble(BenchReport.SameWork::firstDifference)
                    .max()
                    .orElseThrow();
            String failing = all.stream()
                    .filter(agreement -> !agreement.holds())
                    .map(agreement -> agreement.scenario().label())
                    .collect(Collectors.joining(", "));
            String answer = failing.isEmpty() ? "the same" : "NOT the same in " + failing;
            text.append(number(
                    "First cost of %s and scratch twin: %s, relative difference at most %.1e, limit %.1e.\n",
                    contestant.label(), answer, difference, all.get(0).limit()));
        }
        return text.toString();
    }

    private String memory() {
        if (report.memory().isEmpty()) {
            return "";
        }
        TextTable table =
                new TextTable(List.of("memory of the DL4J twin after", "resident MB", "Java heap MB, committed"));
        for (MemoryPoint point : report.memory()) {
            table.add(List.of(
                    number("%,d iterations", point.iterations()),
                    point.residentBytes() == null ? "not available" : number("%.0f", point.residentBytes() / MEGABYTE),
                    number("%.0f", point.heapBytes() / MEGABYTE)));
        }
        return table.toString();
    }

    private static List<String> headings(String first) {
        return cells(first, Scenario::label);
    }

    private static List<String> cells(String first, Function<Scenario, String> cell) {
        List<String> cells = new ArrayList<>();
        cells.add(first);
        for (Scenario scenario : Scenario.values()) {
            cells.add(cell.apply(scenario));
        }
        return cells;
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
