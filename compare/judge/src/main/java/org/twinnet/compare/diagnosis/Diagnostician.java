package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.item.RecomputedTensor;
import org.twinnet.compare.check.mask.MaskCheck;
import org.twinnet.compare.check.prediction.PredictionCheck;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.text.SaidOfCheck;
import org.twinnet.compare.theory.mistake.Formulas;
import org.twinnet.compare.theory.mistake.KnownNumber.Named;
import org.twinnet.compare.theory.mistake.Mistake;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.theory.mistake.Setting;
import org.twinnet.compare.trace.Layout;
import org.twinnet.compare.trace.LeftOpen;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.scratch.linalg.Matrix;

/** Says what is wrong with a trace that disagrees. */
public final class Diagnostician {

    private final CheckResult result;
    private final Setting setting;
    private final List<Diagnosis> found = new ArrayList<>();

    private Diagnostician(CheckResult result) {
        this.result = result;
        this.setting = TraceSetting.of(result.trace());
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
        diagnostician.predictions();
        diagnostician.formulas();
        if (result.trace().reading().leftOpen().contains(LeftOpen.EXPERIMENT)) {
            MeantExperiment.of(result.trace(), List.copyOf(diagnostician.found)).ifPresent(diagnostician.found::add);
        }
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
                Said.sentences(List.of(mistake.done(), formulas(mistake), SaidOfCheck.COPY_ARRAYS.of()))));
    }

    private void format() {
        for (CheckResult.Divergence divergence : result.divergences()) {
            QuantityComparison comparison = divergence.comparison();
            if (comparison.quantity().equals(Said.PRECISION.of())) {
                add(Catalogue.FLOAT32, comparison, comparison.noiseFloor());
            } else if (comparison.quantity().key().equals(Said.LAYOUT.key())) {
                add(Catalogue.get(misplaced(comparison)), comparison, 0);
            }
        }
    }

    private String misplaced(QuantityComparison comparison) {
        if (!comparison.quantity().equals(Said.LAYOUT.of(Quantity.D.name()))) {
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
        Phrase count = counted ? SaidOfCheck.MASKS_KEEP.of(fraction, keep) : Phrase.NOTHING;
        found.add(new Diagnosis(
                mistake.id(),
                whole
                        ? List.of()
                        : layers.stream().map(MaskCheck.LayerMasks::layer).toList(),
                counted ? OptionalDouble.of(fraction / keep) : OptionalDouble.empty(),
                layers.stream()
                        .map(masks -> masks.comparison().quantity().english())
                        .toList(),
                first.comparison().maxRelativeDifference(),
                after,
                Said.sentences(List.of(mistake.done(), count, formulas(mistake)))));
    }

    /** Predictions that are wrong beside right steps; what is wrong with the steps is wrong with them as well. */
    private void predictions() {
        List<QuantityComparison> wrong = result.divergences().stream()
                .map(CheckResult.Divergence::comparison)
                .toList();
        if (wrong.size() == 1 && wrong.get(0).quantity().equals(PredictionCheck.NAME)) {
            double difference = wrong.get(0).maxRelativeDifference();
            found.add(new Diagnosis(
                    Diagnosis.UNKNOWN,
                    List.of(),
                    OptionalDouble.empty(),
                    List.of(wrong.get(0).quantity().english()),
                    difference,
                    difference,
                    SaidOfCheck.OTHER_PREDICTIONS.of()));
        }
    }

    private static Phrase formulas(Mistake mistake) {
        return Sentences.formulas(new Formulas(mistake.wrong(), mistake.right()));
    }

    private void add(Mistake mistake, QuantityComparison comparison, double after) {
        found.add(new Diagnosis(
                mistake.id(),
                List.of(),
                OptionalDouble.empty(),
                List.of(comparison.quantity().english()),
                comparison.maxRelativeDifference(),
                after,
                Said.sentences(List.of(mistake.done(), formulas(mistake)))));
    }

    private void formulas() {
        boolean stored = !found.isEmpty();
        Naming naming = new Naming(result.evidence(), result.recipe(), setting);
        naming.told().forEach(this::tell);
        naming.rest().ifPresent(this::unknown);
        boolean silent = naming.told().isEmpty() && naming.rest().isEmpty();
        if (silent && !stored) {
            notFinite();
        }
    }

    /**
     * Nothing can be computed from numbers that are not finite; but the first of them beside a saturated output, or
     * behind an update, say why.
     */
    private void notFinite() {
        CheckResult.Divergence first = result.divergences().get(0);
        double difference = first.comparison().maxRelativeDifference();
        Optional<Mistake> cause = first.item()
                .filter(item -> overflows(item.iteration()))
                .map(item -> Catalogue.SOFTMAX_OVERFLOW)
                .or(() -> first.item()
                        .filter(item -> isSaturated(item.iteration()))
                        .flatMap(this::undefined))
                .or(() -> first.item().flatMap(new NegativeRoots(result, setting)::cause));
        found.add(new Diagnosis(
                cause.map(Mistake::id).orElse(Diagnosis.UNKNOWN),
                List.of(),
                OptionalDouble.empty(),
                List.of(),
                difference,
                difference,
                cause.map(mistake -> Said.sentences(List.of(mistake.done(), formulas(mistake))))
                        .orElseGet(() -> SaidOfCheck.HOLDS_NO_NUMBERS.of(
                                first.comparison().quantity()))));
    }

    /** Whether a softmax has met a logit whose power is infinite, and its share of the sum is not a number. */
    private boolean overflows(int iteration) {
        Optional<TraceTensor> A = result.trace().tensor(Quantity.A, setting.depth(), iteration);
        Optional<TraceTensor> Z = result.trace().tensor(Quantity.Z, setting.depth(), iteration);
        if (A.isEmpty() || Z.isEmpty() || !(setting.activation() instanceof Activation.Softmax)) {
            return false;
        }
        double[] a = RecomputedTensor.flat(A.get().values());
        double[] z = RecomputedTensor.flat(Z.get().values());
        return IntStream.range(0, a.length).anyMatch(k -> Double.isNaN(a[k]) && Double.isInfinite(Math.exp(z[k])));
    }

    /** What divides or multiplies 0 in the cost, and in the gradient of the output. */
    private Optional<Mistake> undefined(Item item) {
        if (item.tensor().isEmpty()) {
            return Optional.of(Catalogue.ZERO_TIMES_INFINITY);
        }
        Quantity quantity = item.tensor().get().quantity();
        boolean ofOutput = item.layer().orElseThrow() == setting.depth();
        Optional<Matrix> dZ = result.trace()
                .tensor(Quantity.dZ, setting.depth(), item.iteration())
                .map(TraceTensor::values);
        boolean gradient =
                quantity == Quantity.dA || quantity == Quantity.dZ || (dZ.isEmpty() && quantity.isParameterGradient());
        boolean there = dZ.isEmpty() || onlyWhereSaturated(dZ.get(), item.iteration());
        return ofOutput && gradient && there ? Optional.of(Catalogue.ZERO_OVER_ZERO) : Optional.empty();
    }

    private boolean onlyWhereSaturated(Matrix dZ, int iteration) {
        Matrix A = result.trace()
                .tensor(Quantity.A, setting.depth(), iteration)
                .orElseThrow()
                .values();
        for (int r = 0; r < dZ.rows(); r++) {
            for (int c = 0; c < dZ.columns(); c++) {
                boolean open = A.get(r, c) > 0 && A.get(r, c) < 1;
                if (open && !Double.isFinite(dZ.get(r, c))) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean isSaturated(int iteration) {
        return result.trace()
                .tensor(Quantity.A, setting.depth(), iteration)
                .map(A -> Arrays.stream(A.values().toArray())
                        .flatMapToDouble(Arrays::stream)
                        .anyMatch(a -> a == 0 || a == 1))
                .orElse(false);
    }

    private void tell(Naming.Told told) {
        Explanation explanation = told.explanation();
        double before = told.court().difference(Recipe.RIGHT, explanation.explained());
        double after = told.court().difference(explanation.recipe(), explanation.explained());
        List<String> explains =
                explanation.explained().stream().map(Item::toString).toList();
        for (Candidate candidate : explanation.candidates()) {
            found.add(new Diagnosis(
                    candidate.mistake().id(),
                    candidate.whole() ? List.of() : candidate.layers(),
                    candidate.factor().stream().mapToDouble(Named::value).findFirst(),
                    explains,
                    before,
                    after,
                    Sentences.found(candidate, before, after)));
        }
    }

    private void unknown(Naming.Rest rest) {
        Map.Entry<Item, RecomputedTensor> first =
                rest.court().failing().entrySet().iterator().next();
        double difference = first.getValue().compare().maxRelativeDifference();
        found.add(new Diagnosis(
                Diagnosis.UNKNOWN,
                first.getKey().layer().map(List::of).orElse(List.of()),
                OptionalDouble.empty(),
                List.of(),
                difference,
                difference,
                Said.sentences(List.of(Sentences.unknown(rest), stateful(first.getKey())))));
    }

    /** An update behind steps that the trace does not hold may carry something from these; what would tell. */
    private Phrase stateful(Item item) {
        Set<Integer> held = result.trace().iterations();
        int from = item.iteration() - 1;
        boolean update =
                item.tensor().filter(name -> name.quantity().isParameter()).isPresent();
        return update && !IntStream.range(0, from).allMatch(held::contains)
                ? Sentences.stateful(from, held.contains(from - 1) || held.contains(from + 2))
                : Phrase.NOTHING;
    }
}
