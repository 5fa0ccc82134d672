package org.twinnet.compare.report.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twinnet.compare.agreement.QuantityComparison;
import org.twinnet.compare.agreement.Status;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.CheckRung;
import org.twinnet.compare.check.Item;
import org.twinnet.compare.diagnosis.Diagnosis;
import org.twinnet.compare.trace.Trace;

/** Puts what a check found into the model of its report. */
public final class CheckReportBuilder {

    /** Multiples of a floor beyond this are of numbers that must be 0 exactly; the multiple itself says nothing. */
    private static final double NO_ROUNDING = 1e100;

    private CheckReportBuilder() {}

    /**
     * Builds.
     *
     * @param name name of the trace, such as its file
     * @param result what the check found
     * @param diagnosis what is wrong
     * @return the report
     */
    public static CheckReport build(String name, CheckResult result, List<Diagnosis> diagnosis) {
        return new CheckReport(
                CheckReport.FORMAT,
                CheckReport.VERSION,
                result.verdict().label(),
                sentence(result, diagnosis),
                facts(name, result.trace()),
                result.firstDivergence().map(CheckReportBuilder::first).orElse(null),
                diagnosis.stream().map(CheckReportBuilder::finding).toList(),
                result.rungs().stream().map(CheckReportBuilder::rung).toList(),
                result.notChecked());
    }

    private static String sentence(CheckResult result, List<Diagnosis> diagnosis) {
        long compared = result.rungs().stream().mapToLong(CheckRung::compared).sum();
        String precision = result.trace().precision().name().toLowerCase(Locale.ROOT);
        return switch (result.verdict()) {
            case AGREE ->
                String.format(
                        Locale.ROOT,
                        "The trace agrees with the notebook's formulas at %s precision: %,d numbers on %d rungs, the closest at %.2g of its noise floor.",
                        precision,
                        compared,
                        result.rungs().size(),
                        result.rungs().stream()
                                .flatMap(rung -> rung.decisive().stream())
                                .mapToDouble(QuantityComparison::multiple)
                                .max()
                                .orElse(0));
            case DISAGREE ->
                "The trace disagrees at " + precision + " precision: " + divergence(result) + cause(diagnosis);
            case INCONCLUSIVE ->
                result.formulasHold()
                        ? String.format(
                                Locale.ROOT,
                                "Nothing that could be compared at %s precision disagrees (%,d numbers), but %d things were not checked; the first: %s.",
                                precision,
                                compared,
                                result.notChecked().size(),
                                result.notChecked().isEmpty()
                                        ? "nothing was compared"
                                        : result.notChecked().get(0))
                        : "Decimal arithmetic differs from the formulas at this trace's parameters, so that nothing can be said of it.";
        };
    }

    private static String divergence(CheckResult result) {
        CheckReport.FirstDivergence first = first(result.firstDivergence().orElseThrow());
        String what = first.quantity()
                + (first.layer() == null ? "" : " of layer " + first.layer())
                + (first.iteration() == null ? "" : " at iteration " + first.iteration());
        if (first.maxRelativeDifference() == null || first.multiple() == null) {
            return what + " is the first that rounding does not explain.";
        }
        if (first.multiple() > NO_ROUNDING) {
            return String.format(
                    Locale.ROOT,
                    "%s is the first that rounding does not explain (relative difference %.2g, where nothing is rounded).",
                    what,
                    first.maxRelativeDifference());
        }
        return String.format(
                Locale.ROOT,
                "%s is the first that rounding does not explain (relative difference %.2g, %.2g times its noise floor).",
                what,
                first.maxRelativeDifference(),
                first.multiple());
    }

    private static String cause(List<Diagnosis> diagnosis) {
        return diagnosis.isEmpty() ? "" : " " + Diagnosis.headline(diagnosis);
    }

    private static CheckReport.TraceFacts facts(String name, Trace trace) {
        return new CheckReport.TraceFacts(
                name,
                trace.layerSizes(),
                trace.exampleCount(),
                trace.hyperParameters().learningRate(),
                trace.hyperParameters().lambda(),
                trace.hyperParameters().keepProbability(1),
                trace.precision().name().toLowerCase(Locale.ROOT),
                List.copyOf(trace.iterations()),
                trace.tensors().size(),
                trace.costs().size());
    }

    private static CheckReport.FirstDivergence first(CheckResult.Divergence divergence) {
        QuantityComparison comparison = divergence.comparison();
        Optional<Item> item = divergence.item();
        return new CheckReport.FirstDivergence(
                item.map(Item::quantity).orElse(comparison.quantity()),
                item.flatMap(Item::layer).orElse(null),
                item.map(Item::iteration).orElse(null),
                comparison.where(),
                finite(comparison.maxRelativeDifference()),
                finite(comparison.noiseFloor()),
                finite(comparison.multiple()));
    }

    private static CheckReport.Finding finding(Diagnosis diagnosis) {
        return new CheckReport.Finding(
                diagnosis.id(),
                diagnosis.layers().size() == 1 && diagnosis.layers().get(0) > 0
                        ? diagnosis.layers().get(0)
                        : null,
                diagnosis.layers().stream().filter(layer -> layer > 0).toList(),
                diagnosis.factor().isPresent() ? finite(diagnosis.factor().getAsDouble()) : null,
                diagnosis.explains(),
                finite(diagnosis.differenceBefore()),
                finite(diagnosis.differenceAfter()),
                diagnosis.sentence());
    }

    private static CheckReport.RungResult rung(CheckRung rung) {
        Optional<QuantityComparison> decisive = rung.decisive();
        return new CheckReport.RungResult(
                rung.name(),
                rung.compared(),
                decisive.map(quantity -> finite(quantity.maxRelativeDifference()))
                        .orElse(null),
                decisive.map(quantity -> finite(quantity.noiseFloor())).orElse(null),
                decisive.map(quantity -> finite(quantity.multiple())).orElse(null),
                decisive.map(QuantityComparison::where).orElse(""),
                status(rung).label(),
                rung.derivation(),
                rung.note(),
                rung.quantities().stream().map(CheckReportBuilder::quantity).toList());
    }

    private static Status status(CheckRung rung) {
        return rung.quantities().isEmpty() ? Status.INCONCLUSIVE : rung.status();
    }

    private static CheckReport.QuantityResult quantity(QuantityComparison quantity) {
        return new CheckReport.QuantityResult(
                quantity.quantity(),
                quantity.compared(),
                quantity.notFinite(),
                finite(quantity.maxRelativeDifference()),
                finite(quantity.noiseFloor()),
                finite(quantity.multiple()),
                quantity.where(),
                quantity.status().label());
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
