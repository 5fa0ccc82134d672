package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.twinnet.compare.agreement.QuantityComparison;
import org.twinnet.compare.agreement.Status;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.Evidence;
import org.twinnet.compare.check.Facing;
import org.twinnet.compare.check.FormatCheck;
import org.twinnet.compare.check.Item;
import org.twinnet.compare.check.MaskCheck;
import org.twinnet.compare.replay.Recipe;
import org.twinnet.compare.trace.Layout;
import org.twinnet.compare.trace.Quantity;

/** Says what is wrong with a trace that disagrees. */
public final class Diagnostician {

    private static final int MOST_ALTERNATIVES = 5;

    private final CheckResult result;
    private final Setting setting;
    private final List<Diagnosis> found = new ArrayList<>();

    private Diagnostician(CheckResult result) {
        this.result = result;
        this.setting = Setting.of(result.trace());
    }

    /**
     * Diagnoses.
     *
     * @param result what a check found
     * @return what is wrong, best first; empty when nothing diverges
     */
    public static List<Diagnosis> diagnose(CheckResult result) {
        Diagnostician diagnostician = new Diagnostician(result);
        if (result.aliased()) {
            diagnostician.aliased();
            return diagnostician.found;
        }
        if (result.divergences().isEmpty()) {
            return List.of();
        }
        diagnostician.format();
        diagnostician.masks();
        diagnostician.formulas();
        return diagnostician.found;
    }

    /** The cure is all that there is to say. */
    private void aliased() {
        Mistake mistake = Catalogue.SNAPSHOTS_ALIASED;
        found.add(new Diagnosis(
                mistake.id(),
                List.of(),
                OptionalDouble.empty(),
                List.of(),
                0,
                0,
                mistake.sentence() + formulas(mistake)
                        + " Copy each array when you put it into the trace, with .copy(), and check again."));
    }

    private void format() {
        for (CheckResult.Divergence divergence : result.divergences()) {
            QuantityComparison comparison = divergence.comparison();
            if (comparison.quantity().equals(FormatCheck.PRECISION)) {
                add(Catalogue.FLOAT32, comparison, comparison.noiseFloor());
            } else if (comparison.quantity().startsWith(FormatCheck.LAYOUT)) {
                add(Catalogue.get(misplaced(comparison)), comparison, 0);
            }
        }
    }

    private String misplaced(QuantityComparison comparison) {
        if (!comparison.quantity().equals(FormatCheck.LAYOUT + Quantity.D)) {
            return "weights-transposed";
        }
        Set<Layout> layouts = result.trace().tensors().entrySet().stream()
                .filter(entry -> entry.getKey().quantity() == Quantity.D)
                .map(entry -> entry.getValue().layout())
                .collect(Collectors.toSet());
        return layouts.contains(Layout.TRANSPOSED)
                ? "mask-transposed"
                : layouts.contains(Layout.ONE_COLUMN) ? "dropout-mask-per-unit" : "dropout-mask-per-example";
    }

    private void masks() {
        Map<Mistake, List<MaskCheck.LayerMasks>> byMistake = new LinkedHashMap<>();
        for (MaskCheck.LayerMasks masks : result.masks()) {
            if (masks.comparison().status() == Status.DISAGREE) {
                byMistake
                        .computeIfAbsent(mistake(masks), mistake -> new ArrayList<>())
                        .add(masks);
            }
        }
        byMistake.forEach(this::addMasks);
    }

    private Mistake mistake(MaskCheck.LayerMasks masks) {
        boolean inverted = MaskCheck.isPlausible(masks.keptFraction(), masks.entries(), 1 - masks.keep());
        return switch (masks.pattern()) {
            case ALL_KEPT -> Catalogue.get("dropout-layer-skipped");
            case SAME_FOR_ALL_EXAMPLES -> Catalogue.get("dropout-mask-per-unit");
            case SAME_FOR_ALL_UNITS -> Catalogue.get("dropout-mask-per-example");
            case INDEPENDENT -> inverted ? Catalogue.get("dropout-probability-inverted") : Catalogue.KEEP_PROBABILITY;
        };
    }

    private void addMasks(Mistake mistake, List<MaskCheck.LayerMasks> layers) {
        MaskCheck.LayerMasks first = layers.get(0);
        boolean counted = first.pattern() == MaskCheck.Pattern.INDEPENDENT;
        double kept = 0;
        double stated = 0;
        double entries = 0;
        for (MaskCheck.LayerMasks masks : layers) {
            kept += masks.keptFraction() * masks.entries();
            stated += masks.keep() * masks.entries();
            entries += masks.entries();
        }
        double fraction = kept / entries;
        double keep = stated / entries;
        boolean inverted = mistake.equals(Catalogue.get("dropout-probability-inverted"));
        double after = inverted ? Math.abs(fraction - (1 - keep)) : 0;
        boolean whole = layers.size() == setting.depth() - 1 && layers.size() > 1;
        String count = counted
                ? String.format(Locale.ROOT, " The masks keep %.3g of the units, not %.3g.", fraction, keep)
                : "";
        found.add(new Diagnosis(
                mistake.id(),
                whole
                        ? List.of()
                        : layers.stream().map(MaskCheck.LayerMasks::layer).toList(),
                counted ? OptionalDouble.of(fraction / keep) : OptionalDouble.empty(),
                layers.stream().map(masks -> masks.comparison().quantity()).toList(),
                first.comparison().maxRelativeDifference(),
                after,
                mistake.sentence() + count + formulas(mistake)));
    }

