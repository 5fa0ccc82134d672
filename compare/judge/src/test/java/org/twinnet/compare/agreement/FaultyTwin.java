package org.twinnet.compare.agreement;

import java.util.ArrayList;
import java.util.List;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.ParameterIndex;
import org.twinnet.compare.experiment.Tensor;
import org.twinnet.compare.twin.Twin;
import org.twinnet.compare.twin.TwinName;
import org.twinnet.compare.twin.TwinState;
import org.twinnet.compare.twin.scratch.ScratchModels;
import org.twinnet.data.Dataset;
import org.twinnet.scratch.dropout.DropoutMasks;
import org.twinnet.scratch.linalg.Matrix;

/**
 * A third copy of the network, in schoolbook loops, into which one mistake can be planted. Without one it must agree,
 * which shows that the noise floor allows another order of summation.
 */
final class FaultyTwin implements Twin {

    private final Fault fault;
    private final Experiment experiment;
    private final int[] sizes;
    private final int depth;
    private final int m;
    private final double[][] X;
    private final double[] y;
    private final DropoutMasks masks;
    private final ParameterIndex index;
    private final double[] theta;
    private final double[] update;
    private final boolean ownRun;
    private int iteration;
    private double logitCost = Double.NaN;

    FaultyTwin(Fault fault, Experiment experiment, Dataset training, boolean ownRun) {
        this.fault = fault;
        this.experiment = experiment;
        this.ownRun = ownRun;
        this.sizes = experiment.layerSizes().stream().mapToInt(n -> n).toArray();
        this.depth = sizes.length - 1;
        this.m = training.size();
        this.X = training.featureRows();
        this.y = training.labels();
        this.masks = ScratchModels.masks(experiment, m);
        this.index = ParameterIndex.of(experiment);
        this.theta = ScratchModels.initialParameters(experiment).toVector();
        this.update = new double[theta.length];
        if (fault == Fault.ONE_LABEL_FLIPPED) {
            y[0] = 1 - y[0];
        }
        if (fault == Fault.FEATURES_IN_FLOAT) {
            for (double[] row : X) {
                row[0] = (float) row[0];
            }
        }
        if (fault == Fault.INITIAL_WEIGHTS_IN_FLOAT) {
            theta[1] = (float) theta[1];
        }
        if (fault == Fault.ONE_INITIAL_BIAS_OFF_BY_ONE_ULP_OF_ONE) {
            theta[index.tensors().get(1).offset()] += Math.ulp(1.0);
        }
    }

    private double w(int l, int i, int k) {
        return theta[index.tensors().get(2 * l - 2).offset() + i * sizes[l - 1] + k];
    }

    private double b(int l, int i) {
        return theta[index.tensors().get(2 * l - 1).offset() + i];
    }

    private double mask(int l, int i, int j) {
        if (!experiment.hasDropout() || (fault == Fault.DROPOUT_LAYER_SKIPPED && l == 1)) {
            return 1;
        }
        double d = masks.of(iteration).get(l - 1).get(i, j);
        boolean inverted = fault == Fault.DROPOUT_MASK_INVERTED
                || (fault == Fault.MASK_REDRAWN_FROM_ITERATION_37 && iteration >= 37);
        return inverted ? 1 - d : d;
    }

    @SuppressWarnings("ArrayRecordComponent") // read once, never compared by equals
    private record Pass(double[][][] Z, double[][][] A) {}

    private Pass forward(double[][] rows, boolean training) {
        double[][][] Z = new double[depth + 1][][];
        double[][][] A = new double[depth + 1][][];
        A[0] = ScratchModels.features(rows).toArray();
        for (int l = 1; l <= depth; l++) {
            Z[l] = new double[sizes[l]][rows.length];
            A[l] = new double[sizes[l]][rows.length];
            for (int i = 0; i < sizes[l]; i++) {
                for (int j = 0; j < rows.length; j++) {
                    double z = b(l, i);
                    for (int k = sizes[l - 1] - 1; k >= 0; k--) {
                        z = Math.fma(w(l, i, k), A[l - 1][k][j], z);
                    }
                    Z[l][i][j] = z;
                    A[l][i][j] = l == depth ? sigmoid(z) : hidden(l, i, j, z, training);
                }
            }
        }
        return new Pass(Z, A);
    }

    private double sigmoid(double z) {
        return 1 / (1 + (fault == Fault.SIGMOID_BASE_2 ? Math.pow(2, -z) : Math.exp(-z)));
    }

