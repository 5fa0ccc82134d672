package org.twinnet.compare.report.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.twinnet.compare.agreement.Divergence;
import org.twinnet.compare.ladder.RungName;
import org.twinnet.compare.report.kit.Numbers;
import org.twinnet.compare.report.model.Derived;
import org.twinnet.compare.report.model.Diverges;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;

/**
 * What a reader has to know of the course of one training beside its verdict: that it diverges, saturates, is chaotic,
 * or holds numbers that are not determined.
 */
final class CourseNotes {

    private CourseNotes() {}

    static List<Phrase> of(Report.Scenario scenario) {
        List<Phrase> notes = new ArrayList<>();
        Diverges diverges = scenario.diverges();
        if (diverges != null) {
            notes.add(diverges(scenario.name(), diverges));
        }
        saturated(scenario, notes);
        undetermined(scenario, notes);
        boolean left = diverges != null && diverges.kind() == Divergence.Kind.LEFT_DOUBLES;
        if (!scenario.spread().wholeRun() && !left) {
            notes.add(chaos(scenario));
        }
        return notes;
    }

    private static Phrase diverges(String scenario, Diverges diverges) {
        if (diverges.cause() == Divergence.Cause.KEEP_PROBABILITY) {
            return Phrase.of("diverges.keep-probability", scenario, Numbers.count(diverges.iteration()));
        }
        Phrase cure = Phrase.of("diverges.cause." + diverges.cause());
        return diverges.kind() == Divergence.Kind.LEFT_DOUBLES
                ? Phrase.of("diverges.left", scenario, Numbers.count(diverges.iteration()), cure)
                : Phrase.of(
                        "diverges.grows",
                        scenario,
                        Numbers.small(diverges.firstCost()),
                        Numbers.small(diverges.lastCost()),
                        cure);
    }

    /** The reported cost of some iterations is not determined, but that from the logit is. */
    private static void saturated(Report.Scenario scenario, List<Phrase> notes) {
        List<Report.Quantity> costs = ofRungs(scenario, List.of(RungName.LOCK_STEP));
        boolean fromLogit = costs.stream()
                .anyMatch(quantity -> quantity.name().equals(Said.COST_FROM_LOGIT.of()) && quantity.compared() > 0);
        costs.stream()
                .filter(quantity -> fromLogit && quantity.name().equals(Said.COST.of()) && quantity.undetermined() > 0)
                .map(cost -> Phrase.of(
                        "saturated",
                        scenario.name(),
                        Numbers.count(Objects.requireNonNullElse(cost.firstUndetermined(), 0)),
                        Numbers.count(cost.undetermined()),
                        Numbers.count(cost.undetermined() + cost.compared())))
                .forEach(notes::add);
    }

    private static Phrase chaos(Report.Scenario scenario) {
        String iterations = Numbers.count(ScenarioSettings.of(scenario).iterations());
        return scenario.spread().horizon() < 0
                ? Phrase.of("chaos.all", scenario.name(), iterations)
                : Phrase.of(
                        Derived.isRegression(scenario) ? "chaos.regression" : "chaos",
                        scenario.name(),
                        Numbers.count(scenario.spread().horizon()),
                        iterations);
    }

    /**
     * Steps of training and probabilities at its end that rounding leaves open; a cost is compared from the logit in
     * its place.
     */
    private static void undetermined(Report.Scenario scenario, List<Phrase> notes) {
        List<Report.Quantity> steps = ofRungs(scenario, List.of(RungName.LOCK_STEP)).stream()
                .filter(quantity -> !quantity.name().equals(Said.COST.of()))
                .toList();
        if (open(steps) > 0) {
            int first = steps.stream()
                    .map(Report.Quantity::firstUndetermined)
                    .filter(Objects::nonNull)
                    .mapToInt(i -> i)
                    .min()
                    .orElse(0);
            notes.add(Phrase.of(
                    "undetermined.steps",
                    scenario.name(),
                    Numbers.count(open(steps)),
                    Numbers.count(open(steps) + compared(steps)),
                    Numbers.count(first)));
        }
        List<Report.Quantity> end = ofRungs(scenario, List.of(RungName.PREDICTIONS, RungName.BOUNDARY));
        if (open(end) > 0) {
            notes.add(Phrase.of(
                    Derived.isRegression(scenario) ? "undetermined.end.regression" : "undetermined.end",
                    scenario.name(),
                    Numbers.count(open(end)),
                    Numbers.count(open(end) + compared(end))));
        }
    }

    private static List<Report.Quantity> ofRungs(Report.Scenario scenario, List<RungName> rungs) {
        return scenario.rungs().stream()
                .filter(rung -> rungs.contains(rung.name()))
                .flatMap(rung -> rung.quantities().stream())
                .toList();
    }

    private static long open(List<Report.Quantity> quantities) {
        return quantities.stream().mapToLong(Report.Quantity::undetermined).sum();
    }

    private static long compared(List<Report.Quantity> quantities) {
        return quantities.stream().mapToLong(Report.Quantity::compared).sum();
    }
}
