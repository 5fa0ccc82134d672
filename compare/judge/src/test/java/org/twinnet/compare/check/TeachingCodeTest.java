package org.twinnet.compare.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.twinnet.compare.check.bookkeeping.Convention;
import org.twinnet.compare.diagnosis.Diagnosis;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Reading;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.compare.trace.file.TraceReader;
import org.twinnet.compare.verdict.TraceVerdict;

/** Traces that make_styles.py writes: networks as teaching code has them, right and each with five faults. */
@DisplayName("A trace of teaching code")
class TeachingCodeTest {

    private static final Path FOLDER = folder();

    private static Path folder() {
        try {
            return Path.of(TeachingCodeTest.class
                            .getResource("/org/twinnet/compare/styles/make_styles.py")
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Trace read(String name) {
        return TraceReader.read(FOLDER.resolve(name + ".npz"), Optional.empty());
    }

    private static TraceVerdict judge(Trace trace) {
        return TraceVerdict.of(trace, ProgressListener.NONE);
    }

    private static List<String> conventions(TraceVerdict verdict) {
        return verdict.result().conventions().stream()
                .map(found -> found.convention().id())
                .toList();
    }

    private static List<String> ids(TraceVerdict verdict) {
        return verdict.diagnosis().stream().map(Diagnosis::id).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "course_layers,       cost-mean-of-epoch",
        "cs231n_net,          examples-as-rows weights-inputs-by-units labels-as-classes penalty-by-coefficient "
                + "gradient-averaged-early",
        "nielsen_net,         ''",
        "adam_class,          adam-epsilon-before-correction",
        "modules_in_rows,     examples-as-rows labels-as-classes penalty-by-coefficient penalty-not-in-cost "
                + "penalty-in-update",
        "momentum_regression, velocity-holds-negative-rate"
    })
    void should_agree_and_be_told_by_its_conventions(String program, String expected) {
        TraceVerdict verdict = judge(read(program + "-right"));
        assertEquals(List.of(), verdict.result().divergences());
        assertEquals(
                Status.AGREE,
                verdict.status(),
                () -> verdict.result().notChecked().toString());
        assertEquals(expected, String.join(" ", conventions(verdict)));
    }

    static Stream<String> faulty() throws IOException {
        List<String> names;
        try (Stream<Path> files = Files.list(FOLDER)) {
            names = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".npz") && !name.endsWith("-right.npz"))
                    .map(name -> name.substring(0, name.length() - ".npz".length()))
                    .sorted()
                    .toList();
        }
        assertEquals(30, names.size());
        return names.stream();
    }

    /** The mistake is the name of the file, behind the program's; the conventions are those of the right program. */
    @ParameterizedTest
    @MethodSource("faulty")
    void should_be_told_its_mistake_and_nothing_else(String name) {
        String program = name.substring(0, name.indexOf('-'));
        TraceVerdict verdict = judge(read(name));
        assertEquals(Status.DISAGREE, verdict.status());
        assertEquals(List.of(name.substring(program.length() + 1)), ids(verdict));
        assertEquals(conventions(judge(read(program + "-right"))), conventions(verdict));
    }

    /** As if it stated all of its experiment. */
    private static Trace stated(Trace trace, Map<String, ?> more) {
        Reading reading = trace.reading();
        return trace.with(new Reading(
                        reading.storedAs(), reading.rateAssumed(), reading.notes(), reading.ownMasks(), Set.of()))
                .with(new HyperParameters(
                        ExperimentTree.with(trace.hyperParameters().experiment(), more)));
    }

    @Test
    void should_disagree_where_it_states_that_epsilon_is_added_behind_the_correction() {
        TraceVerdict verdict = judge(stated(read("adam_class-right"), Map.of()));
        assertEquals(Status.DISAGREE, verdict.status());
        assertEquals(List.of("adam-epsilon-place-differs"), ids(verdict));
    }

    @Test
    void should_disagree_where_the_penalty_that_it_states_is_in_no_cost_and_is_the_notebooks() {
        Trace trace = read("modules_in_rows-right");
        TraceVerdict verdict =
                judge(stated(trace, Map.of("penalty.l2", 0.02 * trace.exampleCount(), "penalty.l2_coefficient", 0.0)));
        assertEquals(Status.DISAGREE, verdict.status());
        assertEquals("l2-cost-missing", ids(verdict).get(0));
    }

    private static Trace costsAfterUpdate(Trace trace) {
        return trace.with(
                trace.tensors(), trace.costsMoved(-1).subList(1, trace.costs().size()));
    }

    private static Trace fromOne(Trace trace) {
        SortedMap<TensorName, TraceTensor> later = new TreeMap<>();
        trace.tensors()
                .forEach((name, tensor) ->
                        later.put(new TensorName(name.quantity(), name.layer(), name.iteration() + 1), tensor));
        return trace.with(later, trace.costsMoved(1));
    }

    private static void assertAgrees(Trace trace, Convention convention) {
        TraceVerdict verdict = judge(trace);
        assertEquals(List.of(), verdict.result().divergences());
        assertEquals(
                Status.AGREE,
                verdict.status(),
                () -> verdict.result().notChecked().toString());
        assertTrue(
                conventions(verdict).contains(convention.id()),
                () -> conventions(verdict).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cs231n_net", "adam_class", "momentum_regression"})
    void should_agree_whatever_the_costs_and_iterations_are_counted_from(String program) {
        Trace trace = read(program + "-right");
        assertAgrees(costsAfterUpdate(trace), Convention.COST_AFTER_UPDATE);
        assertAgrees(fromOne(trace), Convention.ITERATIONS_FROM_1);
        assertAgrees(trace.with(trace.tensors(), trace.costsMoved(1)), Convention.COSTS_FROM_1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cs231n_net-relu-gradient-missing",
                "adam_class-tanh-gradient-not-squared",
                "momentum_regression-update-sign"
            })
    void should_be_told_its_mistake_whatever_the_costs_and_iterations_are_counted_from(String name) {
        List<String> mistake = List.of(name.substring(name.indexOf('-') + 1));
        Trace trace = read(name);
        assertEquals(mistake, ids(judge(costsAfterUpdate(trace))));
        assertEquals(mistake, ids(judge(fromOne(trace))));
    }
}
