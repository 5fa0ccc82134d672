package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.twinnet.compare.diagnosis.Planted.cost;
import static org.twinnet.compare.diagnosis.Planted.factor;
import static org.twinnet.compare.diagnosis.Planted.item;
import static org.twinnet.compare.diagnosis.Planted.numbers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.CheckResult.Divergence;
import org.twinnet.compare.check.item.Evidence;
import org.twinnet.compare.check.item.Item;
import org.twinnet.compare.check.mask.MaskCheck;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.QuantityComparison;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.text.Phrase;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.theory.mistake.Recipe;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Layout;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/**
 * What the diagnostician makes of findings that are put in by hand: a trace of three layers, 5 examples, λ = 0.5 and
 * keep_prob = 0.8.
 */
@DisplayName("The diagnostician says")
class SentencesTest {

    private static final double FLOOR = 1e-12;

    private List<Integer> sizes = List.of(2, 5, 5, 1);
    private final TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
    private final List<Divergence> divergences = new ArrayList<>();
    private final List<MaskCheck.LayerMasks> masks = new ArrayList<>();

    private static QuantityComparison comparison(String name, Status status) {
        return comparison(Said.NAME.of(name), status);
    }

    private static QuantityComparison comparison(Phrase quantity, Status status) {
        return new QuantityComparison(quantity, 10, 0, 0.25, 0.25, 1e-16, 9, quantity, 0, 0, status);
    }

    private void diverges(String name) {
        diverges(Said.NAME.of(name));
    }

    private void diverges(Phrase quantity) {
        divergences.add(new Divergence(Optional.empty(), comparison(quantity, Status.DISAGREE)));
    }

    private void isStored(Quantity quantity, Layout layout) {
        tensors.put(new TensorName(quantity, 1, 0), new TraceTensor(Matrix.zeros(5, 5), Dtype.FLOAT64, layout));
    }

    private List<Diagnosis> diagnose(Evidence... evidence) {
        Trace trace = new Trace(
                new HyperParameters(0.3, 0.5, 0.8),
                Matrix.zeros(2, 5),
                Matrix.zeros(1, 5),
                sizes,
                tensors,
                List.of(),
                Precision.FLOAT64,
                false);
        return Diagnostician.diagnose(new CheckResult(
                trace,
                List.of(),
                divergences,
                List.of(),
                List.of(),
                masks,
                false,
                true,
                List.of(),
                Recipe.RIGHT,
                List.of(evidence)));
    }

    /** With sentences that are what they say in English. */
    private static List<Diagnosis> inEnglish(List<Diagnosis> diagnoses) {
        return diagnoses.stream()
                .map(of -> new Diagnosis(
                        of.id(),
                        of.layers(),
                        of.factor(),
                        of.explains(),
                        of.differenceBefore(),
                        of.differenceAfter(),
                        Said.NAME.of(of.sentence().english())))
                .toList();
    }

    private static List<String> ids(List<Diagnosis> diagnoses) {
        return diagnoses.stream().map(Diagnosis::id).toList();
    }

    /** dW of three layers with a penalty of 1 beside a data part of 1, from a network that takes other penalties. */
    private static Planted penalized(double first, double second, double third) {
        double[] factors = {first, second, third};
        Planted planted = new Planted();
        for (int l = 3; l >= 1; l--) {
            int layer = l;
            double p = factors[l - 1];
            planted.holds(item(Quantity.dW, l), numbers(1 + p, 2 - p, 3 + p), FLOOR, recipe -> {
                double c = factor(recipe, Factor.WEIGHT_GRADIENT, layer);
                double penalty = factor(recipe, Factor.PENALTY_GRADIENT, layer);
                return numbers(c + penalty, 2 * c - penalty, 3 * c + penalty);
            });
        }
        return planted;
    }

    @Test
    void should_say_nothing_where_nothing_diverges() {
        assertEquals(List.of(), diagnose(penalized(0.5, 0.5, 0.5)));
    }

    /** The largest relative difference: 3.5 in place of 4. */
    @Test
    void should_tell_a_mistake_of_all_layers_without_a_layer() {
        diverges("dW3@0");
        Diagnosis only = new Diagnosis(
                "l2-gradient-halved",
                List.of(),
                OptionalDouble.of(0.5),
                List.of("dW3@0", "dW2@0", "dW1@0"),
                0.125,
                0,
                Said.NAME.of("The penalty in the gradient keeps the ½ that the derivative of the square cancels. The "
                        + "factor is 0.5. It is"
                        + " dW = dZ·Aᵀ/m + λ/2m·W; right is dW = dZ·Aᵀ/m + λ/m·W."
                        + " With the mistake put in, the largest difference falls from 0.13 to 0.0."));
        assertEquals(
                List.of(only), inEnglish(diagnose(penalized(0.5, 0.5, 0.5))), "and no fitted factor of ½ beside it");
    }