    private double hidden(int l, int i, int j, double z, boolean training) {
        double a = Math.max(0, z);
        if (fault == Fault.RELU_MISSING_IN_LAYER_1 && l == 1) {
            a = z;
        }
        if (fault == Fault.RELU_LEAKS && z < 0) {
            a = 1e-9 * z;
        }
        if (!training) {
            return fault == Fault.PREDICTS_WITH_SCALED_ACTIVATIONS ? a / 0.99 : a;
        }
        double scale = fault == Fault.DROPOUT_NOT_SCALED_FORWARD ? 1 : keep();
        return experiment.hasDropout() ? a * mask(l, i, j) / scale : a;
    }

    private double keep() {
        return experiment.layers().get(0).keepProb();
    }

    private double crossEntropy(Pass pass) {
        double[] a = pass.A()[depth][0];
        double sum = 0;
        for (int j = 0; j < m; j++) {
            double p = y[j] == 1 ? a[j] : 1 - a[j];
            if (fault == Fault.COST_CLIPPED_LATE && iteration > 20) {
                p = Math.min(p, 0.6);
            }
            sum -= Math.log(p);
        }
        return mean(sum);
    }

    /** The same from the logit, with the mistakes of the cost that do not depend on the way. */
    private double logitCrossEntropy(Pass pass) {
        double sum = 0;
        for (int j = 0; j < m; j++) {
            double t = y[j] == 1 ? pass.Z()[depth][0][j] : -pass.Z()[depth][0][j];
            sum += t < 0 ? -t + Math.log1p(Math.exp(t)) : Math.log1p(Math.exp(-t));
        }
        return mean(sum);
    }

    private double mean(double total) {
        double sum = total;
        if (fault == Fault.COST_WITH_LOG_BASE_2) {
            sum /= Math.log(2);
        }
        if (fault == Fault.COST_IS_NAN_ONCE && iteration == 25) {
            return Double.NaN;
        }
        return fault == Fault.COST_SUMMED_NOT_AVERAGED ? sum : sum / m;
    }

    @Override
    public double penalty() {
        double sum = 0;
        int last = fault == Fault.PENALTY_MISSES_LAST_LAYER ? depth - 1 : depth;
        for (int l = 1; l <= last; l++) {
            for (int i = 0; i < sizes[l]; i++) {
                for (int k = 0; k < sizes[l - 1]; k++) {
                    sum += w(l, i, k) * w(l, i, k);
                }
            }
        }
        double half = fault == Fault.PENALTY_NOT_HALVED ? 1 : 2;
        return experiment.penalty().l2() / (half * m) * sum;
    }

    private double[] penaltyGradient() {
        double[] gradient = new double[theta.length];
        double factor = experiment.penalty().l2() / m;
        if (fault == Fault.L2_GRADIENT_MISSING) {
            factor = 0;
        }
        if (fault == Fault.L2_GRADIENT_HALVED) {
            factor /= 2;
        }
        for (ParameterIndex.Slice slice : index.tensors()) {
            boolean penalized = slice.symbol().equals("W") || fault == Fault.BIASES_PENALIZED_ONCE_NOT_ZERO;
            for (int i = slice.offset(); penalized && i < slice.offset() + slice.length(); i++) {
                gradient[i] = factor * theta[i];
            }
        }
        return gradient;
    }

    private double[] dataGradient(Pass pass) {
        double[] gradient = new double[theta.length];
        double[][] dZ = new double[1][m];
        for (int j = 0; j < m; j++) {
            double a = pass.A()[depth][0][j];
            dZ[0][j] = (a - y[j]) * (fault == Fault.EXTRA_SIGMOID_DERIVATIVE ? a * (1 - a) : 1);
        }
        double mean = fault == Fault.GRADIENT_NOT_AVERAGED ? 1 : m;
        for (int l = depth; l >= 1; l--) {
            for (int i = 0; i < sizes[l]; i++) {
                for (int k = 0; k < sizes[l - 1]; k++) {
                    double sum = 0;
                    for (int j = m - 1; j >= 0; j--) {
                        sum += dZ[i][j] * pass.A()[l - 1][k][j];
                    }
                    gradient[index.tensors().get(2 * l - 2).offset() + i * sizes[l - 1] + k] = sum / mean;
                }
                double sum = 0;
                for (int j = 0; j < (fault == Fault.BIAS_GRADIENT_LAST_EXAMPLE_LOST ? m - 1 : m); j++) {
                    sum += dZ[i][j];
                }
                gradient[index.tensors().get(2 * l - 1).offset() + i] = sum / mean;
            }
            dZ = l == 1 ? dZ : back(l, dZ, pass);
        }
        if (fault == Fault.GRADIENT_OFF_BY_A_BILLIONTH) {
            gradient[0] *= 1 + 1e-9;
        }
        return gradient;
    }

