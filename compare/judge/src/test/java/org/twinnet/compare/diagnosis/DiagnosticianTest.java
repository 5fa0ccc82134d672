package org.twinnet.compare.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.check.CheckResult;
import org.twinnet.compare.check.TraceJudge;
import org.twinnet.compare.diagnosis.SchoolbookNetwork.Task;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.English;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Layout;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/** One small trace for each mistake; {@link GeneratedSuiteTest} has the many. */
@DisplayName("The diagnostician")
class DiagnosticianTest {

    private static final Task TASK = new Task(List.of(2, 4, 4, 1), 40, 0.5, 0.8, 0.3, 6, 3);

    private static List<Diagnosis> diagnose(Trace trace) {
        return Diagnostician.diagnose(TraceJudge.judge(trace));
    }

    private static Trace trace(String bug) {
        return new SchoolbookNetwork(bug, TASK, 2).trace();
    }

    static Stream<String> ids() {
        return GeneratedSuiteTest.IDS.stream().filter(id -> !id.equals("cost-clipped") && !id.equals("output-clipped"));
    }

    /** A clip leaves a mark once an output is sure. */
    @Test
    void should_find_out_where_probabilities_are_clipped() {
        Task longer = new Task(List.of(2, 4, 1), 40, 0, 1, 0.5, 400, 8);
        SchoolbookNetwork network = new SchoolbookNetwork("cost-clipped", longer, 1);
        Diagnosis diagnosis = diagnose(network.trace()).get(0);
        assertEquals("cost-clipped", diagnosis.id());
        assertEquals(network.clip(), diagnosis.factor().orElseThrow(), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void should_name_the_mistake_and_explain_it_to_the_floor(String id) {
        Diagnosis first = diagnose(trace(id)).get(0);
        assertEquals(id, first.id());
        assertTrue(
                first.sentence().english().startsWith(Catalogue.get(id).sentence()),
                first.sentence().english());
        boolean counted =
                id.equals("float32") || id.equals("dropout-probability-inverted") || id.equals("dropout-mask-per-unit");
        assertTrue(counted || first.differenceAfter() < 1e-12, first.toString());
        assertTrue(first.differenceBefore() > first.differenceAfter());
        assertTrue(!first.explains().isEmpty());
    }

    private static final Task SATURATED = new Task(List.of(2, 6, 4, 1), 40, 0, 1, 0.3, 30, 4);

    @Test
    void should_find_out_what_saturated_outputs_are_replaced_by() {
        SchoolbookNetwork network = new SchoolbookNetwork("saturated+output-clipped", SATURATED, 1);
        Diagnosis diagnosis = diagnose(network.trace()).get(0);
        assertEquals("output-clipped", diagnosis.id());
        assertEquals(network.outputClip(), diagnosis.factor().orElseThrow(), 1e-16);
        assertTrue(
                diagnosis.sentence().english().contains(" It is A = ε where A is 0, 1 − ε where A is 1; right is "),
                diagnosis.sentence().english());
    }

    @Test
    void should_tell_the_gradient_that_divides_zero_by_zero() {
        Trace trace = new SchoolbookNetwork("saturated+output-gradient-zero-over-zero", SATURATED, 1).trace();
        assertEquals("output-gradient-zero-over-zero", diagnose(trace).get(0).id());
    }

    @Test
    void should_say_nothing_of_a_right_network_whose_outputs_saturate() {
        CheckResult result = TraceJudge.judge(new SchoolbookNetwork("saturated", SATURATED, 1).trace());
        assertEquals(List.of(), result.divergences());
        assertEquals(List.of(), Diagnostician.diagnose(result));
    }

    /**
     * The first step is a tenth of the stated one, as with another learning rate; the costs behind it say otherwise.
     */
    @Test
    void should_not_take_momentum_for_a_learning_rate() {
        Task averaged = new Task(List.of(2, 4, 1), 40, 0, 1, 0.3, 30, 1003);
        List<Diagnosis> found = diagnose(new SchoolbookNetwork("optimizer-momentum", averaged, 1).trace());
        assertEquals(
                List.of("optimizer-momentum"), found.stream().map(Diagnosis::id).toList());
        assertEquals(0.9, found.get(0).factor().orElseThrow());
        assertTrue(
                found.get(0).sentence().english().contains(" It is v = μ·v + (1 − μ)·dW, W − α·v; right is W − α·dW."));
    }

    /**
     * A rule of the update that nobody knows is no learning rate either, although one explains the only step that the
     * trace holds.
     */
    @Test
    void should_name_no_learning_rate_that_the_costs_refute() {
        Task task = new Task(List.of(2, 4, 1), 40, 0, 1, 0.3, 30, 3);
        Trace trace = new SchoolbookNetwork("optimizer-nesterov", task, 1).trace();
        assertEquals(Diagnosis.UNKNOWN, diagnose(trace).get(0).id());
    }

    @Test
    void should_tell_a_part_that_is_known_and_that_the_rest_is_not() {
        Task task = new Task(List.of(2, 4, 3, 1), 40, 0.7, 1, 0.3, 6, 3);
        List<Diagnosis> found = diagnose(new SchoolbookNetwork("l2-cost-missing+gradient-noise", task, 1).trace());
        assertEquals(
                List.of("l2-cost-missing", Diagnosis.UNKNOWN),
                found.stream().map(Diagnosis::id).toList());
        assertTrue(
                found.get(1)
                        .sentence()
                        .english()
                        .startsWith("The gradient of layer 1 remains unknown: 8 of 8 numbers of dW1@0"),
                found.get(1).sentence().english());
        assertEquals(
                "In part it is l2-cost-missing; the rest remains unknown.",
                Diagnosis.headline(found).english());
    }

    @Test
    void should_print_the_formula_that_matched() {
        Task task = new Task(List.of(2, 5, 4, 1), 40, 0, 0.8, 0.3, 6, 3);
        Diagnosis found = diagnose(new SchoolbookNetwork("dropout-mask-and-scale-missing-backward", task, 2).trace())
                .get(0);
        assertEquals("dropout-mask-missing-backward", found.id());
        assertEquals(List.of(2), found.layers());
        assertTrue(
                found.sentence().english().contains(" It is dA = Wᵀ·dZ; right is dA = Wᵀ·dZ·D/keep_prob."),
                found.sentence().english());
    }

    @Test
    void should_call_factors_by_their_names() {
        assertTrue(diagnose(trace("gradient-averaged-twice"))
                .get(0)
                .sentence()
                .english()
                .contains(" The factor is 1/m = 0.025."));
        assertTrue(diagnose(trace("l2-cost-over-features"))
                .get(0)
                .sentence()
                .english()
                .contains(" The factor is m/features = 20."));
        assertTrue(diagnose(trace("dropout-not-scaled-forward"))
                .get(0)
                .sentence()
                .english()
                .contains(" The factor is keep_prob = 0.8."));
        assertTrue(diagnose(trace("l2-gradient-halved"))
                .get(0)
                .sentence()
                .english()
                .contains(" The factor is 0.5."));
    }

    /** Others that the catalogue holds, made by the same schoolbook network. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tanh-on-hidden",
                "leaky-relu-on-hidden",
                "bias-not-added",
                "dropout-mask-per-example",
                "weight-gradient-of-pre-activation"
            })
    void should_name_mistakes_that_nobody_asked_for(String id) {
        assertEquals(id, diagnose(trace(id)).get(0).id());
    }

    /** ReLU in the backward pass, a slope left of 0 in the forward pass. */
    @Test
    void should_name_a_leaky_activation_whose_gradient_is_not() {
        List<Diagnosis> diagnoses = diagnose(trace("leaky-relu-forward-alone"));
        assertEquals(
                List.of("leaky-relu-on-hidden"),
                diagnoses.stream().map(Diagnosis::id).toList());
        assertEquals(0.01, diagnoses.get(0).factor().orElseThrow(), 1e-12);
        assertTrue(
                diagnoses.get(0).sentence().english().contains("It is A = max(c·Z, Z)·D/keep_prob; right is"),
                diagnoses.get(0).sentence().english());
    }

    @Test
    void should_name_the_layer_of_a_mistake_in_one_layer() {
        Diagnosis diagnosis = diagnose(trace("l2-gradient-layer-skipped")).get(0);
        assertEquals(List.of(2), diagnosis.layers());
        assertTrue(
                diagnosis.sentence().english().contains(" In layer 2. "),
                diagnosis.sentence().english());
        assertEquals(List.of(), diagnose(trace("l2-gradient-halved")).get(0).layers());
    }

    @Test
    void should_find_out_an_unknown_factor() {
        SchoolbookNetwork network = new SchoolbookNetwork("learning-rate-differs", TASK, 1);
        Diagnosis diagnosis = diagnose(network.trace()).get(0);
        assertEquals(network.learningRateFactor(), diagnosis.factor().orElseThrow(), 1e-9);
        Diagnosis leak = diagnose(trace("leaky-relu-on-hidden")).get(0);
        assertEquals(0.01, leak.factor().orElseThrow(), 1e-12);
    }

    @Test
    void should_find_two_mistakes_at_different_places() {
        Trace one = trace("l2-gradient-halved");
        Trace other = trace("cost-log-base-2");
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(one.tensors());
        // the costs of another mistake, at the parameters of this one: iteration 0 has the same in both
        List<ReportedCost> costs = List.of(other.costs().get(0));
        List<String> ids =
                diagnose(one.with(tensors, costs)).stream().map(Diagnosis::id).toList();
        assertEquals(2, ids.size(), ids::toString);
        assertTrue(ids.containsAll(List.of("l2-gradient-halved", "cost-log-base-2")), ids::toString);
    }

    /** dW = dZ·Aᵀ + 0·W: neither the missing mean nor the missing penalty explains a number alone. */
    @Test
    void should_find_two_mistakes_in_the_same_numbers() {
        Trace right = trace("clean");
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(right.tensors());
        tensors.keySet().removeIf(name -> name.iteration() > 0);
        for (int l = 1; l <= 3; l++) {
            Matrix dZ = right.tensor(Quantity.dZ, l, 0).orElseThrow().values();
            Matrix A = l == 1
                    ? right.X()
                    : right.tensor(Quantity.A, l - 1, 0).orElseThrow().values();
            TensorName dW = new TensorName(Quantity.dW, l, 0);
            tensors.put(dW, TraceTensor.of(product(dZ, A), Dtype.FLOAT64));
            Matrix ones = Matrix.zeros(1, TASK.m());
            Arrays.fill(ones.row(0), 1);
            tensors.put(new TensorName(Quantity.db, l, 0), TraceTensor.of(product(dZ, ones), Dtype.FLOAT64));
        }
        List<String> ids = diagnose(right.with(tensors, List.of(right.costs().get(0)))).stream()
                .map(Diagnosis::id)
                .toList();
        assertEquals(List.of("l2-gradient-missing", "gradient-not-averaged"), ids);
    }

    private static Matrix product(Matrix dZ, Matrix A) {
        Matrix product = Matrix.zeros(dZ.rows(), A.rows());
        for (int r = 0; r < dZ.rows(); r++) {
            for (int k = 0; k < A.rows(); k++) {
                for (int j = 0; j < A.columns(); j++) {
                    product.set(r, k, product.get(r, k) + dZ.get(r, j) * A.get(k, j));
                }
            }
        }
        return product;
    }

    @ParameterizedTest
    @ValueSource(strings = {"W", "dW", "D"})
    void should_name_matrices_that_are_stored_the_other_way_round(String quantity) {
        Trace right = trace("clean");
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(right.tensors());
        tensors.replaceAll((name, tensor) -> name.quantity().name().equals(quantity)
                ? new TraceTensor(tensor.values(), tensor.dtype(), Layout.TRANSPOSED)
                : tensor);
        assertEquals(
                quantity.equals("D") ? "mask-transposed" : "weights-transposed",
                diagnose(right.with(tensors, right.costs())).get(0).id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ONE_COLUMN", "ONE_ROW"})
    void should_name_masks_that_are_stored_for_all(String layout) {
        Trace right = trace("clean");
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(right.tensors());
        tensors.replaceAll((name, tensor) -> name.quantity() == Quantity.D
                ? new TraceTensor(tensor.values(), tensor.dtype(), Layout.valueOf(layout))
                : tensor);
        assertEquals(
                layout.equals("ONE_ROW") ? "dropout-mask-per-example" : "dropout-mask-per-unit",
                diagnose(right.with(tensors, right.costs())).get(0).id());
    }

    @Test
    void should_measure_what_it_does_not_know() {
        Diagnosis diagnosis = diagnose(trace("one-unit-wrong")).get(0);
        assertEquals(Diagnosis.UNKNOWN, diagnosis.id());
        assertEquals(List.of(2), diagnosis.layers());
        assertEquals(OptionalDouble.empty(), diagnosis.factor());
        assertTrue(
                diagnosis
                        .sentence()
                        .english()
                        .startsWith("No known mistake explains it: 40 of 160 numbers of Z2@0 differ; the "
                                + "closest constant factor is "),
                diagnosis.sentence().english());
    }

    @Test
    void should_tell_a_cost_that_is_no_number_beside_a_saturated_output() {
        Trace right = trace("clean");
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(right.tensors());
        List<ReportedCost> costs = List.of(new ReportedCost(0, Double.NaN));
        assertEquals(
                Diagnosis.UNKNOWN, diagnose(right.with(tensors, costs)).get(0).id());
    }

    @Test
    void should_say_nothing_of_a_right_network() {
        assertEquals(List.of(), diagnose(trace("clean")));
    }

    /** The last digits of the numbers decide how well a least-squares factor can be found out; each seed has others. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void should_find_out_a_factor_to_its_last_digit(int seed) {
        Task other = new Task(List.of(3, 5, 4, 1), 80, 0.7, 0.8, 0.3, 6, seed);
        Diagnosis leak = diagnose(new SchoolbookNetwork("leaky-relu-on-hidden", other, 1).trace())
                .get(0);
        assertEquals("leaky-relu-on-hidden", leak.id());
        assertEquals(0.01, leak.factor().orElseThrow());
        SchoolbookNetwork network = new SchoolbookNetwork("learning-rate-differs", other, 1);
        Diagnosis rate = diagnose(network.trace()).get(0);
        assertEquals("learning-rate-differs", rate.id());
        assertEquals(network.learningRateFactor(), rate.factor().orElseThrow(), 1e-15);
    }

    /**
     * The sum in place of the mean explains dW and db of all layers in many ways, the other mistake one tensor in one
     * way.
     */
    @Test
    void should_find_a_mistake_of_one_tensor_beside_one_of_many() {
        Task plain = new Task(List.of(3, 5, 4, 1), 40, 0, 1, 0.01, 1, 3);
        Trace one = new SchoolbookNetwork("output-gradient-extra-sigmoid-derivative", plain, 1).trace();
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(one.tensors());
        tensors.replaceAll((name, tensor) -> {
            boolean summed = name.quantity() == Quantity.dW || name.quantity() == Quantity.db;
            return summed ? TraceTensor.of(scaled(tensor.values(), 40), Dtype.FLOAT64) : tensor;
        });
        List<String> ids = diagnose(one.with(tensors, one.costs())).stream()
                .map(Diagnosis::id)
                .toList();
        assertEquals(List.of("output-gradient-extra-sigmoid-derivative", "gradient-not-averaged"), ids);
    }

    private static Matrix scaled(Matrix values, double factor) {
        double[][] scaled = values.toArray();
        for (double[] row : scaled) {
            for (int c = 0; c < row.length; c++) {
                row[c] *= factor;
            }
        }
        return Matrix.of(scaled);
    }

    /** Everything of iteration 0 agrees, but no number tells what the update makes of it. */
    @Test
    void should_leave_open_what_no_update_shows() {
        Trace right = trace("clean");
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(right.tensors());
        tensors.keySet().removeIf(name -> name.iteration() > 0);
        CheckResult result = TraceJudge.judge(right.with(tensors, right.costs().subList(0, 1)));
        assertEquals(Status.INCONCLUSIVE, result.verdict());
        assertEquals(
                List.of("update: no two iterations follow each other, and no comparable cost is of a later one"),
                English.of(result.notChecked()));
    }

    /** The trace says that nothing is dropped; its masks do not. */
    @Test
    void should_disagree_with_masks_where_no_dropout_is_said_to_be() {
        Trace right = trace("clean");
        Trace silent = new Trace(
                new HyperParameters(TASK.learningRate(), TASK.lambda(), 1),
                right.X(),
                right.Y(),
                right.layerSizes(),
                right.tensors(),
                right.costs(),
                Precision.FLOAT64,
                false);
        CheckResult result = TraceJudge.judge(silent);
        assertEquals(Status.DISAGREE, result.verdict());
        assertEquals(
                "dropout-keep-probability-differs",
                Diagnostician.diagnose(result).get(0).id());
    }

    private static double keptFraction(Trace trace, int layer) {
        return Arrays.stream(trace.tensor(Quantity.D, layer, 0)
                        .orElseThrow()
                        .values()
                        .toArray())
                .flatMapToDouble(Arrays::stream)
                .average()
                .orElseThrow();
    }

    /** Both layers have 4 units, so that the fraction of all is the mean of both. */
    @Test
    void should_count_what_inverted_masks_keep() {
        Trace inverted = trace("dropout-probability-inverted");
        double fraction = (keptFraction(inverted, 1) + keptFraction(inverted, 2)) / 2;
        Diagnosis diagnosis = diagnose(inverted).get(0);
        assertEquals(fraction / 0.8, diagnosis.factor().orElseThrow(), 1e-12);
        assertEquals(Math.abs(fraction - 0.2), diagnosis.differenceAfter(), 1e-12);
        assertEquals(List.of(), diagnosis.layers());
        assertEquals(List.of("kept fraction of D1", "kept fraction of D2"), diagnosis.explains());
        assertTrue(
                diagnosis
                        .sentence()
                        .english()
                        .endsWith(String.format(
                                Locale.ROOT,
                                " The masks keep %.3g of the units, not 0.800. It is D = rand < 1 − "
                                        + "keep_prob; right is D = rand < keep_prob.",
                                fraction)),
                diagnosis.sentence().english());
    }

    @Test
    void should_count_nothing_where_masks_hang_together() {
        Diagnosis diagnosis = diagnose(trace("dropout-mask-per-unit")).get(0);
        assertEquals(OptionalDouble.empty(), diagnosis.factor());
        assertEquals(0, diagnosis.differenceAfter());
        assertTrue(
                !diagnosis.sentence().english().contains("The masks keep"),
                diagnosis.sentence().english());
    }

    @Test
    void should_name_the_layer_whose_masks_alone_are_wrong() {
        Trace right = trace("clean");
        Trace inverted = trace("dropout-probability-inverted");
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(right.tensors());
        tensors.replaceAll((name, tensor) -> name.quantity() == Quantity.D && name.layer() == 1
                ? inverted.tensors().get(name)
                : tensor);
        Diagnosis diagnosis = diagnose(right.with(tensors, right.costs())).get(0);
        assertEquals("dropout-probability-inverted", diagnosis.id());
        assertEquals(List.of(1), diagnosis.layers());
        assertEquals(keptFraction(inverted, 1) / 0.8, diagnosis.factor().orElseThrow(), 1e-12);
    }

    /** One unit, one example x = 1: everything else is right, and the cost or dW is not a number. */
    private static Diagnosis notANumber(double w, double y, double dW, double cost) {
        double a = 1 / (1 + Math.exp(-w));
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
        double[] values = {w, 0, w, a, a - y, dW, a - y};
        List<Quantity> quantities =
                List.of(Quantity.W, Quantity.b, Quantity.Z, Quantity.A, Quantity.dZ, Quantity.dW, Quantity.db);
        for (int k = 0; k < values.length; k++) {
            tensors.put(
                    new TensorName(quantities.get(k), 1, 0), TraceTensor.of(Matrix.ofRow(values[k]), Dtype.FLOAT64));
        }
        return diagnose(new Trace(
                        HyperParameters.DEFAULTS,
                        Matrix.ofRow(1),
                        Matrix.ofRow(y),
                        List.of(1, 1),
                        tensors,
                        List.of(new ReportedCost(0, cost)),
                        Precision.FLOAT64,
                        false))
                .get(0);
    }

    @Test
    void should_tell_zero_times_infinity_where_an_output_is_0_or_1() {
        assertEquals(
                "cost-zero-times-infinity", notANumber(50, 1, 0, Double.NaN).id());
        assertEquals(
                "cost-zero-times-infinity", notANumber(-800, 0, 0, Double.NaN).id());
        Diagnosis open = notANumber(1, 1, 1 / (1 + Math.exp(-1)) - 1, Double.NaN);
        assertEquals(Diagnosis.UNKNOWN, open.id());
        assertEquals(
                "cost@0 holds numbers that are not finite; nothing can be told from them.",
                open.sentence().english());
        assertEquals(Diagnosis.UNKNOWN, notANumber(50, 1, Double.NaN, 0).id());
    }
}
