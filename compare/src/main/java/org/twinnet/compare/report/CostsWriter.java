package org.twinnet.compare.report;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.twinnet.compare.agreement.Spread;

/** Renders the costs of all scenarios as CSV; a number that is not finite is an empty cell. */
final class CostsWriter {

    private static final String HEADER =
            "scenario,iteration,cost_scratch,cross_entropy_scratch,penalty_scratch,cost_dl4j,"
                    + "cross_entropy_dl4j,penalty_dl4j,relative_difference,limit\n";

    /** Allowance of the free-running rung, as the model's {@code spread} is held against it. */
    private static final double ALLOWANCE = Spread.ALLOWANCE;

    private CostsWriter() {}

    static String write(Report report) {
        StringBuilder text = new StringBuilder(HEADER);
        for (Report.Scenario scenario : report.scenarios()) {
            Map<Integer, Double> spreads = new HashMap<>();
            scenario.spread().points().forEach(point -> spreads.put(point.iteration(), point.spread()));
            List<Report.Cost> scratch = scenario.twins().scratch().costs();
            List<Report.Cost> dl4j = scenario.twins().dl4j().costs();
            for (int i = 0; i < Math.min(scratch.size(), dl4j.size()); i++) {
                Report.Cost a = scratch.get(i);
                Report.Cost b = dl4j.get(i);
                Double spread = spreads.get(a.iteration());
                text.append(quoted(scenario.name())).append(',').append(a.iteration());
                for (Double number : new Double[] {
                    a.cost(),
                    a.crossEntropy(),
                    a.penalty(),
                    b.cost(),
                    b.crossEntropy(),
                    b.penalty(),
                    difference(a.cost(), b.cost()),
                    spread == null ? null : Double.valueOf(ALLOWANCE * spread)
                }) {
                    text.append(',').append(number == null ? "" : number);
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static Double difference(Double a, Double b) {
        if (a == null || b == null) {
            return null;
        }
        return a.equals(b) ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
    }

    /** A name that a spreadsheet could take for a formula begins with an apostrophe. */
    private static String quoted(String name) {
        String safe = name.matches("[=+\\-@\t\r].*") ? "'" + name : name;
        return safe.matches("[A-Za-z0-9_. -]*") ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }
}
