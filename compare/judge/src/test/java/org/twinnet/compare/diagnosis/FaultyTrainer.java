package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Batches;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.choice.Normalization;
import org.twinnet.compare.experiment.choice.Penalty;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.Reading;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceBatches;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/**
 * Trains any network in schoolbook loops, with one fault put in by its name, and writes a trace. It shares no formula
 * with the replay.
 */
final class FaultyTrainer {

    private static final int M = 30;
    private static final int ITERATIONS = 8;
    private static final int COVERED = 4;

    private final Experiment experiment;
    private final Fault fault;
    private final int depth;
    private final List<Integer> sizes;
    private final double[][] X;
    private final double[][] Y;
    private final double[][][] W;
    private final double[][][] b;
    private final FaultyDropout[] dropouts;
    private final FaultyUpdate[] ofWeights;
    private final FaultyUpdate[] ofBiases;
    private final FaultyNormalization[] normalization;
    private final FaultyUpdate[] ofScales;
    private final FaultyUpdate[] ofShifts;
    private final FaultyPenalty penalty;
    private final boolean states;
    private final TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
    private final List<ReportedCost> costs = new ArrayList<>();

    /** Names of what is done wrong. */
    record Fault(String id) {
        boolean is(String name) {
            return id.equals(name);
        }
    }

    private FaultyTrainer(Experiment experiment, String fault, int seed) {
        Random random = new Random(seed);
        this.experiment = experiment;
        this.fault = new Fault(fault);
        this.sizes = experiment.layerSizes();
        this.depth = sizes.size() - 1;
        this.penalty = new FaultyPenalty(experiment.penalty(), this.fault, M);
        this.states = seed % 2 == 0;
        this.X = gaussian(random, sizes.get(0), M, 1);
        this.Y = targets(random);
        this.W = new double[depth + 1][][];
        this.b = new double[depth + 1][][];
        this.ofWeights = new FaultyUpdate[depth + 1];
        this.ofBiases = new FaultyUpdate[depth + 1];
        this.normalization = new FaultyNormalization[depth + 1];
        this.ofScales = new FaultyUpdate[depth + 1];
        this.ofShifts = new FaultyUpdate[depth + 1];
        this.dropouts = new FaultyDropout[depth + 1];
        for (int l = 0; l <= depth; l++) {
            double keep = l == 0 ? experiment.inputKeepProb() : layer(l).keepProb();
            dropouts[l] = new FaultyDropout(keep, this.fault, 31 * seed + l);
        }
        for (int l = 1; l <= depth; l++) {
            W[l] = gaussian(
                    random,
                    sizes.get(l),
                    sizes.get(l - 1),
                    (is("softmax-without-maximum") ? 1000 : 1) / Math.sqrt(sizes.get(l - 1)));
            b[l] = gaussian(random, sizes.get(l), 1, 0.2);
            ofWeights[l] = new FaultyUpdate(experiment, this.fault, true, W[l]);
            ofBiases[l] = new FaultyUpdate(experiment, this.fault, false, b[l]);
            if (layer(l).batchNorm() instanceof Normalization.BatchNorm stated) {
                double[][] gamma = gaussian(random, sizes.get(l), 1, 0.2);
                for (double[] of : gamma) {
                    of[0] += 1;
                }
                double[][] beta = gaussian(random, sizes.get(l), 1, 0.2);
                normalization[l] = new FaultyNormalization(stated, this.fault, gamma, beta);
                ofScales[l] = new FaultyUpdate(experiment, this.fault, false, gamma);
                ofShifts[l] = new FaultyUpdate(experiment, this.fault, false, beta);
            }
        }
    }

    /** Trains eight iterations and writes the first four. */
    static Trace trace(Experiment experiment, String fault, int seed) {
        FaultyTrainer trainer = new FaultyTrainer(experiment, fault, seed);
        for (int i = 0; i < ITERATIONS; i++) {
            trainer.iterate(i);
        }
        return new Trace(
                new HyperParameters(experiment),
                Matrix.of(trainer.X),
                Matrix.of(trainer.Y),
                trainer.sizes,
                trainer.tensors,
                trainer.costs,
                Precision.FLOAT64,
                false,
                Reading.PLAIN,
                TraceBatches.of(M, Optional.of(experiment.batches()), Map.of()));
    }

    private static double[][] gaussian(Random random, int rows, int columns, double scale) {
        double[][] matrix = new double[rows][columns];
        for (double[] row : matrix) {
            for (int k = 0; k < columns; k++) {
                row[k] = scale * random.nextGaussian();
            }
        }
        return matrix;
    }

    private double[][] targets(Random random) {
        int outputs = sizes.get(depth);
        double[][] targets = gaussian(random, outputs, M, 1);
        for (int j = 0; j < M; j++) {
            int own = random.nextInt(outputs);
            for (int k = 0; k < outputs; k++) {
                if (experiment.loss() instanceof Loss.SoftmaxCrossEntropy) {
                    targets[k][j] = k == own ? 1 : 0;
                } else if (experiment.loss() instanceof Loss.BinaryCrossEntropy) {
                    targets[k][j] = targets[k][j] > 0 ? 1 : 0;
                }
            }
        }
        return targets;
    }

