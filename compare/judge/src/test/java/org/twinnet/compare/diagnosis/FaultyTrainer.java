package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.twinnet.compare.diagnosis.SchoolbookClipping.Gradient;
import org.twinnet.compare.experiment.Experiment;
import org.twinnet.compare.experiment.Layer;
import org.twinnet.compare.experiment.choice.Activation;
import org.twinnet.compare.experiment.choice.Loss;
import org.twinnet.compare.experiment.choice.Normalization;
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
    private final Tamper tamper;
    private final int m;
    private final int depth;
    private final List<Integer> sizes;
    private final double[][] X;
    private final double[][] Y;
    private final double[][][] W;
    private final double[][][] b;
    private final FaultyBatches batches;
    private final FaultyDropout[] dropouts;
    private final FaultyUpdate[] ofWeights;
    private final FaultyUpdate[] ofBiases;
    private final FaultyNormalization[] normalization;
    private final FaultyUpdate[] ofScales;
    private final FaultyUpdate[] ofShifts;
    private final FaultyPenalty penalty;
    private final boolean states;
    private final Map<Held, double[][]> now = new HashMap<>();
    private final Map<Integer, List<Gradient>> notZeroed = new HashMap<>();
    private final TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
    private final List<ReportedCost> costs = new ArrayList<>();

    /** Names of what is done wrong. */
    record Fault(String id) {
        boolean is(String name) {
            return id.equals(name);
        }
    }

    /**
     * A training.
     *
     * @param experiment what is trained
     * @param fault what is done wrong; empty for nothing
     * @param seed of examples, weights and masks; an even one writes the state of the optimizer too
     * @param m number of examples
     * @param tamper what else is done
     */
    record Job(Experiment experiment, String fault, int seed, int m, Tamper tamper) {}

    private record Held(Quantity quantity, int layer) {}

    private FaultyTrainer(Job job) {
        Random random = new Random(job.seed());
        this.experiment = job.experiment();
        this.fault = new Fault(job.fault());
        this.tamper = job.tamper();
        this.m = job.m();
        this.sizes = experiment.layerSizes();
        this.depth = sizes.size() - 1;
        this.batches = new FaultyBatches(experiment, fault, m);
        this.penalty = new FaultyPenalty(experiment.penalty(), fault, m);
        this.states = job.seed() % 2 == 0;
        this.X = gaussian(random, sizes.get(0), m, 1);
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
            boolean ofHidden = fault.id().startsWith("dropout-");
            dropouts[l] = new FaultyDropout(keep, l == 0 && ofHidden ? new Fault("") : fault, 31 * job.seed() + l);
        }
        for (int l = 1; l <= depth; l++) {
            W[l] = gaussian(
                    random,
                    sizes.get(l),
                    sizes.get(l - 1),
                    (is("softmax-without-maximum") ? 3000 : 1) / Math.sqrt(sizes.get(l - 1)));
            b[l] = gaussian(random, sizes.get(l), 1, 0.2);
            ofWeights[l] = new FaultyUpdate(experiment, fault, true, W[l]);
            ofBiases[l] = new FaultyUpdate(experiment, fault, false, b[l]);
            if (layer(l).batchNorm() instanceof Normalization.BatchNorm stated) {
                double[][] gamma = gaussian(random, sizes.get(l), 1, 0.2);
                for (double[] of : gamma) {
                    of[0] += 1;
                }
                double[][] beta = gaussian(random, sizes.get(l), 1, 0.2);
                normalization[l] = new FaultyNormalization(stated, fault, gamma, beta);
                ofScales[l] = new FaultyUpdate(experiment, fault, false, gamma);
                ofShifts[l] = new FaultyUpdate(experiment, fault, false, beta);
            }
        }
    }

    /** Of 30 examples. */
    static Trace trace(Experiment experiment, String fault, int seed) {
        return trace(new Job(experiment, fault, seed, M, Tamper.NONE));
    }

    /** Trains eight iterations and writes the first four. */
    static Trace trace(Job job) {
        FaultyTrainer trainer = new FaultyTrainer(job);
        for (int i = 0; i < ITERATIONS; i++) {
            trainer.iterate(i);
        }
        return new Trace(
                new HyperParameters(job.experiment()),
                Matrix.of(trainer.X),
                Matrix.of(trainer.Y),
                trainer.sizes,
                trainer.tensors,
                trainer.costs,
                Precision.FLOAT64,
                false,
                Reading.PLAIN,
                TraceBatches.of(job.m(), Optional.of(job.experiment().batches()), Map.of()));
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
        double[][] targets = gaussian(random, outputs, m, 1);
        for (int j = 0; j < m; j++) {
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
        int[] batch = batches.examples(i);
        double[][] y = columns(Y, batch);
        double[][][] Z = new double[depth + 1][][];
        double[][][] A = new double[depth + 1][][];
        double[][][] U = new double[depth + 1][][];
        double[][][] plain = new double[depth + 1][][];
        A[0] = columns(X, batch);
        plain[0] = A[0];
        A[0] = drop(0, i, A[0]);
        now.put(new Held(Quantity.A, 0), A[0]);
        for (int l = 1; l <= depth; l++) {
            now.put(new Held(Quantity.W, l), SchoolbookClipping.copy(W[l]));
            now.put(new Held(Quantity.b, l), SchoolbookClipping.copy(b[l]));
            Z[l] = made(Quantity.Z, l, i, product(l, A[l - 1]));
            keepStatistics(l, i);
            U[l] = normalization[l] == null ? Z[l] : normalization[l].forward(Z[l]);
            plain[l] = made(Quantity.A, l, i, activation(l).forward(U[l]));
            A[l] = l < depth ? drop(l, i, plain[l]) : plain[l];
        }
        FaultyLoss loss = new FaultyLoss(experiment.loss(), fault);
        double cost = loss.cost(activation(depth), A[depth], y) / batches.costDivisor(batch.length)
                + penalty.cost(W, b, batch.length);
        costs.add(new ReportedCost(i, tamper.cost(i, cost)));
        double[][][] dZ = new double[depth + 1][][];
        double[][][] dA = new double[depth + 1][][];
        dZ[depth] = loss.outputGradient(activation(depth), U[depth], A[depth], y);
        dZ[depth] = made(Quantity.dZ, depth, i, throughNormalization(depth, dZ[depth], Z[depth]));
        for (int l = depth - 1; l >= 1; l--) {
            dA[l] = through(l + 1, dZ[l + 1]);
            dA[l] = made(Quantity.dA, l, i, dropouts[l].drops() ? dropouts[l].backward(dA[l]) : dA[l]);
            boolean masked = fault.id().endsWith("-gradient-of-dropped-activation");
            dZ[l] = activation(l).backward(dA[l], U[l], masked ? A[l] : plain[l]);
            dZ[l] = made(Quantity.dZ, l, i, throughNormalization(l, dZ[l], Z[l]));
        }
        List<List<Gradient>> gradients = new ArrayList<>();
        for (int l = 1; l <= depth; l++) {
            boolean undroppedInput = l == 1 && is("weight-gradient-of-undropped-input");
            boolean undroppedHidden = l > 1 && is("weight-gradient-of-undropped-activation");
            boolean before = l > 1 && is("weight-gradient-of-pre-activation");
            double[][] inputs = undroppedInput || undroppedHidden ? plain[l - 1] : before ? Z[l - 1] : A[l - 1];
            gradients.add(gradients(l, i, dZ[l], inputs));
            if (i < COVERED) {
                put(Quantity.W, l, i, W[l]);
                put(Quantity.b, l, i, b[l]);
                put(Quantity.Z, l, i, Z[l]);
                put(Quantity.A, l, i, A[l]);
                put(Quantity.dZ, l, i, dZ[l]);
                put(Quantity.dW, l, i, gradients.get(l - 1).get(0).sum());
                put(Quantity.db, l, i, gradients.get(l - 1).get(1).sum());
                if (l < depth) {
                    put(Quantity.dA, l, i, dA[l]);
                }
                putNormalization(l, i);
                putStates(l, i);
            }
        }
        step(i, new SchoolbookClipping(experiment.clip()).clipped(gradients));
    }

    private double[][] made(Quantity quantity, int layer, int iteration, double[][] values) {
        tamper.change(quantity, layer, iteration, values, this::now);
        now.put(new Held(quantity, layer), values);
        return values;
    }

    private double[][] now(Quantity quantity, int layer) {
        return now.get(new Held(quantity, layer));
    }

    private double[][] product(int l, double[][] A) {
        double[][] Z = new double[sizes.get(l)][A[0].length];
        for (int u = 0; u < Z.length; u++) {
            for (int j = 0; j < Z[u].length; j++) {
                double z = is("bias-not-added") ? 0 : b[l][u][0];
                for (int k = A.length - 1; k >= 0; k--) {
                    z += W[l][u][k] * A[k][j];
                }
                Z[u][j] = z;
            }
        }
        return Z;
    }

    private double[][] through(int l, double[][] dZ) {
        double[][] dA = new double[sizes.get(l - 1)][dZ[0].length];
        for (int k = 0; k < dA.length; k++) {
            for (int j = 0; j < dA[k].length; j++) {
                for (int u = 0; u < dZ.length; u++) {
                    dA[k][j] += W[l][u][k] * dZ[u][j];
                }
            }
        }
        return dA;
    }

    private void step(int i, List<List<double[][]>> gradients) {
        for (int l = 1; l <= depth; l++) {
            List<double[][]> own = gradients.get(l - 1);
            if (normalization[l] != null && !normalization[l].isScaleStill()) {
                ofScales[l].step(normalization[l].gamma, own.get(2), i + 1);
            }
            if (normalization[l] != null && !normalization[l].isShiftStill()) {
                ofShifts[l].step(normalization[l].beta, own.get(3), i + 1);
            }
            if (!is("weights-not-updated")) {
                ofWeights[l].step(W[l], own.get(0), i + 1);
            }
            ofBiases[l].step(b[l], own.get(1), i + 1);
            tamper.change(Quantity.W, l, i + 1, W[l], this::now);
            tamper.change(Quantity.b, l, i + 1, b[l], this::now);
            int layer = l;
            ofWeights[l].first().ifPresent(v -> tamper.change(Quantity.vW, layer, i + 1, v, this::now));
            ofWeights[l].second().ifPresent(s -> tamper.change(Quantity.sW, layer, i + 1, s, this::now));
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
        return normalization[l] == null ? dY : normalization[l].backward(dY, Z, batches.divisor(Z[0].length));
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

    private void putStates(int l, int i) {
        if (states) {
            ofWeights[l].first().ifPresent(v -> put(Quantity.vW, l, i, v));
            ofBiases[l].first().ifPresent(v -> put(Quantity.vb, l, i, v));
            ofWeights[l].second().ifPresent(s -> put(Quantity.sW, l, i, s));
            ofBiases[l].second().ifPresent(s -> put(Quantity.sb, l, i, s));
        }
    }

    private void put(Quantity quantity, int layer, int iteration, double[][] values) {
        tensors.put(
                new TensorName(quantity, layer, iteration),
                TraceTensor.of(Matrix.of(SchoolbookClipping.copy(values)), Dtype.FLOAT64));
    }

    /** Of W and b, and of gamma and beta where there are some. */
    private List<Gradient> gradients(int l, int i, double[][] dZ, double[][] A) {
        int held = dZ[0].length;
        double divisor = batches.divisor(held);
        double[][] dW = new double[W[l].length][W[l][0].length];
        double[][] db = new double[W[l].length][1];
        double[][] shrunk = new double[W[l].length][W[l][0].length];
        double[][] shifted = new double[W[l].length][1];
        boolean biases = is("penalty-biases-added") || (experiment.penalty().biases() && !is("penalty-biases-missing"));
        for (int u = 0; u < dW.length; u++) {
            for (int k = 0; k < dW[u].length; k++) {
                double sum = 0;
                for (int j = held - 1; j >= 0; j--) {
                    sum += dZ[u][j] * A[k][j];
                }
                dW[u][k] = (is("weight-gradient-factor") ? 0.37 : 1) * sum / divisor;
                shrunk[u][k] = penalty.gradient(W[l][u][k], held);
            }
            double sum = 0;
            for (int j = held - 1; j >= 0; j--) {
                sum += dZ[u][j];
            }
            db[u][0] = (is("bias-gradient-factor") ? 0.37 : 1) * sum / divisor;
            shifted[u][0] = biases ? penalty.gradient(b[l][u][0], held) : 0;
        }
        List<Gradient> gradients = new ArrayList<>();
        gradients.add(new Gradient(made(Quantity.dW, l, i, dW), shrunk));
        gradients.add(new Gradient(made(Quantity.db, l, i, db), shifted));
        if (normalization[l] != null) {
            gradients.add(new Gradient(normalization[l].dgamma, new double[dW.length][1]));
            gradients.add(new Gradient(normalization[l].dbeta, new double[dW.length][1]));
        }
        if (is("gradients-accumulated")) {
            List<Gradient> former = notZeroed.put(l, gradients);
            for (int k = 0; former != null && k < gradients.size(); k++) {
                SchoolbookClipping.add(former.get(k).data(), gradients.get(k).data());
                SchoolbookClipping.add(former.get(k).penalty(), gradients.get(k).penalty());
            }
        }
        return gradients;
    }
}
