package org.twinnet.compare.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.English;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Layout;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

@DisplayName("The judge")
class TraceJudgeTest {

    private final TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();

    @Test
    void should_not_agree_with_an_empty_trace() {
        assertEquals(Status.INCONCLUSIVE, TraceJudge.judge(trace()).verdict());
    }

    @Test
    void should_never_agree_on_NaN() {
        put(Quantity.W, Double.NaN);
        put(Quantity.b, 0);
        put(Quantity.Z, Double.NaN);
        CheckResult result = TraceJudge.judge(trace());
        assertEquals(Status.INCONCLUSIVE, result.verdict());
        assertTrue(
                English.of(result.notChecked())
                        .contains("Z1@0: not determined, because rounding explains any value there"),
                () -> English.of(result.notChecked()).toString());

        put(Quantity.W, 2);
        CheckResult wrong = TraceJudge.judge(trace());
        assertEquals(Status.DISAGREE, wrong.verdict(), "NaN where the formula has a number");
        assertEquals("Z1@0", wrong.divergences().get(0).comparison().quantity().english());
    }

    @Test
    void should_list_what_is_missing() {
        put(Quantity.W, 2);
        put(Quantity.b, 1);
        put(Quantity.Z, 7);
        CheckResult result = TraceJudge.judge(trace());
        assertEquals(Status.INCONCLUSIVE, result.verdict());
        assertEquals(
                List.of(
                        "costs: the trace holds none",
                        "gradients of layer 1: no iteration from its parameters on shows them",
                        "update: no two iterations follow each other, and no comparable cost is of a later one"),
                English.of(result.notChecked()));
        assertEquals(
                List.of("A1, dZ1, dW1, db1 of iteration 0: not in the trace, recomputed"), English.of(result.notes()));
    }

    private void put(Quantity quantity, double value) {
        tensors.put(
                new TensorName(quantity, 1, 0), new TraceTensor(Matrix.ofRow(value), Dtype.FLOAT64, Layout.AS_DEFINED));
    }

    /** One example x = 3 with label 1, one layer of one unit. */
    private Trace trace() {
        List<Integer> sizes = tensors.isEmpty() ? List.of(1) : List.of(1, 1);
        return new Trace(
                HyperParameters.DEFAULTS,
                Matrix.ofRow(3),
                Matrix.ofRow(1),
                sizes,
                tensors,
                List.of(),
                Precision.FLOAT64,
                false);
    }
}
