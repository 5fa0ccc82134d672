package org.twinnet.compare.bench.peers;

import java.util.List;
import java.util.Locale;
import org.twinnet.compare.bench.peers.PeerBench.Row;

/**
 * What holding both networks to PyTorch came to.
 *
 * @param version PyTorch's
 * @param rows one an experiment
 */
public record PeerReport(String version, List<Row> rows) {

    /**
     * Copies the list.
     *
     * @param version PyTorch's
     * @param rows one an experiment
     */
    public PeerReport {
        rows = List.copyOf(rows);
    }

    /**
     * Whether both networks come to PyTorch's numbers everywhere.
     *
     * @return false where one of them does not
     */
    public boolean holds() {
        return rows.stream().allMatch(Row::holds);
    }

    /**
     * The table.
     *
     * @return lines, ending in a line break
     */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "PyTorch %s, float64. Limit: %.0e, or %.0f times what other last bits and sums move.%n"
                        + "%10s %10s %12s%n",
                version,
                PeerBench.LIMIT,
                PeerBench.SPREADS,
                "by hand",
                "DL4J",
                "difference"));
        for (Row row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "%10.2g %10.2g %12.1e  %s%s%n",
                    row.hand(),
                    row.dl4j(),
                    row.difference(),
                    row.name(),
                    row.holds() ? "" : "  BEYOND THE LIMIT"));
        }
        text.append(String.format(
                Locale.ROOT,
                "%d of %d experiments come to PyTorch's costs and outputs in both networks.%n",
                rows.stream().filter(Row::holds).count(),
                rows.size()));
        return text.toString();
    }
}
