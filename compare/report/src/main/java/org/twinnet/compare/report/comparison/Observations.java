package org.twinnet.compare.report.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.twinnet.compare.report.kit.Numbers;
import org.twinnet.compare.report.model.Derived;
import org.twinnet.compare.report.model.Picture;
import org.twinnet.compare.report.model.Report;
import org.twinnet.compare.text.Phrase;

/**
 * What is to be seen of regularization in a report, said from its numbers: the hand-written network's, at the end of
 * training.
 */
final class Observations {

    private Observations() {}

    /** A scenario and one number of it. */
    private record Value(String scenario, double number) {}

    /** Where training accuracy exceeds test accuracy most and least; it may also lie below. */
    static Phrase gap(Report report) {
        List<Value> gaps = values(report, scenario -> scenario.effect().accuracyGap());
        if (Derived.isRegression(report)) {
            return Phrase.of("regularization.gap.regression");
        }
        if (gaps.isEmpty()) {
            return Phrase.of("regularization.gap.none");
        }
        if (allAlike(gaps, Observations::points)) {
            return Phrase.of("regularization.gap.one", points(gaps.get(0)));
        }
        Value most = largest(gaps);
        Value least = smallest(gaps);
        return Phrase.of("regularization.gap.say", most.scenario(), points(most), least.scenario(), points(least));
    }

    /** Everything else: weights, boundary, sparsity. */
    static List<Phrase> others(Report report) {
        List<Phrase> phrases = new ArrayList<>();
        List<Value> norms = values(report, scenario -> scenario.effect().weightNorm());
        if (!norms.isEmpty() && allAlike(norms, Observations::plain)) {
            phrases.add(Phrase.of("regularization.norm.one", plain(norms.get(0))));
        } else if (!norms.isEmpty()) {
            phrases.add(extremes("regularization.norm.say", norms));
        }
        List<Value> turnings = values(report, Observations::turning);
        if (!turnings.isEmpty() && !allAlike(turnings, Observations::plain)) {
            phrases.add(extremes("regularization.smooth.say", turnings));
        }
        List<Value> zeros = values(report, scenario -> scenario.effect().sparsity());
        if (!zeros.isEmpty() && allAlike(zeros, Observations::percent)) {
            phrases.add(Phrase.of("regularization.sparsity.one", percent(zeros.get(0))));
        } else if (!zeros.isEmpty()) {
            Value most = largest(zeros);
            Value least = smallest(zeros);
            phrases.add(Phrase.of(
                    "regularization.sparsity.say", most.scenario(), percent(most), least.scenario(), percent(least)));
        }
        return phrases;
    }

    /** Of the contour that the pictures show last. */
    private static Double turning(Report.Scenario scenario) {
        if (scenario.picture() == null || scenario.picture().snapshots().isEmpty()) {
            return null;
        }
        List<Picture.Snapshot> snapshots = scenario.picture().snapshots();
        Report.Shape shape = snapshots.get(snapshots.size() - 1).scratch().shape();
        return shape == null ? null : Double.valueOf(shape.turning());
    }

    private static List<Value> values(Report report, Function<Report.Scenario, Double> number) {
        return report.scenarios().stream()
                .map(scenario -> {
                    Double value = number.apply(scenario);
                    return value == null ? null : new Value(scenario.name(), value);
                })
                .filter(Objects::nonNull)
                .toList();
    }

    private static Phrase extremes(String key, List<Value> values) {
        Value least = smallest(values);
        Value most = largest(values);
        return Phrase.of(key, least.scenario(), plain(least), plain(most), most.scenario());
    }

    /** One scenario, or several of which none stands out in the digits that are shown. */
    private static boolean allAlike(List<Value> values, Function<Value, String> shown) {
        return shown.apply(largest(values)).equals(shown.apply(smallest(values)));
    }

    private static Value largest(List<Value> values) {
        return values.stream().max(Comparator.comparingDouble(Value::number)).orElseThrow();
    }

    private static Value smallest(List<Value> values) {
        return values.stream().min(Comparator.comparingDouble(Value::number)).orElseThrow();
    }

    private static String plain(Value value) {
        return Numbers.finite(value.number(), "%.2f");
    }

    private static String percent(Value value) {
        return Numbers.percent(value.number());
    }

    private static String points(Value value) {
        return String.format(Locale.ROOT, "%.1f", value.number());
    }
}
