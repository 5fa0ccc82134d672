package org.twinnet.compare.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.CheckRung;
import org.twinnet.compare.check.bookkeeping.Convention;
import org.twinnet.compare.check.bookkeeping.FoundConvention;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.diagnosis.Diagnosis;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.trace.Trace;

/** Puts what a check found into the model of its report. */
public final class CheckReportBuilder {

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
                result.verdict(),
                CheckSentence.of(result, diagnosis),
                facts(name, result.trace()),
                result.firstDivergence().map(CheckReportBuilder::first).orElse(null),
                result.conventions().stream()
                        .map(CheckReportBuilder::convention)
                        .toList(),
                diagnosis.stream().map(CheckReportBuilder::finding).toList(),
                result.rungs().stream().map(CheckReportBuilder::rung).toList(),
                result.notChecked(),
                result.notes());
    }

    private static CheckReport.ConventionResult convention(FoundConvention found) {
        Convention convention = found.convention();
        return new CheckReport.ConventionResult(
                convention.id(), found.layers(), convention.said(), convention.written(), convention.notebook());
    }

    private static CheckReport.TraceFacts facts(String name, Trace trace) {
        return new CheckReport.TraceFacts(
                name,
                trace.layerSizes(),
                trace.exampleCount(),
                trace.hyperParameters().settings(),
                trace.reading().rateAssumed() ? List.of("optimizer.learning_rate") : List.of(),
                trace.precision().name().toLowerCase(Locale.ROOT),
                List.copyOf(trace.iterations()),
                trace.tensors().size(),
                trace.costs().size());
    }

    static CheckReport.FirstDivergence first(CheckResult.Divergence divergence) {
        QuantityComparison comparison = divergence.comparison();
        Optional<Item> item = divergence.item();
        return new CheckReport.FirstDivergence(
                item.map(it -> Said.NAME.of(it.quantity())).orElse(comparison.quantity()),
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
                decisive.map(QuantityComparison::where).orElse(Phrase.NOTHING),
                status(rung),
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
                quantity.status());
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