    private static String formulas(Mistake mistake) {
        return " It is " + mistake.wrong() + "; right is " + mistake.right() + ".";
    }

    private void add(Mistake mistake, QuantityComparison comparison, double after) {
        found.add(new Diagnosis(
                mistake.id(),
                List.of(),
                OptionalDouble.empty(),
                List.of(comparison.quantity()),
                comparison.maxRelativeDifference(),
                after,
                mistake.sentence() + formulas(mistake)));
    }

    private void formulas() {
        boolean named = !found.isEmpty();
        Optional<Court> unexplained = Optional.empty();
        for (Evidence evidence : result.evidence()) {
            Court court = new Court(evidence);
            if (!court.failing().isEmpty()) {
                List<Search.Explanation> explanations = new Search(court, setting).run();
                distinct(explanations).forEach(explanation -> tell(court, explanation));
                if (!explanations.isEmpty()) {
                    return;
                }
                unexplained = unexplained.or(() -> Optional.of(court));
            }
        }
        unexplained.ifPresent(this::unknown);
        if (unexplained.isEmpty() && !named) {
            notFinite();
        }
    }

    /** Nothing can be computed from numbers that are not finite; but a cost that is none beside a saturated output says why. */
    private void notFinite() {
        CheckResult.Divergence first = result.divergences().get(0);
        boolean saturated = first.item().filter(item -> item.tensor().isEmpty()).isPresent()
                && isSaturated(first.item().get().iteration());
        double difference = first.comparison().maxRelativeDifference();
        found.add(new Diagnosis(
                saturated ? Catalogue.ZERO_TIMES_INFINITY.id() : Diagnosis.UNKNOWN,
                List.of(),
                OptionalDouble.empty(),
                List.of(),
                difference,
                difference,
                saturated
                        ? Catalogue.ZERO_TIMES_INFINITY.sentence() + formulas(Catalogue.ZERO_TIMES_INFINITY)
                        : first.comparison().quantity()
                                + " holds numbers that are not finite; nothing can be told from them."));
    }

    private boolean isSaturated(int iteration) {
        return result.trace()
                .tensor(Quantity.A, setting.depth(), iteration)
                .map(A -> Arrays.stream(A.values().toArray())
                        .flatMapToDouble(Arrays::stream)
                        .anyMatch(a -> a == 0 || a == 1))
                .orElse(false);
    }

    /**
     * One explanation a mistake: the same in other layers or another way, which explains no more, is left out; and so is a factor that was found out, where a
     * mistake with a name explains as much.
     */
    private static List<Search.Explanation> distinct(List<Search.Explanation> explanations) {
        Map<List<String>, Search.Explanation> byIds = new LinkedHashMap<>();
        boolean named = !explanations.isEmpty() && !explanations.get(0).isFitted();
        for (Search.Explanation explanation : explanations) {
            if (named && explanation.isFitted()) {
                continue;
            }
            List<String> ids = explanation.candidates().stream()
                    .map(candidate -> candidate.mistake().id())
                    .toList();
            byIds.putIfAbsent(ids, explanation);
        }
        return byIds.values().stream().limit(MOST_ALTERNATIVES).toList();
    }

    private void tell(Court court, Search.Explanation explanation) {
        double before = court.difference(Recipe.RIGHT, explanation.explained());
        double after = court.difference(explanation.recipe(), explanation.explained());
        List<String> explains =
                explanation.explained().stream().map(Item::toString).toList();
        for (Candidate candidate : explanation.candidates()) {
            found.add(new Diagnosis(
                    candidate.mistake().id(),
                    candidate.whole() ? List.of() : candidate.layers(),
                    candidate.factor(),
                    explains,
                    before,
                    after,
                    sentence(candidate, before, after)));
        }
    }

    private String sentence(Candidate candidate, double before, double after) {
        Mistake mistake = candidate.mistake();
        String where = candidate.whole()
                ? ""
                : (candidate.layers().size() == 1 ? " In layer " : " In layers ")
                        + candidate.layers().stream().map(String::valueOf).collect(Collectors.joining(", "))
                        + ".";
        String factor = candidate.factor().isPresent()
                ? String.format(
                        Locale.ROOT, " The factor is %.6g.", candidate.factor().getAsDouble())
                : "";
        return String.format(
                Locale.ROOT,
                "%s%s%s%s With the mistake put in, the largest difference falls from %.2g to %.2g.",
                mistake.sentence(),
                where,
                factor,
                formulas(mistake),
                before,
                after);
    }

    private void unknown(Court court) {
        Map.Entry<Item, Facing> first = court.failing().entrySet().iterator().next();
        double difference = first.getValue().compare().maxRelativeDifference();
        found.add(new Diagnosis(
                Diagnosis.UNKNOWN,
                first.getKey().layer().map(List::of).orElse(List.of()),
                OptionalDouble.empty(),
                List.of(),
                difference,
                difference,
                "No known mistake explains it: " + Pattern.of(first.getValue()) + "."));
    }
}
