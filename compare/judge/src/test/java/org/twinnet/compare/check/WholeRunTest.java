package org.twinnet.compare.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.ladder.Status;
import org.twinnet.compare.testing.English;
import org.twinnet.compare.text.Said;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/** One unit without hidden layers, of which a trace holds the first parameters and the costs. */
@DisplayName("The costs of a whole run")
class WholeRunTest {

    private static CheckResult judge(Trace trace) {
        return TraceJudge.judge(trace);
    }

    private static Trace trace(
            HyperParameters hyper,
            double[][] X,
            double[] y,
            double[] W,
            List<ReportedCost> costs,
            Precision precision) {
        Dtype dtype = precision == Precision.FLOAT32 ? Dtype.FLOAT32 : Dtype.FLOAT64;
        TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
        tensors.put(new TensorName(Quantity.W, 1, 0), TraceTensor.of(Matrix.ofRow(W), dtype));
        tensors.put(new TensorName(Quantity.b, 1, 0), TraceTensor.of(Matrix.ofRow(0), dtype));
        return new Trace(hyper, Matrix.of(X), Matrix.ofRow(y), List.of(W.length, 1), tensors, costs, precision, false);
    }

    /**
     * z = 50 and label 0: the probability of the label is 0 in double precision, and −ln 0 has no end; log1p gives 50.
     */
    @Test
    void should_not_blame_a_cost_that_double_precision_does_not_determine() {
        List<ReportedCost> costs = List.of(new ReportedCost(0, 50), new ReportedCost(1, 49.4));
        CheckResult result = judge(trace(
                HyperParameters.DEFAULTS,
                new double[][] {{1}},
                new double[] {0},
                new double[] {50},
                costs,
                Precision.FLOAT64));
        assertEquals(Status.INCONCLUSIVE, result.verdict());
        assertTrue(
                English.of(result.notChecked())
                        .contains("costs of the whole run: 2 costs are not determined, because an output is "
                                + "sure of the wrong label"),
                English.of(result.notChecked()).toString());
    }

    /**
     * All in float, a last place of which is the more of a step the closer the run comes to its end. Measured: 0.03 of
     * the floor.
     */
    @Test
    void should_agree_with_a_long_run_in_float32() {
        Random random = new Random(4);
        int m = 60;
        float[][] x = new float[2][m];
        float[] y = new float[m];
        for (int j = 0; j < m; j++) {
            x[0][j] = random.nextInt(9) / 4f;
            x[1][j] = random.nextInt(9) / 4f;
            y[j] = x[0][j] + x[1][j] + random.nextFloat() > 2.5f ? 1 : 0;
        }
        float[] w = {0.7f, -0.4f};
        float b = 0;
        float lambda = 2;
        List<ReportedCost> costs = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            float cost = 0;
            float[] dw = {lambda * w[0], lambda * w[1]};
            float db = 0;
            for (int j = 0; j < m; j++) {
                float z = w[0] * x[0][j] + w[1] * x[1][j] + b;
                float a = 1 / (1 + (float) Math.exp(-z));
                cost -= (float) Math.log(y[j] == 1 ? a : 1 - a);
                dw[0] += (a - y[j]) * x[0][j];
                dw[1] += (a - y[j]) * x[1][j];
                db += a - y[j];
            }
            costs.add(new ReportedCost(i, cost / m + lambda / (2 * m) * (w[0] * w[0] + w[1] * w[1])));
            w[0] -= 0.5f * dw[0] / m;
            w[1] -= 0.5f * dw[1] / m;
            b -= 0.5f * db / m;
        }
        double[][] X = new double[2][m];
        double[] labels = new double[m];
        for (int j = 0; j < m; j++) {
            X[0][j] = x[0][j];
            X[1][j] = x[1][j];
            labels[j] = y[j];
        }
        CheckResult result = judge(trace(
                new HyperParameters(0.5, lambda, 1), X, labels, new double[] {0.7f, -0.4f}, costs, Precision.FLOAT32));
        assertEquals(List.of(), result.divergences());
        assertEquals(Status.AGREE, result.verdict());
    }

    /** Costs of twice the learning rate: the first is the same, all others differ, and a hundred of them are enough. */
    @Test
    void should_end_where_costs_have_parted() {
        CheckRung run = runAtRate(0.2);
        assertEquals(Status.DISAGREE, run.status());
        assertEquals(Said.COSTS_PARTED.of(100, 100, 399), run.note());
        assertEquals(101, run.quantities().get(0).compared());
        assertEquals(1, run.quantities().get(0).firstFailure());
    }

    /** The right rate: no spread is measured, and each of the costs is within what u allows. */
    @Test
    void should_compare_all_costs_of_a_right_run() {
        CheckRung run = runAtRate(0.1);
        assertEquals(Status.AGREE, run.status());
        assertEquals(500, run.quantities().get(0).compared());
        assertEquals(Said.COMPARABLE_WHOLE.of(), run.note());
    }

    /** The whole run of 500 costs at some rate, where the trace states 0.1. */
    private static CheckRung runAtRate(double rate) {
        double[][] X = {{1, -0.5, 2}};
        double[] y = {1, 0, 0};
        List<ReportedCost> costs = costs(Matrix.of(X), y, rate, 500);
        CheckResult result =
                judge(trace(new HyperParameters(0.1, 0, 1), X, y, new double[] {0.3}, costs, Precision.FLOAT64));
        return run(result);
    }

    static CheckRung run(CheckResult result) {
        return result.rungs().stream()
                .filter(rung -> rung.name() == CheckRungName.FREE_RUN)
                .findFirst()
                .orElseThrow();
    }

    private static List<ReportedCost> costs(Matrix X, double[] y, double rate, int iterations) {
        List<ReportedCost> costs = new ArrayList<>();
        double w = 0.3;
        double b = 0;
        for (int i = 0; i < iterations; i++) {
            double cost = 0;
            double dw = 0;
            double db = 0;
            for (int j = 0; j < y.length; j++) {
                double a = 1 / (1 + Math.exp(-(w * X.get(0, j) + b)));
                cost -= Math.log(y[j] == 1 ? a : 1 - a) / y.length;
                dw += (a - y[j]) * X.get(0, j) / y.length;
                db += (a - y[j]) / y.length;
            }
            costs.add(new ReportedCost(i, cost));
            w -= rate * dw;
            b -= rate * db;
        }
        return costs;
    }
}
