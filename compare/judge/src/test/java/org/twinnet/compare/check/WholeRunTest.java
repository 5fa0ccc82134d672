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
                result.notChecked()
                        .contains("costs of the whole run: 2 costs are not determined, because an output is "
                                + "sure of the wrong label"),
                result.notChecked().toString());
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
}