    @Test
    void should_tell_the_layer_of_a_mistake_without_a_factor() {
        diverges("dW2@0");
        assertEquals(
                "The gradient leaves the penalty of layers out. In layer 2. It is dW = dZ·Aᵀ/m in layer l; right is"
                        + " dW = dZ·Aᵀ/m + λ/m·W. With the mistake put in, the largest difference falls "
                        + "from 0.25 to 0.0.",
                diagnose(penalized(1, 0, 1)).get(0).sentence().english());
    }

    @Test
    void should_tell_the_layers_of_a_mistake_in_several() {
        diverges("dW3@0");
        Diagnosis first = diagnose(penalized(2, 1, 2)).get(0);
        assertEquals(List.of(1, 3), first.layers());
        assertEquals(
                "The penalty in the gradient is twice what it should be. In layers 1, 3. The factor is 2. It is"
                        + " dW = dZ·Aᵀ/m + 2λ/m·W; right is dW = dZ·Aᵀ/m + λ/m·W."
                        + " With the mistake put in, the largest difference falls from 0.20 to 0.0.",
                first.sentence().english());
    }

    @Test
    void should_tell_a_fitted_factor_where_no_mistake_has_a_name() {
        diverges("dW3@0");
        List<Diagnosis> found = diagnose(penalized(0.37, 0.37, 0.37));
        assertEquals(List.of("l2-gradient-factor"), ids(found));
        assertEquals(OptionalDouble.of(0.37), found.get(0).factor());
    }

    /** 1.25 = 1 + 0.25 without the penalty of layer 1, or 0.5 + 0.5 + 0.25 with half the cross-entropy. */
    @Test
    void should_tell_every_mistake_that_explains_as_much() {
        diverges("cost@0");
        Planted evidence = new Planted()
                .holds(
                        cost(0),
                        numbers(1.25),
                        FLOOR,
                        recipe -> numbers(factor(recipe, Factor.CROSS_ENTROPY, 0)
                                + 0.5 * factor(recipe, Factor.PENALTY, 1)
                                + 0.25 * factor(recipe, Factor.PENALTY, 2)));
        List<Diagnosis> found = diagnose(evidence);
        assertEquals(List.of("cost-halved", "l2-cost-layer-skipped"), ids(found));
        assertEquals(
                List.of(List.of(), List.of(1)),
                found.stream().map(Diagnosis::layers).toList());
    }

    @Test
    void should_tell_what_it_does_not_know_once_and_measure_it() {
        diverges("dW2@0");
        Planted twice = new Planted().holds(item(Quantity.dW, 2), numbers(3, 4), FLOOR, recipe -> numbers(4, 3));
        Planted more = new Planted().holds(item(Quantity.dW, 1), numbers(8), FLOOR, recipe -> numbers(9));
        assertEquals(
                List.of(
                        new Diagnosis(
                                Diagnosis.UNKNOWN,
                                List.of(2),
                                OptionalDouble.empty(),
                                List.of(),
                                0.25,
                                0.25,
                                Said.NAME.of(
                                        "No known mistake explains it: 2 of 2 numbers of dW2@0 differ;"
                                                + " the closest constant factor is 0.9600 and leaves 0.28 of it; correlation 0.9600."))),
                inEnglish(diagnose(new Planted(), twice, more)));
    }

    @Test
    void should_name_nothing_that_leaves_surer_evidence_unexplained() {
        diverges("dW2@0");
        Planted open = new Planted().holds(item(Quantity.Z, 2), numbers(3, 4), FLOOR, recipe -> numbers(4, 3));
        assertEquals(List.of(Diagnosis.UNKNOWN), ids(diagnose(open, penalized(0.5, 0.5, 0.5))));
    }

    /**
     * What the steps before do not hold is not known of an optimizer with a state, and speaks neither for it nor
     * against it.
     */
    @Test
    void should_take_later_evidence_where_the_first_is_not_determined() {
        diverges("dW2@0");
        Planted open = new Planted()
                .holdsOpen(
                        item(Quantity.W, 2),
                        numbers(3, 4),
                        FLOOR,
                        recipe -> Optional.of(numbers(4, 3)).filter(none -> recipe.equals(Recipe.RIGHT)));
        assertEquals(List.of("l2-gradient-halved"), ids(diagnose(open, penalized(0.5, 0.5, 0.5))));
    }

