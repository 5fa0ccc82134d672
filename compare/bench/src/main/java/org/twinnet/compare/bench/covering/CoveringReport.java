package org.twinnet.compare.bench.covering;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.twinnet.compare.bench.covering.CoveringBench.Row;
import org.twinnet.compare.ladder.Status;

/**
 * What the covering set came to.
 *
 * @param rows one a configuration
 */
public record CoveringReport(List<Row> rows) {

    /**
     * Copies the list.
     *
     * @param rows one a configuration
     */
    public CoveringReport {
        rows = List.copyOf(rows);
    }

    /**
     * Whether no two networks were called different.
     *
     * @return false where one configuration disagrees
     */
    public boolean holds() {
        return rows.stream().allMatch(row -> row.verdict() != Status.DISAGREE);
    }

    /** One configuration in a line. */
    static String line(Row row) {
        return String.format(
                Locale.ROOT,
                "%-12s %8.2g of the floor  %s%s%s",
                row.verdict().label(),
                row.multiple(),
                row.name(),
                parts(row.beyond()),
                (row.diverged() ? ", diverges" : "")
                        + (row.open().isEmpty() ? "" : "  [" + String.join("; ", row.open()) + "]"));
    }

    private static String parts(Map<String, Double> parts) {
        return parts.entrySet().stream()
                .map(part -> String.format(Locale.ROOT, ", %s %.1e", part.getKey(), part.getValue()))
                .collect(Collectors.joining());
    }

    /**
     * The sum of it.
     *
     * @return lines, ending in a line break
     */
    public String text() {
        long agree = rows.stream().filter(row -> row.verdict() == Status.AGREE).count();
        long inconclusive = rows.stream()
                .filter(row -> row.verdict() == Status.INCONCLUSIVE)
                .count();
        long diverged = rows.stream().filter(Row::diverged).count();
        long beyond = rows.stream().filter(row -> !row.beyond().isEmpty()).count();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%nOf %d configurations %d agree, %d are inconclusive, %d disagree; %d diverge.%n"
                        + "In %d of them some tensor parts by more than %.0f roundings of its size (1e-12 in"
                        + " float64); all within what rounding explains where the verdict is agree.%n",
                rows.size(),
                agree,
                inconclusive,
                rows.size() - agree - inconclusive,
                diverged,
                beyond,
                CoveringBench.NORM_LIMIT));
        Map<String, Row> worst = new LinkedHashMap<>();
        for (Row row : rows) {
            row.norms()
                    .keySet()
                    .forEach(quantity -> worst.merge(
                            quantity,
                            row,
                            (one, other) -> Comparator.<Row>comparingDouble(
                                                            it -> it.norms().getOrDefault(quantity, 0.0))
                                                    .compare(one, other)
                                            >= 0
                                    ? one
                                    : other));
        }
        worst.forEach((quantity, row) -> text.append(String.format(
                Locale.ROOT,
                "%-18s at most %.1e of its size (%s)%n",
                quantity,
                row.norms().get(quantity),
                row.name())));
        return text.toString();
    }
}