    private boolean is(String name) {
        return fault.is(name);
    }

    private int[] examples(int i) {
        int[] all = new int[M];
        for (int j = 0; j < M; j++) {
            all[j] = j;
        }
        if (!(experiment.batches() instanceof Batches.Shuffled stated)) {
            return all;
        }
        int perEpoch = stated.perEpoch(M);
        if (is("batch-unshuffled")) {
            int from = i % perEpoch * stated.size();
            return java.util.Arrays.copyOfRange(all, from, Math.min(M, from + stated.size()));
        }
        int shown = is("batch-stale") ? Math.max(0, i - 1) : is("batch-shuffled-once") ? i % perEpoch : i;
        return new org.twinnet.scratch.batch.Batches.Shuffled(M, stated.size(), stated.seed()).examples(shown);
    }

    private static double[][] columns(double[][] matrix, int[] which) {
        double[][] chosen = new double[matrix.length][which.length];
        for (int k = 0; k < matrix.length; k++) {
            for (int j = 0; j < which.length; j++) {
                chosen[k][j] = matrix[k][which[j]];
            }
        }
        return chosen;
    }

    private Layer layer(int l) {
        return experiment.layers().get(l - 1);
    }

    private FaultyActivation activation(int l) {
        boolean tanh = l < depth && is("tanh-on-hidden");
        boolean leaky = l < depth && is("leaky-relu-on-hidden");
        boolean rectified = l < depth ? fault.id().startsWith("relu-in-place-of-") : is("relu-on-output");
        boolean sigmoid = l == depth && is("sigmoid-in-place-of-softmax");
        Activation stated = layer(l).activation();
        return new FaultyActivation(
                tanh
                        ? new Activation.Tanh()
                        : leaky
                                ? new Activation.LeakyRelu(0.1)
                                : rectified ? new Activation.Relu() : sigmoid ? new Activation.Sigmoid() : stated,
                fault);
    }

    private void iterate(int i) {
        int[] batch = examples(i);
        double[][] y = columns(Y, batch);
        double[][][] Z = new double[depth + 1][][];
        double[][][] A = new double[depth + 1][][];
        double[][][] U = new double[depth + 1][][];
        double[][][] plain = new double[depth + 1][][];
        A[0] = columns(X, batch);
        double[][] undropped = A[0];
        A[0] = drop(0, i, A[0]);
        for (int l = 1; l <= depth; l++) {
            Z[l] = new double[sizes.get(l)][batch.length];
            for (int u = 0; u < Z[l].length; u++) {
                for (int j = 0; j < batch.length; j++) {
                    double z = is("bias-not-added") ? 0 : b[l][u][0];
                    for (int k = A[l - 1].length - 1; k >= 0; k--) {
                        z += W[l][u][k] * A[l - 1][k][j];
                    }
                    Z[l][u][j] = z;
                }
            }
            keepStatistics(l, i);
            U[l] = normalization[l] == null ? Z[l] : normalization[l].forward(Z[l]);
            plain[l] = activation(l).forward(U[l]);
            A[l] = l < depth ? drop(l, i, plain[l]) : plain[l];
        }
        FaultyLoss loss = new FaultyLoss(experiment.loss(), fault);
        costs.add(new ReportedCost(
                i, loss.cost(A[depth], y) / costDivisor(batch.length) + penalty.cost(W, b, batch.length)));
        double[][][] dZ = new double[depth + 1][][];
        double[][][] dA = new double[depth + 1][][];
        dZ[depth] = loss.outputGradient(activation(depth), U[depth], A[depth], y);
        dZ[depth] = throughNormalization(depth, dZ[depth], Z[depth]);
        for (int l = depth - 1; l >= 1; l--) {
            dA[l] = new double[sizes.get(l)][batch.length];
            for (int k = 0; k < dA[l].length; k++) {
                for (int j = 0; j < batch.length; j++) {
                    for (int u = 0; u < sizes.get(l + 1); u++) {
                        dA[l][k][j] += W[l + 1][u][k] * dZ[l + 1][u][j];
                    }
                }
            }
            dA[l] = dropouts[l].drops() ? dropouts[l].backward(dA[l]) : dA[l];
            boolean masked = fault.id().endsWith("-gradient-of-dropped-activation");
            dZ[l] = activation(l).backward(dA[l], U[l], masked ? A[l] : plain[l]);
            dZ[l] = throughNormalization(l, dZ[l], Z[l]);
        }
        for (int l = 1; l <= depth; l++) {
            double[][] dW = new double[W[l].length][W[l][0].length];
            double[][] db = new double[W[l].length][1];
            boolean undroppedInput = l == 1 && is("weight-gradient-of-undropped-input");
            boolean undroppedHidden = l > 1 && is("weight-gradient-of-undropped-activation");
            boolean before = l > 1 && is("weight-gradient-of-pre-activation");
            gradients(
                    l,
                    dZ[l],
                    undroppedInput ? undropped : undroppedHidden ? plain[l - 1] : before ? Z[l - 1] : A[l - 1],
                    dW,
                    db);
            if (i < COVERED) {
                put(Quantity.W, l, i, W[l]);
                put(Quantity.b, l, i, b[l]);
                put(Quantity.Z, l, i, Z[l]);
                put(Quantity.A, l, i, A[l]);
                put(Quantity.dZ, l, i, dZ[l]);
                put(Quantity.dW, l, i, dW);
                put(Quantity.db, l, i, db);
                if (l < depth) {
                    put(Quantity.dA, l, i, dA[l]);
                }
                putNormalization(l, i);
                putStates(l, i);
            }
            if (normalization[l] != null) {
                stepNormalization(l, i + 1);
            }
            if (!is("weights-not-updated")) {
                ofWeights[l].step(W[l], dW, i + 1);
            }
            ofBiases[l].step(b[l], db, i + 1);
        }
    }