    private double[][] back(int l, double[][] dZ, Pass pass) {
        double[][] dA = new double[sizes[l - 1]][m];
        for (int k = 0; k < sizes[l - 1]; k++) {
            for (int j = 0; j < m; j++) {
                double sum = 0;
                for (int i = sizes[l] - 1; i >= 0; i--) {
                    sum += w(l, i, k) * dZ[i][j];
                }
                if (experiment.hasDropout() && fault != Fault.MASK_MISSING_BACKWARD) {
                    sum = sum * (mask(l - 1, k, j) / keep());
                }
                boolean open = pass.Z()[l - 1][k][j] > 0 || fault == Fault.RELU_GRADIENT_MISSING;
                dA[k][j] = open ? sum : 0;
            }
        }
        return dA;
    }

    @Override
    public Snapshot snapshot() {
        Pass pass = forward(X, true);
        List<Tensor> preActivations = new ArrayList<>();
        List<Tensor> activations = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            preActivations.add(tensor("Z", l, pass.Z()[l]));
            activations.add(tensor("A", l, pass.A()[l]));
        }
        return new Snapshot(
                preActivations,
                activations,
                crossEntropy(pass),
                logitCrossEntropy(pass),
                penalty(),
                dataGradient(pass),
                penaltyGradient());
    }

    @Override
    public double logitCost() {
        return logitCost;
    }

    @Override
    public double step() {
        Pass pass = forward(X, true);
        double cost = crossEntropy(pass) + penalty();
        logitCost = logitCrossEntropy(pass) + penalty();
        double[] data = dataGradient(pass);
        double[] decay = penaltyGradient();
        double alpha = experiment.optimizer().learningRate();
        if (fault == Fault.LEARNING_RATE_ONE_PER_CENT_HIGH
                || (fault == Fault.OWN_RUN_USES_OTHER_LEARNING_RATE && ownRun)) {
            alpha *= 1.01;
        }
        for (ParameterIndex.Slice slice : index.tensors()) {
            boolean frozen = fault == Fault.BIASES_NOT_UPDATED && slice.symbol().equals("b");
            for (int i = slice.offset(); i < slice.offset() + slice.length(); i++) {
                update[i] = frozen ? 0 : alpha * (data[i] + decay[i]);
                theta[i] += fault == Fault.UPDATE_SIGN ? update[i] : -update[i];
            }
        }
        iteration++;
        return cost;
    }

    @Override
    public double[] predict(double[][] featureRows) {
        double[] p = forward(featureRows, false).A()[depth][0];
        for (int j = 0; j < p.length; j++) {
            if (fault == Fault.PREDICTS_WRONG_FAR_FROM_THE_EXAMPLES && isOutside(featureRows[j])) {
                p[j] = 1 - p[j];
            }
        }
        return p;
    }

    /** Inside the plane's margin, which is a tenth of the box, but right of every test example. */
    private boolean isOutside(double[] row) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        for (double[] example : X) {
            left = Math.min(left, example[0]);
            right = Math.max(right, example[0]);
        }
        return row[0] > right + 0.09 * (right - left);
    }

    private static Tensor tensor(String symbol, int layer, double[][] rows) {
        double[] values = new double[rows.length * rows[0].length];
        Matrix.of(rows).writeTo(values, 0);
        return new Tensor(symbol, layer, rows[0].length, values);
    }

    @Override
    public TwinName name() {
        return TwinName.SCRATCH;
    }

    @Override
    public double[][] featureRows() {
        return X;
    }

    @Override
    public double[] labels() {
        return y.clone();
    }

    @Override
    public int iteration() {
        return iteration;
    }

    @Override
    public int parameterCount() {
        return theta.length;
    }

    @Override
    public void copyParametersTo(double[] target) {
        System.arraycopy(theta, 0, target, 0, theta.length);
    }

    @Override
    public double[] statistics() {
        return new double[0];
    }

    @Override
    public void setStatistics(double[] statistics) {
        // nothing is normalized here
    }

    @Override
    public void setParameters(double[] parameters) {
        System.arraycopy(parameters, 0, theta, 0, theta.length);
    }

    @Override
    public TwinState state() {
        return new TwinState(iteration, theta.clone(), List.of());
    }

    @Override
    public void restore(TwinState state) {
        iteration = state.iteration();
        setParameters(state.parameters());
    }

    @Override
    public void copyUpdateTo(double[] target) {
        System.arraycopy(update, 0, target, 0, update.length);
    }

    @Override
    public void close() {
        // Everything lives on the Java heap.
    }
}
