package org.twinnet.compare.report.comparison;

import java.util.List;
import org.twinnet.compare.report.kit.CsvCell;
import org.twinnet.compare.report.model.Report;

/** Renders the costs of all scenarios as CSV; a number that is not finite is an empty cell. */
final class CostsWriter {

    private static final String HEADER =
            "scenario,iteration,cost_scratch,cross_entropy_scratch,penalty_scratch,cost_dl4j,"
                    + "cross_entropy_dl4j,penalty_dl4j,relative_difference,limit\n";

    private CostsWriter() {}

    static String write(Report report) {
        StringBuilder text = new StringBuilder(HEADER);
        for (Report.Scenario scenario : report.scenarios()) {
            List<Report.CostDifference> differences = scenario.costDifferences().points();
            List<Report.Cost> scratch = scenario.twins().scratch().costs();
            List<Report.Cost> dl4j = scenario.twins().dl4j().costs();
            for (int i = 0; i < differences.size(); i++) {
                Report.Cost a = scratch.get(i);
                Report.Cost b = dl4j.get(i);
                Report.CostDifference difference = differences.get(i);
                text.append(CsvCell.of(scenario.name())).append(',').append(a.iteration());
                for (Double number : new Double[] {
                    a.cost(),
                    a.crossEntropy(),
                    a.penalty(),
                    b.cost(),
                    b.crossEntropy(),
                    b.penalty(),
                    difference.difference(),
                    difference.limit()
                }) {
                    text.append(',').append(number == null ? "" : number);
                }
                text.append('\n');
            }
        }
        return text.toString();
    }
}
