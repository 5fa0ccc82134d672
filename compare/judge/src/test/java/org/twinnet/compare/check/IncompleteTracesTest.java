package org.twinnet.compare.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.twinnet.compare.check.StyledNetwork.Fault;
import org.twinnet.compare.check.StyledNetwork.Style;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.English;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.compare.trace.file.TraceReader;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

@DisplayName("The judge, on traces of which any entries are left out")
class IncompleteTracesTest {

    @TempDir
    private Path folder;

    private Trace trace(Set<Style> styles, Fault fault, double lambda, double... keep) {
        return TraceReader.read(
                StyledNetwork.write(styles, fault, lambda, keep).write(folder.resolve("trace.npz")), Optional.empty());
    }

    private static Trace only(Trace trace, Predicate<TensorName> kept) {
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(trace.tensors());
        tensors.keySet().removeIf(kept.negate());
        return trace.with(tensors, trace.costs());
    }

    private static Trace withoutCosts(Trace trace) {
        return trace.with(trace.tensors(), List.of());
    }

    private static boolean is(TensorName name, Quantity... quantities) {
        return Set.of(quantities).contains(name.quantity());
    }

    private static void assertOpen(CheckResult result, String end) {
        assertEquals(List.of(), result.divergences());
        assertEquals(Status.INCONCLUSIVE, result.verdict());
        assertTrue(
                English.of(result.notChecked()).stream().anyMatch(line -> line.endsWith(end)),
                English.of(result.notChecked())::toString);
    }

    /** A right trace stays right, in whatever style it is written and whatever it leaves out. */
    @ParameterizedTest
    @MethodSource("seeds")
    void should_never_call_a_right_trace_wrong(int seed) {
        Random random = new Random(seed);
        EnumSet<Style> styles = EnumSet.noneOf(Style.class);
        for (Style style : List.of(Style.AVERAGED_EARLY, Style.PENALTY_IN_UPDATE, Style.FRESH_MASKS, Style.DA0)) {
            if (random.nextBoolean()) {
                styles.add(style);
            }
        }
        List<Set<Style>> ways = List.of(Set.of(), Set.of(Style.DA_BEFORE_MASK), Set.of(Style.DA_BEFORE_SCALE));
        styles.addAll(ways.get(random.nextInt(3)));
        double[] keep = List.of(new double[0], new double[] {0.7}, new double[] {0.6, 0.9})
                .get(random.nextInt(3));
        Trace all = trace(styles, Fault.NONE, random.nextBoolean() ? 0.7 : 0, keep);
        Trace written = random.nextBoolean() ? all : withoutCosts(all);
        assertEquals(List.of(), TraceJudge.judge(written).divergences(), styles::toString);
        for (double share : new double[] {0.2, 0.4, 0.6}) {
            Set<Quantity> leftOut = EnumSet.allOf(Quantity.class);
            leftOut.removeIf(quantity -> random.nextInt(5) != 0);
            Trace some = only(written, name -> !leftOut.contains(name.quantity()) && random.nextDouble() >= share);
            CheckResult result = TraceJudge.judge(some);
            assertEquals(
                    List.of(),
                    result.divergences(),
                    () -> styles + " " + some.tensors().keySet() + " " + result.conventions());
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 24);
    }

    /** dZ that is given and nothing that it could be held against: db is its sum, or that divided by m. */
    @Test
    void should_leave_open_whether_a_gradient_is_averaged_early_where_dZ_stands_alone() {
        for (Set<Style> styles : List.of(EnumSet.noneOf(Style.class), EnumSet.of(Style.AVERAGED_EARLY))) {
            Trace trace = only(
                    withoutCosts(trace(styles, Fault.NONE, 0)),
                    name -> name.layer() == 3 && name.iteration() == 0 && is(name, Quantity.dZ, Quantity.db));
            CheckResult result = TraceJudge.judge(trace);
            assertEquals(List.of(), result.divergences());
            assertEquals(Status.INCONCLUSIVE, result.verdict());
        }
        assertOpen(
                TraceJudge.judge(only(
                        withoutCosts(trace(EnumSet.of(Style.AVERAGED_EARLY), Fault.NONE, 0)),
                        name -> name.layer() == 3 && name.iteration() == 0 && is(name, Quantity.dZ, Quantity.db))),
                "everything is right under gradient-averaged-early and not without, and nothing in the trace tells"
                        + " whether the network keeps its numbers so; A and dZ of the last layer in one iteration would"
                        + " decide");
    }

