package org.twinnet.compare.verdict;

import java.util.List;
import java.util.Locale;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.CheckRung;
import org.twinnet.compare.diagnosis.Diagnosis;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.Trace;

/** The verdict of a check in one sentence, and what must not be left out beside it. */
final class CheckSentence {

    /** Multiples of a floor beyond this are of numbers that must be 0 exactly; the multiple itself says nothing. */
    private static final double NO_ROUNDING = 1e100;

    private CheckSentence() {}

    static String of(CheckResult result, List<Diagnosis> diagnosis) {
        if (result.aliased()) {
            return "The snapshots of the weights are one and the same array, which each update changed in "
                    + "place, so that nothing"
                    + " was judged: put copies into the trace, with .copy(). It is snapshots-aliased.";
        }
        String precision = result.trace().precision().name().toLowerCase(Locale.ROOT);
        return switch (result.verdict()) {
            case AGREE -> agree(result, precision) + following(result);
            case DISAGREE ->
                "The trace disagrees at " + precision + " precision: " + notFinite(result.trace(), "; ")
                        + divergence(result) + cause(diagnosis) + following(result);
            case INCONCLUSIVE ->
                result.formulasHold()
                        ? open(result, precision) + following(result)
                        : "Decimal arithmetic differs from the formulas at this trace's parameters, so that "
                                + "nothing can be said of it.";
        };
    }

    private static long compared(CheckResult result) {
        return result.rungs().stream().mapToLong(CheckRung::compared).sum();
    }

    private static String agree(CheckResult result, String precision) {
        return String.format(
                Locale.ROOT,
                "The trace agrees with the notebook's formulas at %s precision: %,d numbers on %d rungs, "
                        + "the closest at %.2g of its noise floor.",
                precision,
                compared(result),
                result.rungs().size(),
                result.rungs().stream()
                        .flatMap(rung -> rung.decisive().stream())
                        .mapToDouble(QuantityComparison::multiple)
                        .max()
                        .orElse(0));
    }

    private static String open(CheckResult result, String precision) {
        return String.format(
                Locale.ROOT,
                "Nothing that could be compared at %s precision disagrees (%,d numbers), but %s%d things "
                        + "were not checked; the first: %s.",
                precision,
                compared(result),
                notFinite(result.trace(), ", and "),
                result.notChecked().size(),
                result.notChecked().get(0));
    }

    /** Costs that are no numbers, with what parts them from the rest of the sentence; empty when all are. */
    private static String notFinite(Trace trace, String end) {
        List<ReportedCost> costs = trace.costs().stream()
                .filter(cost -> !Double.isFinite(cost.cost()))
                .toList();
        if (costs.isEmpty()) {
            return "";
        }
        ReportedCost first = costs.get(0);
        String what = Double.isNaN(first.cost()) ? "NaN" : "infinite";
        return costs.size() == 1
                ? String.format(Locale.ROOT, "the cost at iteration %d is %s%s", first.iteration(), what, end)
                : String.format(
                        Locale.ROOT,
                        "%,d of %,d costs are not finite, the first, at iteration %d, is %s%s",
                        costs.size(),
                        trace.costs().size(),
                        first.iteration(),
                        what,
                        end);
    }

    private static String divergence(CheckResult result) {
        CheckReport.FirstDivergence first =
                CheckReportBuilder.first(result.firstDivergence().orElseThrow());
        String what = first.quantity().english()
                + (first.layer() == null ? "" : " of layer " + first.layer())
                + (first.iteration() == null ? "" : " at iteration " + first.iteration());
        if (first.maxRelativeDifference() == null || first.multiple() == null) {
            return what + " is the first that rounding does not explain.";
        }
        if (first.multiple() > NO_ROUNDING) {
            return String.format(
                    Locale.ROOT,
                    "%s is the first that rounding does not explain (relative difference %.2g, where "
                            + "nothing is rounded).",
                    what,
                    first.maxRelativeDifference());
        }
        return String.format(
                Locale.ROOT,
                "%s is the first that rounding does not explain (relative difference %.2g, %.2g times its "
                        + "noise floor).",
                what,
                first.maxRelativeDifference(),
                first.multiple());
    }

    private static String cause(List<Diagnosis> diagnosis) {
        return diagnosis.isEmpty() ? "" : " " + Diagnosis.headline(diagnosis);
    }

    /** Another bookkeeping is no mistake, and is said so. */
    private static String following(CheckResult result) {
        List<String> ids = result.conventions().stream()
                .map(found -> found.convention().id())
                .toList();
        if (ids.isEmpty()) {
            return "";
        }
        return " It follows " + (ids.size() == 1 ? "another convention: " : "other conventions: ")
                + String.join(", ", ids) + ".";
    }
}