    @Test
    void should_tell_a_layout_and_no_more_where_the_numbers_agree() {
        diverges(Said.LAYOUT.of("W"));
        List<Diagnosis> found = diagnose(penalized(1, 1, 1));
        assertEquals(List.of("weights-transposed"), ids(found));
        assertEquals(List.of("layout of W"), found.get(0).explains());
        assertEquals(0.25, found.get(0).differenceBefore());
        assertEquals(0, found.get(0).differenceAfter());
        assertEquals(
                "The weights are used, or stored, the other way round. It is Z = Wᵀ·A + b, dA = W·dZ; right "
                        + "is Z = W·A + b, dA = Wᵀ·dZ.",
                found.get(0).sentence().english());
    }

    @Test
    void should_tell_a_layout_and_what_is_wrong_with_the_numbers() {
        diverges(Said.LAYOUT.of("W"));
        assertEquals(List.of("weights-transposed", "l2-gradient-halved"), ids(diagnose(penalized(0.5, 0.5, 0.5))));
    }

    /** How other tensors are stored says nothing of the masks. */
    @Test
    void should_tell_the_layout_of_masks_from_that_of_weights() {
        diverges(Said.LAYOUT.of("D"));
        isStored(Quantity.W, Layout.TRANSPOSED);
        isStored(Quantity.D, Layout.ONE_COLUMN);
        assertEquals(List.of("dropout-mask-per-unit"), ids(diagnose()));
        isStored(Quantity.D, Layout.ONE_ROW);
        assertEquals(List.of("dropout-mask-per-example"), ids(diagnose()));
        isStored(Quantity.D, Layout.TRANSPOSED);
        assertEquals(List.of("mask-transposed"), ids(diagnose()));
    }

    @Test
    void should_tell_single_precision() {
        diverges(Said.PRECISION.of());
        assertEquals(List.of("float32"), ids(diagnose()));
    }

    private void masksOf(int layer, long entries, double kept, MaskCheck.Pattern pattern, Status status) {
        QuantityComparison comparison = comparison("masks of layer " + layer, status);
        masks.add(new MaskCheck.LayerMasks(layer, 1, entries, 0.8, kept, pattern, comparison));
        divergences.add(new Divergence(Optional.empty(), comparison));
    }

    /** (0.5·100 + 0.6·300)/400 = 0.575, which is neither 0.8 nor 0.2. */
    @Test
    void should_weigh_the_kept_fraction_of_layers_by_their_entries() {
        masksOf(1, 100, 0.5, MaskCheck.Pattern.INDEPENDENT, Status.DISAGREE);
        masksOf(2, 300, 0.6, MaskCheck.Pattern.INDEPENDENT, Status.DISAGREE);
        Diagnosis diagnosis = diagnose().get(0);
        assertEquals("dropout-keep-probability-differs", diagnosis.id());
        assertEquals(0.575 / 0.8, diagnosis.factor().orElseThrow(), 1e-15);
        assertEquals(List.of(), diagnosis.layers(), "all that are hidden");
        assertEquals(List.of("masks of layer 1", "masks of layer 2"), diagnosis.explains());
        assertEquals(0, diagnosis.differenceAfter());
        assertEquals(
                "The masks keep another share of the units than the trace states. The masks keep 0.575 of "
                        + "the units, not 0.800."
                        + " It is D = rand < c·keep_prob; right is D = rand < keep_prob.",
                diagnosis.sentence().english());
    }

    @Test
    void should_leave_masks_that_agree_alone() {
        masksOf(1, 100, 0.5, MaskCheck.Pattern.INDEPENDENT, Status.AGREE);
        masksOf(2, 300, 0.6, MaskCheck.Pattern.INDEPENDENT, Status.DISAGREE);
        List<Diagnosis> found = diagnose();
        assertEquals(List.of("dropout-keep-probability-differs"), ids(found));
        assertEquals(List.of(2), found.get(0).layers());
    }

    /** 0.21 is 1 − 0.8 up to chance. */
    @Test
    void should_measure_what_an_inverted_keep_probability_leaves() {
        masksOf(2, 300, 0.21, MaskCheck.Pattern.INDEPENDENT, Status.DISAGREE);
        Diagnosis diagnosis = diagnose().get(0);
        assertEquals("dropout-probability-inverted", diagnosis.id());
        assertEquals(0.01, diagnosis.differenceAfter(), 1e-15);
    }