    /** Layer 1 has no weights in iteration 1, but its Z, and its dW can't be held against anything. */
    @Test
    void should_add_the_penalty_in_the_update_of_a_layer_whose_gradient_tells_nothing() {
        Trace trace = only(
                trace(EnumSet.of(Style.PENALTY_IN_UPDATE), Fault.NONE, 0.7),
                name -> !(name.layer() == 1 && name.iteration() == 1 && is(name, Quantity.W, Quantity.A))
                        && !(name.layer() == 1 && is(name, Quantity.dA, Quantity.dZ))
                        && !(name.layer() == 2 && name.iteration() == 0 && is(name, Quantity.W)));
        assertEquals(List.of(), TraceJudge.judge(trace).divergences());
    }

    /** Where all that one mask drops is 0 anyhow, the next iteration tells how dA is kept. */
    @Test
    void should_tell_how_dA_is_kept_by_all_iterations() {
        Trace trace = trace(EnumSet.of(Style.DA_BEFORE_SCALE, Style.FRESH_MASKS), Fault.NONE, 0, 0.7);
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(trace.tensors());
        // without an error there is no gradient that could tell
        tensors.keySet().removeIf(name -> name.iteration() == 0 && is(name, Quantity.dA, Quantity.dZ));
        tensors.put(new TensorName(Quantity.dA, 2, 0), zeros(trace.tensors().get(new TensorName(Quantity.dA, 2, 1))));
        CheckResult result = TraceJudge.judge(trace.with(tensors, List.of()));
        assertTrue(StyledTraces.conventions(result).contains("dropout-dA-before-scale"));
    }

    private static TraceTensor zeros(TraceTensor like) {
        return TraceTensor.of(Matrix.zeros(like.values().rows(), like.values().columns()), Dtype.FLOAT64);
    }

    /**
     * A mask of iteration 0 alone: what the next iteration shows tells that it has another, and so does all it needs.
     */
    @Test
    void should_not_take_a_lone_mask_for_that_of_all_where_everything_that_needs_it_fails() {
        Trace fresh = withoutCosts(trace(EnumSet.of(Style.FRESH_MASKS), Fault.NONE, 0.7, 0.7));
        for (Set<Quantity> shown : List.of(
                Set.of(Quantity.W, Quantity.b, Quantity.dW, Quantity.db),
                Set.of(Quantity.W, Quantity.b, Quantity.A, Quantity.dW, Quantity.db),
                Set.of(Quantity.W, Quantity.b, Quantity.dZ, Quantity.dW, Quantity.db))) {
            CheckResult result = TraceJudge.judge(only(
                    fresh, name -> shown.contains(name.quantity()) || (is(name, Quantity.D) && name.iteration() == 0)));
            assertEquals(List.of(), result.divergences(), shown::toString);
        }
    }

    /** A mistake that spares what needs the mask too is no other mask. */
    @Test
    void should_tell_a_mistake_of_later_iterations_from_masks_of_their_own() {
        for (Fault fault : List.of(Fault.PENALTY_HALVED_IN_GRADIENT, Fault.UPDATE_RATE)) {
            Trace trace = only(
                    withoutCosts(trace(EnumSet.noneOf(Style.class), fault, 0.7, 0.7)),
                    name -> is(name, Quantity.W, Quantity.b, Quantity.dW, Quantity.db)
                            || (is(name, Quantity.D) && name.iteration() == 0));
            assertEquals(Status.DISAGREE, TraceJudge.judge(trace).verdict(), fault::toString);
        }
    }
}
