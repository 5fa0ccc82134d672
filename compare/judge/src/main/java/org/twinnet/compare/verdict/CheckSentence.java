package org.twinnet.compare.verdict;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.CheckRung;
import org.twinnet.compare.diagnosis.Diagnosis;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.Trace;

/** The verdict of a check in one sentence, and what must not be left out beside it. */
final class CheckSentence {

    /** Multiples of a floor beyond this are of numbers that must be 0 exactly; the multiple itself says nothing. */
    private static final double NO_ROUNDING = 1e100;

    private CheckSentence() {}

    static Phrase of(CheckResult result, List<Diagnosis> diagnosis) {
        if (result.aliased()) {
            return SaidOfCheck.ONE_ARRAY.of();
        }
        String precision = result.trace().precision().name().toLowerCase(Locale.ROOT);
        return switch (result.verdict()) {
            case AGREE -> Said.sentences(List.of(agree(result, precision), following(result)));
            case DISAGREE ->
                Said.sentences(List.of(
                        SaidOfCheck.DISAGREES.of(precision, disagreement(result)),
                        Diagnosis.headline(diagnosis),
                        following(result)));
            case INCONCLUSIVE ->
                result.formulasHold()
                        ? Said.sentences(List.of(open(result, precision), following(result)))
                        : SaidOfCheck.DECIMALS_DIFFER.of();
        };
    }

    private static long compared(CheckResult result) {
        return result.rungs().stream().mapToLong(CheckRung::compared).sum();
    }

    private static Phrase agree(CheckResult result, String precision) {
        double multiple = result.rungs().stream()
                .flatMap(rung -> rung.decisive().stream())
                .mapToDouble(QuantityComparison::multiple)
                .max()
                .orElse(0);
        return SaidOfCheck.AGREES.of(precision, compared(result), result.rungs().size(), multiple);
    }

    private static Phrase disagreement(CheckResult result) {
        Phrase divergence = divergence(result);
        return notFinite(result.trace())
                .map(costs -> Said.BOTH.of(costs, divergence))
                .orElse(divergence);
    }

    private static Phrase open(CheckResult result, String precision) {
        long numbers = compared(result);
        int open = result.notChecked().size();
        Phrase first = result.notChecked().get(0);
        return notFinite(result.trace())
                .map(costs -> SaidOfCheck.OPEN_NOT_FINITE.of(precision, numbers, costs, open, first))
                .orElseGet(() -> SaidOfCheck.OPEN.of(precision, numbers, open, first));
    }

    /** Costs that are no numbers; empty where all are. */
    private static Optional<Phrase> notFinite(Trace trace) {
        List<ReportedCost> costs = trace.costs().stream()
                .filter(cost -> !Double.isFinite(cost.cost()))
                .toList();
        if (costs.isEmpty()) {
            return Optional.empty();
        }
        ReportedCost first = costs.get(0);
        Phrase what = Double.isNaN(first.cost()) ? Said.NAME.of("NaN") : SaidOfCheck.INFINITE.of();
        return Optional.of(
                costs.size() == 1
                        ? SaidOfCheck.COST_IS.of(first.iteration(), what)
                        : SaidOfCheck.COSTS_ARE.of(costs.size(), trace.costs().size(), first.iteration(), what));
    }

    private static Phrase divergence(CheckResult result) {
        CheckReport.FirstDivergence first =
                CheckReportBuilder.first(result.firstDivergence().orElseThrow());
        Phrase what = first.quantity();
        if (first.layer() != null) {
            what = SaidOfCheck.OF_LAYER.of(what, first.layer());
        }
        if (first.iteration() != null) {
            what = SaidOfCheck.AT_ITERATION.of(what, first.iteration());
        }
        if (first.maxRelativeDifference() == null || first.multiple() == null) {
            return SaidOfCheck.FIRST.of(what);
        }
        return first.multiple() > NO_ROUNDING
                ? SaidOfCheck.FIRST_EXACT.of(what, first.maxRelativeDifference())
                : SaidOfCheck.FIRST_BY.of(what, first.maxRelativeDifference(), first.multiple());
    }

    /** Another bookkeeping is no mistake, and is said so. */
    private static Phrase following(CheckResult result) {
        List<String> ids = result.conventions().stream()
                .map(found -> found.convention().id())
                .toList();
        if (ids.isEmpty()) {
            return Phrase.NOTHING;
        }
        SaidOfCheck follows = ids.size() == 1 ? SaidOfCheck.FOLLOWS : SaidOfCheck.FOLLOWS_SEVERAL;
        return follows.of(String.join(", ", ids));
    }
}
