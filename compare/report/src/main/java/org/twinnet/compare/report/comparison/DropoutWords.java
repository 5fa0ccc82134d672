package org.twinnet.compare.report.comparison;

import java.util.List;
import org.twinnet.compare.equivalence.TwoOneSidedTests;
import org.twinnet.compare.report.kit.Numbers;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Phrase;

/** How DL4J's own dropout is told. */
public final class DropoutWords {

    private static final String PATTERN = "%.4g";

    private DropoutWords() {}

    /**
     * One sentence for each scenario that was tested.
     *
     * @param report the report
     * @return the sentences; none where nobody asked
     */
    public static List<Phrase> of(Report report) {
        return report.scenarios().stream()
                .filter(scenario ->
                        scenario.picture() != null && scenario.picture().dropout() != null)
                .map(scenario -> sentence(scenario.name(), scenario.picture().dropout()))
                .toList();
    }

    private static Phrase sentence(String scenario, Picture.Dropout dropout) {
        if (dropout.p() == null) {
            return Phrase.of("dropout.unmeasured", scenario, Numbers.count(dropout.seeds()));
        }
        return Phrase.of(
                "dropout.sentence",
                scenario,
                result(dropout.result()),
                Numbers.count(dropout.seeds()),
                Numbers.of(dropout.dl4j(), PATTERN),
                Numbers.of(dropout.scratch(), PATTERN),
                Numbers.small(dropout.difference()),
                Numbers.small(dropout.halfWidth()),
                Numbers.percent(1 - 2 * dropout.size()),
                Numbers.small(dropout.margin()),
                Phrase.of(
                        "dropout.tests",
                        Numbers.small(dropout.p()),
                        Numbers.percent(dropout.size()),
                        Numbers.of(dropout.power(), "%.2f")));
    }

    private static Phrase result(TwoOneSidedTests.Result result) {
        return switch (result) {
            case EQUIVALENT -> Phrase.of("dropout.equivalent");
            case DIFFERENT -> Phrase.of("dropout.different");
            case UNDECIDED -> Phrase.of("dropout.undecided");
        };
    }
}
