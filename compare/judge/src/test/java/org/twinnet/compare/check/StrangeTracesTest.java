package org.twinnet.compare.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.check.StyledNetwork.Fault;
import org.twinnet.compare.check.StyledNetwork.Style;
import org.twinnet.compare.diagnosis.Diagnosis;
import org.twinnet.compare.diagnosis.Diagnostician;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.English;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.compare.trace.file.TraceReader;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

@DisplayName("The judge, on traces that hold less, or something strange")
class StrangeTracesTest {

    @TempDir
    private Path folder;

    private Trace trace(Set<Style> styles, double lambda, double... keep) {
        return TraceReader.read(
                StyledNetwork.write(styles, Fault.NONE, lambda, keep).write(folder.resolve("trace.npz")),
                Optional.empty());
    }

    private Trace trace(double lambda, double... keep) {
        return trace(EnumSet.noneOf(Style.class), lambda, keep);
    }

    private static Trace with(Trace trace, SortedMap<TensorName, TraceTensor> tensors) {
        return trace.with(tensors, trace.costs());
    }

    private static List<String> diagnosed(CheckResult result) {
        return Diagnostician.diagnose(result).stream().map(Diagnosis::id).toList();
    }

    /**
     * What the arrays of a dictionary hold when W -= α·dW has changed them in place: the last weights, whatever
     * iteration.
     */
    private static Trace aliased(Trace trace) {
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(trace.tensors());
        tensors.replaceAll((name, tensor) -> name.quantity() == Quantity.W || name.quantity() == Quantity.b
                ? trace.tensors().get(new TensorName(name.quantity(), name.layer(), 11))
                : tensor);
        return with(trace, tensors);
    }