    private double[][] drop(int l, int i, double[][] A) {
        if (!dropouts[l].drops()) {
            return A;
        }
        dropouts[l].draw(A.length, A[0].length);
        if (i < COVERED) {
            put(Quantity.D, l, i, dropouts[l].D);
        }
        return l == 0 && is("input-dropout-skipped") ? A : dropouts[l].forward(A);
    }

    private double[][] throughNormalization(int l, double[][] dY, double[][] Z) {
        return normalization[l] == null ? dY : normalization[l].backward(dY, Z, divisor(Z[0].length));
    }

    private void keepStatistics(int l, int i) {
        if (normalization[l] != null && i < COVERED) {
            put(Quantity.running_mean, l, i, normalization[l].mean);
            put(Quantity.running_var, l, i, normalization[l].variance);
        }
    }

    private void putNormalization(int l, int i) {
        if (normalization[l] != null) {
            put(Quantity.gamma, l, i, normalization[l].gamma);
            put(Quantity.beta, l, i, normalization[l].beta);
            put(Quantity.mu, l, i, normalization[l].mu);
            put(Quantity.var, l, i, normalization[l].var);
            put(Quantity.N, l, i, normalization[l].N);
            put(Quantity.dgamma, l, i, normalization[l].dgamma);
            put(Quantity.dbeta, l, i, normalization[l].dbeta);
        }
    }

    private void stepNormalization(int l, int t) {
        if (!normalization[l].isScaleStill()) {
            ofScales[l].step(normalization[l].gamma, normalization[l].dgamma, t);
        }
        if (!normalization[l].isShiftStill()) {
            ofShifts[l].step(normalization[l].beta, normalization[l].dbeta, t);
        }
    }

    private void putStates(int l, int i) {
        if (states) {
            ofWeights[l].first().ifPresent(v -> put(Quantity.vW, l, i, v));
            ofBiases[l].first().ifPresent(v -> put(Quantity.vb, l, i, v));
            ofWeights[l].second().ifPresent(s -> put(Quantity.sW, l, i, s));
            ofBiases[l].second().ifPresent(s -> put(Quantity.sb, l, i, s));
        }
    }

    private void put(Quantity quantity, int layer, int iteration, double[][] values) {
        double[][] copy = new double[values.length][];
        for (int k = 0; k < values.length; k++) {
            copy[k] = values[k].clone();
        }
        tensors.put(new TensorName(quantity, layer, iteration), TraceTensor.of(Matrix.of(copy), Dtype.FLOAT64));
    }

    private int batchSize(int held) {
        return experiment.batches() instanceof Batches.Shuffled stated ? stated.size() : held;
    }

    private double divisor(int held) {
        return is("short-batch-averaged-by-size")
                ? batchSize(held)
                : is("batch-averaged-by-examples") ? M : is("batch-not-averaged") ? 1 : held;
    }

    private double costDivisor(int held) {
        return is("short-batch-averaged-by-size") ? batchSize(held) : is("batch-averaged-by-examples") ? M : held;
    }

    private void gradients(int l, double[][] dZ, double[][] A, double[][] dW, double[][] db) {
        int held = dZ[0].length;
        double divisor = divisor(held);
        Penalty stated = experiment.penalty();
        for (int u = 0; u < dW.length; u++) {
            for (int k = 0; k < dW[u].length; k++) {
                double sum = 0;
                for (int j = held - 1; j >= 0; j--) {
                    sum += dZ[u][j] * A[k][j];
                }
                dW[u][k] =
                        (is("weight-gradient-factor") ? 0.37 : 1) * sum / divisor + penalty.gradient(W[l][u][k], held);
            }
            double sum = 0;
            for (int j = held - 1; j >= 0; j--) {
                sum += dZ[u][j];
            }
            boolean penalized = is("penalty-biases-added") || (stated.biases() && !is("penalty-biases-missing"));
            db[u][0] = (is("bias-gradient-factor") ? 0.37 : 1) * sum / divisor
                    + (penalized ? penalty.gradient(b[l][u][0], held) : 0);
        }
    }
}
