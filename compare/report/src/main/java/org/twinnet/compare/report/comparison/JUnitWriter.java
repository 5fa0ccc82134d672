package org.twinnet.compare.report.comparison;

import java.util.List;
import java.util.Locale;
import org.twinnet.compare.report.kit.JUnitXml;
import org.twinnet.compare.report.model.Report;

/** Renders a report as JUnit XML for CI dashboards: a scenario is a test suite, a rung a test case. */
final class JUnitWriter {

    private JUnitWriter() {}

    static String write(Report report) {
        List<JUnitXml.Suite> suites = report.scenarios().stream()
                .map(scenario -> new JUnitXml.Suite(
                        "twinnet." + scenario.name(),
                        scenario.rungs().stream()
                                .map(rung -> new JUnitXml.Case(rung.name().label(), rung.status(), numbers(rung)))
                                .toList()))
                .toList();
        return JUnitXml.write(suites, report.provenance().seconds());
    }

    private static String numbers(Report.Rung rung) {
        return String.format(
                Locale.ROOT,
                "%s, iteration %d: relative difference %s, noise floor %s, over %d numbers",
                rung.where().english(),
                rung.iteration(),
                rung.maxRelativeDifference(),
                rung.noiseFloor(),
                rung.compared());
    }
}