    @Test
    void should_say_first_that_the_snapshots_are_one_array() {
        for (Trace trace : List.of(trace(0.7), trace(EnumSet.of(Style.LOCAL_FORWARD, Style.LOCAL_DZ), 0.7, 0.7))) {
            CheckResult result = TraceJudge.judge(aliased(trace));
            assertTrue(result.aliased());
            assertEquals(Status.INCONCLUSIVE, result.verdict());
            assertEquals(List.of(), result.divergences());
            assertEquals(List.of("snapshots-aliased"), diagnosed(result));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void should_not_agree_where_finite_numbers_come_of_a_weight_that_is_none(double weight) {
        Trace trace = trace(0.7);
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(trace.tensors());
        TensorName name = new TensorName(Quantity.W, 1, 0);
        Matrix W = tensors.get(name).values().copy();
        W.set(0, 0, weight);
        tensors.put(name, TraceTensor.of(W, Dtype.FLOAT64));
        CheckResult result = TraceJudge.judge(with(trace, tensors));
        assertNotEquals(Status.AGREE, result.verdict());
        assertTrue(
                English.of(result.notChecked()).toString().contains("finite, although W or b"),
                result.notChecked()::toString);
    }

    /** Weights that are really never updated are a mistake, whatever else is wrong. */
    @Test
    void should_not_take_weights_that_are_never_updated_for_one_array() {
        Trace trace = trace(0);
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
        for (int i = 0; i < 2; i++) {
            int iteration = i;
            trace.tensors().forEach((name, tensor) -> {
                if (name.iteration() == 0) {
                    tensors.put(new TensorName(name.quantity(), name.layer(), iteration), tensor);
                }
            });
        }
        double cost = trace.costs().get(0).cost();
        CheckResult result =
                TraceJudge.judge(trace.with(tensors, List.of(new ReportedCost(0, cost), new ReportedCost(1, cost))));
        assertFalse(result.aliased());
        assertEquals(Status.DISAGREE, result.verdict());
    }

    /** Right entries one after the other, in an order that leaves holes, on top of a trace that agrees. */
    @ParameterizedTest
    @MethodSource("orders")
    void should_never_agree_less_with_more_right_entries(int seed) {
        for (Trace all : List.of(
                trace(0.7, 0.7),
                trace(EnumSet.of(Style.AVERAGED_EARLY, Style.DA_BEFORE_MASK), 0, 0.7),
                trace(EnumSet.of(Style.FRESH_MASKS), 0.7, 0.7))) {
            boolean agreed = false;
            TreeMap<TensorName, TraceTensor> some = new TreeMap<>();
            for (TensorName name : strayOrder(all, seed)) {
                some.put(name, all.tensors().get(name));
                if (!agreed && some.size() < 20) {
                    continue;
                }
                CheckResult result = TraceJudge.judge(with(all, some));
                Status verdict = result.verdict();
                assertTrue(
                        verdict == Status.AGREE || (!agreed && verdict == Status.INCONCLUSIVE),
                        () -> name + " after " + some.keySet() + ": " + verdict + " " + result.conventions() + " "
                                + English.of(result.notChecked()) + " " + result.firstDivergence());
                agreed |= verdict == Status.AGREE;
            }
            assertTrue(agreed);
        }
    }

    static IntStream orders() {
        return IntStream.range(0, 16);
    }

    /** Parameters, gradients and masks first; then a stray order, the same in every run. */
    private static List<TensorName> strayOrder(Trace trace, int seed) {
        List<TensorName> first = new ArrayList<>();
        List<TensorName> stray = new ArrayList<>();
        for (TensorName name : trace.tensors().keySet()) {
            boolean leads = name.iteration() < 2
                    && Set.of(Quantity.W, Quantity.b, Quantity.D).contains(name.quantity());
            (leads ? first : stray).add(name);
        }
        Collections.shuffle(stray, new Random(seed));
        first.addAll(stray);
        return first;
    }

    private static TraceTensor ones(Trace trace, int layer) {
        double[][] ones = new double[trace.layerSizes().get(layer)][trace.exampleCount()];
        for (double[] row : ones) {
            Arrays.fill(row, 1);
        }
        return TraceTensor.of(Matrix.of(ones), Dtype.BOOL);
    }

    @Test
    void should_name_a_layer_that_is_not_dropped_by_a_mask_of_ones_and_without_any() {
        Trace undropped = trace(0);
        Trace stated = new Trace(
                new HyperParameters(0.3, 0, 0.7),
                undropped.X(),
                undropped.Y(),
                undropped.layerSizes(),
                undropped.tensors(),
                undropped.costs(),
                undropped.precision(),
                undropped.mixed());
        TreeMap<TensorName, TraceTensor> masks = new TreeMap<>(undropped.tensors());
        for (int i : List.of(0, 1, 11)) {
            masks.put(new TensorName(Quantity.D, 1, i), ones(undropped, 1));
            masks.put(new TensorName(Quantity.D, 2, i), ones(undropped, 2));
        }
        for (Trace trace : List.of(stated, with(stated, masks))) {
            CheckResult result = TraceJudge.judge(trace);
            assertEquals(Status.DISAGREE, result.verdict());
            assertEquals("dropout-layer-skipped", diagnosed(result).get(0));
        }
    }

    private static Trace without(Trace trace, Predicate<TensorName> which) {
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(trace.tensors());
        tensors.keySet().removeIf(which);
        return with(trace, tensors);
    }

    /** A mask of iteration 0 alone is that of all, unless what another iteration drops says otherwise. */
    @Test
    void should_not_take_a_fresh_mask_for_one_that_all_iterations_share() {
        Trace fresh = without(
                trace(EnumSet.of(Style.FRESH_MASKS), 0.7, 0.7),
                name -> name.quantity() == Quantity.D && name.iteration() > 0);
        CheckResult shown = TraceJudge.judge(fresh);
        assertEquals(List.of(), shown.divergences());
        assertEquals(Status.AGREE, shown.verdict());
        assertTrue(
                English.of(shown.notes()).contains("D1@1: not in the trace, read off A"),
                English.of(shown.notes())::toString);
        CheckResult hidden = TraceJudge.judge(without(
                fresh, name -> Set.of(Quantity.Z, Quantity.A).contains(name.quantity()) && name.iteration() > 0));
        assertEquals(List.of(), hidden.divergences());
        assertEquals(Status.AGREE, hidden.verdict());
        assertTrue(
                English.of(hidden.notes()).stream()
                        .anyMatch(note -> note.startsWith("costs: 11 of 12 reported costs are not compared")),
                English.of(hidden.notes())::toString);
    }

    /** All of these iterations have the mask of the first. */
    @Test
    void should_compare_all_costs_where_one_mask_is_that_of_all() {
        Trace shared = without(trace(0.7, 0.7), name -> name.quantity() == Quantity.D && name.iteration() > 0);
        CheckResult result = TraceJudge.judge(shared);
        assertEquals(Status.AGREE, result.verdict());
        assertEquals(List.of(), English.of(result.notes()));
    }

    /** Where the first iteration does not follow its mask, the others show no masks of their own. */
    @Test
    void should_not_take_a_mask_that_is_left_out_for_others() {
        Trace stated = without(trace(0.7, 0.7), name -> name.quantity() == Quantity.D && name.iteration() > 0);
        TreeMap<TensorName, TraceTensor> others = new TreeMap<>(trace(0).tensors());
        stated.tensors().forEach((name, tensor) -> others.putIfAbsent(name, tensor));
        CheckResult result = TraceJudge.judge(with(stated, others));
        assertEquals(Status.DISAGREE, result.verdict());
        assertTrue(
                result.divergences().stream()
                        .anyMatch(divergence ->
                                divergence.comparison().quantity().english().equals("A1@1")),
                result.divergences()::toString);
    }

    /** The mask by the gate of A is the mask that is there: it is not missing. */
    @Test
    void should_tell_a_gradient_that_is_not_scaled_by_one_name_beside_the_convention() {
        for (Set<Style> styles : List.of(EnumSet.noneOf(Style.class), EnumSet.of(Style.DA_BEFORE_MASK))) {
            Trace trace = StyledTraces.read(folder, styles, Fault.GRADIENT_NOT_SCALED, 0, 0.7);
            assertEquals(List.of("dropout-not-scaled-backward"), diagnosed(TraceJudge.judge(trace)));
        }
    }

    /** Masks of a dropout layer that the trace neither holds nor shows leave its gradients open. */
    @Test
    void should_stay_open_where_masks_are_needed_and_unknown() {
        Trace trace = trace(EnumSet.of(Style.NO_MASKS, Style.LOCAL_FORWARD, Style.LOCAL_DZ), 0, 0.7);
        CheckResult result = TraceJudge.judge(trace);
        assertEquals(Status.INCONCLUSIVE, result.verdict());
        assertTrue(
                English.of(result.notChecked()).stream().anyMatch(line -> line.startsWith("gradients of layer 1")),
                English.of(result.notChecked())::toString);
    }

    /** One unit of one weight: the run ends by the least work that an iteration counts for. */
    @Test
    void should_end_in_time_and_say_how_far_it_got() {
        Map<TensorName, TraceTensor> tensors = Map.of(
                new TensorName(Quantity.W, 1, 0), TraceTensor.of(Matrix.ofRow(0.5), Dtype.FLOAT64),
                new TensorName(Quantity.b, 1, 0), TraceTensor.of(Matrix.ofRow(0), Dtype.FLOAT64));
        double cost = Math.log1p(Math.exp(-0.5));
        Trace trace = new Trace(
                new HyperParameters(1e-9, 0, 1),
                Matrix.ofRow(1),
                Matrix.ofRow(1),
                List.of(1, 1),
                new TreeMap<>(tensors),
                List.of(new ReportedCost(0, cost), new ReportedCost(100_000_000, cost)),
                Precision.FLOAT64,
                false);
        CheckResult result = TraceJudge.judge(trace);
        assertEquals(Status.INCONCLUSIVE, result.verdict());
        String note =
                "1 costs are not compared, because the run was recomputed up to iteration 1,000,000 and no farther";
        assertTrue(
                English.of(result.notChecked()).stream().anyMatch(line -> line.contains(note)),
                English.of(result.notChecked())::toString);
    }
}
