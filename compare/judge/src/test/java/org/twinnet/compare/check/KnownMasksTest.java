package org.twinnet.compare.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.twinnet.compare.diagnosis.Diagnosis;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ProgressListener;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.MaskKind;
import org.twinnet.compare.experiment.choice.Masks;
import org.twinnet.compare.experiment.tree.ExperimentTree;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.English;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Reading;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.compare.verdict.TraceVerdict;
import org.twinnet.data.Dataset;
import org.twinnet.data.generator.Generator;

/** Traces of parameters, gradients and costs alone: neither a mask nor an activation that would show one. */
@DisplayName("Masks that a trace states the seed of")
class KnownMasksTest {

    private static final Dataset DATA = Generator.defaults().get(0).generate(60, 4);

    private static Experiment dropout(MaskKind kind) {
        return Experiment.of(2, 7, 5, 1)
                .named("masks")
                .keepProbability(0.8)
                .inputKeepProbability(0.9)
                .with(new Masks(kind, 11))
                .iterations(30);
    }

    private static Trace trace(Experiment experiment, Optional<Masks> stated) {
        Trace whole = RecordedTrace.of(experiment, DATA, 30);
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>(whole.tensors());
        tensors.keySet()
                .removeIf(name ->
                        name.iteration() > 1 || Set.of(Quantity.Z, Quantity.A).contains(name.quantity()));
        return whole.with(tensors, whole.costs()).with(Reading.PLAIN.withMasks(stated));
    }

    @ParameterizedTest
    @EnumSource(MaskKind.class)
    void should_be_drawn_for_every_iteration_of_the_run(MaskKind kind) {
        for (Experiment experiment : List.of(dropout(kind), dropout(kind).with(new Batches.Shuffled(25, 3)))) {
            CheckResult result = TraceJudge.judge(trace(experiment, Optional.of(new Masks(kind, 11))));

            assertEquals(
                    Status.AGREE, result.verdict(), () -> result.notChecked().toString());
            assertEquals(30, WholeRunTest.run(result).quantities().get(0).compared());
            assertTrue(
                    English.of(result.notes()).contains("D1: not in the trace, drawn from the seed 11 of masks"),
                    () -> result.notes().toString());
        }
    }

    @Test
    void should_leave_a_mistake_its_name() {
        Experiment trained = dropout(MaskKind.FRESH);
        Trace trace = trace(trained, Optional.of(trained.masks()))
                .with(new HyperParameters(ExperimentTree.with(trained, Map.of("optimizer.learning_rate", 0.15))));
        TraceVerdict verdict = TraceVerdict.of(trace, ProgressListener.NONE);

        assertEquals(Status.DISAGREE, verdict.status());
        assertFalse(
                verdict.diagnosis().stream().map(Diagnosis::id).toList().contains(Diagnosis.UNKNOWN),
                verdict::sentence);
    }

    @Test
    void should_be_taken_for_others_where_those_of_the_seed_explain_nothing() {
        Trace trace = trace(dropout(MaskKind.FRESH), Optional.of(new Masks(MaskKind.FRESH, 12)));
        TraceVerdict verdict = TraceVerdict.of(trace, ProgressListener.NONE);

        assertEquals(Status.INCONCLUSIVE, verdict.status());
        assertTrue(
                English.of(verdict.result().notes())
                        .contains("masks: those of the seed 12 explain nothing, and are taken for others that the trace"
                                + " does not hold"),
                () -> verdict.result().notes().toString());
    }

    @Test
    void should_not_be_drawn_where_no_seed_is_stated() {
        CheckResult result = TraceJudge.judge(trace(dropout(MaskKind.PUBLISHED), Optional.empty()));

        assertEquals(Status.INCONCLUSIVE, result.verdict());
    }
}