    @Test
    void should_tell_different_mistakes_of_masks_apart() {
        masksOf(1, 100, 0.8, MaskCheck.Pattern.SAME_FOR_ALL_EXAMPLES, Status.DISAGREE);
        masksOf(2, 300, 0.8, MaskCheck.Pattern.SAME_FOR_ALL_UNITS, Status.DISAGREE);
        List<Diagnosis> found = diagnose();
        assertEquals(List.of("dropout-mask-per-unit", "dropout-mask-per-example"), ids(found));
        assertEquals(
                List.of(List.of(1), List.of(2)),
                found.stream().map(Diagnosis::layers).toList());
        assertEquals(OptionalDouble.empty(), found.get(0).factor());
        assertEquals(
                "All examples share one mask, drawn once for each unit. It is D of shape (units, 1); right "
                        + "is D of shape (units, m).",
                found.get(0).sentence().english());
    }

    @Test
    void should_name_several_hidden_layers_of_more() {
        sizes = List.of(2, 5, 5, 5, 1);
        masksOf(1, 100, 0.5, MaskCheck.Pattern.INDEPENDENT, Status.DISAGREE);
        masksOf(3, 100, 0.5, MaskCheck.Pattern.INDEPENDENT, Status.DISAGREE);
        assertEquals(List.of(1, 3), diagnose().get(0).layers());
    }

    @Test
    void should_name_the_only_hidden_layer() {
        sizes = List.of(2, 5, 1);
        masksOf(1, 100, 0.5, MaskCheck.Pattern.INDEPENDENT, Status.DISAGREE);
        assertEquals(List.of(1), diagnose().get(0).layers());
    }

    /** Two examples, of which the second has this output; what diverges is not finite. */
    private Diagnosis notFinite(Item item, double output, int iteration) {
        divergences.add(new Divergence(Optional.of(item), comparison(item.toString(), Status.DISAGREE)));
        tensors.put(new TensorName(Quantity.A, 3, iteration), TraceTensor.of(Matrix.ofRow(0.5, output), Dtype.FLOAT64));
        List<Diagnosis> found = diagnose();
        assertEquals(1, found.size());
        assertEquals(List.of(), found.get(0).layers());
        assertEquals(0.25, found.get(0).differenceBefore());
        return found.get(0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void should_tell_zero_times_infinity_of_a_cost_beside_a_saturated_output(double output) {
        Diagnosis diagnosis = notFinite(cost(0), output, 0);
        assertEquals("cost-zero-times-infinity", diagnosis.id());
        assertEquals(
                "An output is exactly 0 or 1 and right, and the other term of its cross-entropy is 0·ln 0, "
                        + "which is not a number."
                        + " It is Σ −y·ln a − (1 − y)·ln(1 − a); right is the same with 0·ln 0 = 0, as "
                        + "nansum has it, or from the logit.",
                diagnosis.sentence().english());
    }

    @Test
    void should_not_tell_zero_times_infinity_beside_an_open_output() {
        Diagnosis diagnosis = notFinite(cost(0), 0.999, 0);
        assertEquals(Diagnosis.UNKNOWN, diagnosis.id());
        assertEquals(
                "cost@0 holds numbers that are not finite; nothing can be told from them.",
                diagnosis.sentence().english());
    }

    @Test
    void should_not_tell_zero_times_infinity_of_what_is_no_cost() {
        assertEquals(Diagnosis.UNKNOWN, notFinite(item(Quantity.dW, 2), 1, 0).id());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void should_tell_zero_over_zero_of_a_gradient_beside_a_saturated_output(double output) {
        Diagnosis diagnosis = notFinite(item(Quantity.dW, 3), output, 0);
        assertEquals("output-gradient-zero-over-zero", diagnosis.id());
        assertEquals(
                "An output is exactly 0 or 1, and its gradient, taken through dA, divides 0 by 0."
                        + " It is dZ = dA·a·(1 − a) with dA = −(y/a − (1 − y)/(1 − a));"
                        + " right is dZ = A − Y, which is the same and divides nothing.",
                diagnosis.sentence().english());
    }

    @Test
    void should_not_tell_zero_over_zero_beside_an_open_output() {
        assertEquals(
                Diagnosis.UNKNOWN, notFinite(item(Quantity.dW, 3), 0.999, 0).id());
    }

    @Test
    void should_not_tell_zero_times_infinity_where_the_output_of_the_iteration_is_not_known() {
        assertEquals(Diagnosis.UNKNOWN, notFinite(cost(0), 1, 10).id());
    }

    @Test
    void should_tell_recipes_only_of_what_is_finite() {
        diverges("dW1@0");
        Planted evidence = new Planted()
                .holds(item(Quantity.dW, 1), numbers(Double.NaN), FLOOR, recipe -> numbers(1))
                .holds(item(Quantity.dW, 2), numbers(1), FLOOR, recipe -> numbers(1));
        assertEquals(
                "dW1@0 holds numbers that are not finite; nothing can be told from them.",
                diagnose(evidence).get(0).sentence().english());
    }
}
