package org.twinnet.compare.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The sentences and cells that every rendering of a report shares. */
public final class Sentences {

    /** Headings of {@link #row}. */
    public static final List<String> HEADINGS = List.of(
            "scenario",
            "cost by hand",
            "cost by DL4J",
            "largest rel. diff.",
            "comparable",
            "train",
            "test",
            "boundary",
            "verdict");

    private Sentences() {}

    /**
     * The verdict in a sentence.
     *
     * @param report the report
     * @return one sentence, with the first divergence where there is one
     */
    public static String verdict(Report report) {
        long agreeing = report.scenarios().stream()
                .filter(scenario -> scenario.verdict().equals("agree"))
                .count();
        int all = report.scenarios().size();
        Optional<Report.Scenario> parted = report.scenarios().stream()
                .filter(scenario -> scenario.firstDivergence() != null)
                .findFirst();
        if (parted.isPresent()) {
            return "The networks part in scenario %s: %s."
                    .formatted(parted.get().name(), divergence(parted.get().firstDivergence()));
        }
        double largest = report.scenarios().stream()
                .filter(scenario -> scenario.largestCostDifference() != null)
                .mapToDouble(Report.Scenario::largestCostDifference)
                .max()
                .orElse(Double.NaN);
        String evidence = "largest cost difference %s over %s iterations%s"
                .formatted(
                        number(largest),
                        String.format(
                                Locale.ROOT,
                                "%,d",
                                report.scenarios().stream()
                                        .mapToInt(
                                                scenario -> scenario.settings().iterations())
                                        .max()
                                        .orElse(0)),
                        report.scenarios().stream()
                                        .allMatch(scenario -> scenario.spread().wholeRun())
                                ? ""
                                : ", where the runs are comparable");
        return agreeing == all
                ? "Both networks computed the same in %d of %d scenarios: %s.".formatted(agreeing, all, evidence)
                : "Inconclusive: only %d of %d scenarios could be compared on every rung; %s."
                        .formatted(agreeing, all, evidence);
    }

    /**
     * The first divergence, without a full stop.
     *
     * @param divergence where the twins part
     * @return rung, quantity, entry, iteration, difference and floor
     */
    public static String divergence(Report.Divergence divergence) {
        return "rung '%s', %s%s, first at iteration %d: relative difference %s against a noise floor of %s"
                .formatted(
                        divergence.rung(),
                        divergence.quantity(),
                        divergence.where().equals(divergence.quantity()) ? "" : " at " + divergence.where(),
                        divergence.iteration(),
                        number(divergence.maxRelativeDifference()),
                        number(divergence.noiseFloor()));
    }

    /**
     * The cells of a scenario in the summary table.
     *
     * @param scenario the scenario
     * @return one cell for each of {@link #HEADINGS}
     */
    public static List<String> row(Report.Scenario scenario) {
        Report.Twin scratch = scenario.twins().scratch();
        Report.Twin dl4j = scenario.twins().dl4j();
        return List.of(
                scenario.name(),
                cost(scratch),
                cost(dl4j),
                number(scenario.largestCostDifference()),
                comparable(scenario),
                accuracy(scratch.accuracy().train(), dl4j.accuracy().train()),
                scratch.accuracy().test() == null
                        ? "-"
                        : accuracy(scratch.accuracy().test(), dl4j.accuracy().test()),
                String.format(Locale.ROOT, "%.4g %%", 100 * scenario.boundary().fraction()),
                scenario.verdict());
    }

    /**
     * A number for people.
     *
     * @param value the number, null for NaN and infinity
     * @return two significant digits
     */
    public static String number(Double value) {
        if (value == null || !Double.isFinite(value)) {
            return "not finite";
        }
        return value == 0 ? "0" : String.format(Locale.ROOT, "%.1e", value);
    }

    private static String comparable(Report.Scenario scenario) {
        return scenario.spread().wholeRun()
                ? "whole run"
                : String.format(Locale.ROOT, "to %,d", scenario.spread().horizon());
    }

    /**
     * What to know of a scenario whose free runs cannot be compared to their end.
     *
     * @param scenario the scenario
     * @return one sentence; empty when the whole run is comparable
     */
    public static Optional<String> chaos(Report.Scenario scenario) {
        if (scenario.spread().wholeRun()) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "Scenario %s is chaotic: beyond iteration %,d a change in the last bit of the weights decides where a run ends, so costs,"
                        + " accuracies and boundary of two correct runs differ there; lock-step compared all %,d iterations.",
                scenario.name(),
                scenario.spread().horizon(),
                scenario.settings().iterations()));
    }

    private static String cost(Report.Twin twin) {
        Double last = twin.costs().get(twin.costs().size() - 1).cost();
        return last == null ? "not finite" : String.format(Locale.ROOT, "%.12f", last);
    }

    private static String accuracy(Report.Count scratch, Report.Count dl4j) {
        return scratch.equals(dl4j)
                ? scratch.correct() + "/" + scratch.total()
                : scratch.correct() + "/" + dl4j.correct() + " of " + scratch.total();
    }
}
