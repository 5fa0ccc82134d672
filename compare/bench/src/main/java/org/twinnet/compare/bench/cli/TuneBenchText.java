package org.twinnet.compare.bench.cli;

import java.util.List;
import java.util.Locale;
import org.twinnet.compare.bench.result.MemoryPoint;
import org.twinnet.compare.bench.result.Spread;
import org.twinnet.compare.bench.tune.TuneBenchReport;
import org.twinnet.compare.report.kit.TextTable;

/** Prints what tuning costs. */
final class TuneBenchText {

    private TuneBenchText() {}

    static String of(TuneBenchReport report) {
        StringBuilder text = new StringBuilder();
        if (!report.throughput().isEmpty()) {
            text.append(throughput(report.throughput())).append(System.lineSeparator());
        }
        if (!report.halving().isEmpty()) {
            text.append(halving(report.halving())).append(System.lineSeparator());
        }
        for (TuneBenchReport.Memory memory : report.memory()) {
            text.append(memory(memory)).append(System.lineSeparator());
        }
        return text.toString();
    }

    /**
     * Ratios are to the slowest of the rows before them that did the same work, which is the stock contestant of the
     * same round.
     */
    private static String throughput(List<TuneBenchReport.Throughput> rows) {
        TextTable table = new TextTable(List.of(
                "candidates scored by",
                "candidates",
                "trainings each",
                "iterations",
                "workers",
                "seconds",
                "candidates/s",
                "ratio"));
        double stock = Double.NaN;
        for (TuneBenchReport.Throughput row : rows) {
            boolean peer = row.name().startsWith("Arbiter");
            stock = peer ? row.rate() : stock;
            table.add(List.of(
                    row.name(),
                    String.valueOf(row.candidates()),
                    String.valueOf(row.trainings()),
                    String.valueOf(row.iterations()),
                    String.valueOf(row.workers()),
                    number("%.1f", row.seconds()),
                    number("%.3f", row.rate()),
                    peer || Double.isNaN(stock) ? "" : number("%.1f", row.rate() / stock)));
        }
        return table.toString();
    }

    private static String halving(List<TuneBenchReport.Halved> rows) {
        TextTable table = new TextTable(
                List.of("halving, seed", "iterations saved", "best without", "best with", "best worse by"));
        for (TuneBenchReport.Halved row : rows) {
            table.add(List.of(
                    String.valueOf(row.seed()),
                    number("%.1f %%", 100 * row.saved()),
                    number("%.5f", row.best()),
                    number("%.5f", row.bestHalved()),
                    number("%.2f %%", 100 * row.worse())));
        }
        table.add(List.of(
                "median",
                number(
                        "%.1f %%",
                        100
                                * median(rows.stream()
                                        .map(TuneBenchReport.Halved::saved)
                                        .toList())),
                "",
                "",
                number(
                        "%.2f %%",
                        100
                                * median(rows.stream()
                                        .map(TuneBenchReport.Halved::worse)
                                        .toList()))));
        return table.toString();
    }

    private static double median(List<Double> values) {
        return Spread.of(values).median();
    }

    private static String memory(TuneBenchReport.Memory memory) {
        TextTable table = new TextTable(List.of("memory, " + memory.network(), "resident MB", "heap MB"));
        for (MemoryPoint point : memory.points()) {
            table.add(List.of(
                    point.iterations() + " candidates",
                    point.residentBytes() == null ? "unknown" : megabytes(point.residentBytes()),
                    megabytes(point.heapBytes())));
        }
        return table.toString();
    }

    private static String megabytes(long bytes) {
        return number("%.0f", bytes / 1e6);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
