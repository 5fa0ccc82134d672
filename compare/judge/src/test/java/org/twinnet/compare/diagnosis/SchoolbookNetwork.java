package org.twinnet.compare.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.twinnet.compare.experiment.choice.Precision;
import org.twinnet.compare.trace.HyperParameters;
import org.twinnet.compare.trace.Layout;
import org.twinnet.compare.trace.Quantity;
import org.twinnet.compare.trace.ReportedCost;
import org.twinnet.compare.trace.TensorName;
import org.twinnet.compare.trace.Trace;
import org.twinnet.compare.trace.TraceTensor;
import org.twinnet.data.npz.Dtype;
import org.twinnet.scratch.linalg.Matrix;

/**
 * A network in schoolbook loops that writes a trace, with one bug put in by its name. It shares no formula with the
 * replay. Sums run backward, so that a clean one differs from the replay by rounding.
 */
final class SchoolbookNetwork {

    /** What a trace is made of. */
    record Task(
            List<Integer> sizes, int m, double lambda, double keep, double learningRate, int iterations, long seed) {}

    /** What a sparse trace holds. */
    static final Set<Quantity> SPARSE = Set.of(Quantity.W, Quantity.b, Quantity.D, Quantity.dW, Quantity.db);

    /** Updates by another rule. */
    private static final Set<String> RULES = Set.of(
            "optimizer-momentum",
            "optimizer-nesterov",
            "optimizer-adam",
            "learning-rate-decay",
            "weight-decay-decoupled");

    private final String bug;
    private final Set<String> bugs;
    private final SchoolbookUpdate[] weightUpdates;
    private final SchoolbookUpdate[] biasUpdates;
    private final Task task;
    private final int depth;
    private final int m;
    private final double[][] X;
    private final double[] y;
    private final double[][][] W;
    private final double[][] b;
    private final double[][][] D;
    private final int site;
    private final Random random;
    private final boolean log1p;
    private final boolean byTanh;
    private final boolean forwards;
    private final TreeMap<TensorName, TraceTensor> tensors = new TreeMap<>();
    private final List<ReportedCost> costs = new ArrayList<>();

    /**
     * @param bug id of a mistake, or name of one that the catalogue does not hold, or several with + between, or empty
     * @param task what to train
     * @param site the one layer that a bug of a single layer is in
     */
    SchoolbookNetwork(String bug, Task task, int site) {
        this.bug = bug;
        this.bugs = Set.of(bug.split("\\+"));
        this.task = task;
        this.site = site;
        this.depth = task.sizes().size() - 1;
        this.m = task.m();
        this.random = new Random(task.seed());
        this.log1p = task.seed() % 2 == 0;
        this.byTanh = bug.isEmpty() && task.seed() % 3 == 0;
        this.forwards = bug.isEmpty() && task.seed() % 5 < 2;
        this.X = new double[n(0)][m];
        this.y = new double[m];
        drawExamples();
        this.W = new double[depth + 1][][];
        this.b = new double[depth + 1][];
        this.D = new double[depth][][];
        for (int l = 1; l <= depth; l++) {
            W[l] = new double[n(l)][n(l - 1)];
            b[l] = new double[n(l)];
            for (double[] row : W[l]) {
                for (int k = 0; k < row.length; k++) {
                    row[k] = (is("saturated") ? 60 : 1) * random.nextGaussian() / Math.sqrt(n(l - 1));
                }
            }
        }
        drawMasks();
        this.weightUpdates = new SchoolbookUpdate[depth + 1];
        this.biasUpdates = new SchoolbookUpdate[depth + 1];
        for (int l = 1; l <= depth; l++) {
            weightUpdates[l] = new SchoolbookUpdate(bugs, task, n(l), n(l - 1));
            biasUpdates[l] = new SchoolbookUpdate(bugs, task, n(l), 1);
        }
    }

    /** Two clouds, a disc in a ring, or a chessboard of four fields. */
    private void drawExamples() {
        long kind = Math.floorMod(task.seed() / 7, 3);
        for (int j = 0; j < m; j++) {
            double radius = 0;
            y[j] = j % 2;
            for (int k = 0; k < n(0); k++) {
                X[k][j] = random.nextGaussian() + (kind == 0 && k == 0 ? 1.5 * y[j] : 0);
                radius += X[k][j] * X[k][j];
            }
            if (kind > 0) {
                y[j] = (kind == 1 ? radius > n(0) : X[0][j] * X[1][j] > 0) ? 1 : 0;
            }
        }
    }

    /** Position in a sum of n terms: a clean network adds in either order. */
    private int at(int k, int n) {
        return forwards ? n - 1 - k : k;
    }

    private int n(int layer) {
        return task.sizes().get(layer);
    }

    private boolean is(String name) {
        return bugs.contains(name);
    }

    private boolean is(String name, int layer) {
        return bugs.contains(name) && layer == site;
    }

    /** The one bug of a subject, or nothing. */
    private String bugOf(String subject) {
        return bugs.stream()
                .filter(name -> name.startsWith(subject))
                .findFirst()
                .orElse("");
    }

    private void drawMasks() {
        double p = is("dropout-probability-inverted") ? 1 - task.keep() : task.keep();
        for (int l = 1; l < depth; l++) {
            D[l] = new double[n(l)][m];
            double[] perExample = new double[m];
            for (int j = 0; j < m; j++) {
                perExample[j] = random.nextDouble() < p ? 1 : 0;
            }
            for (double[] row : D[l]) {
                double perUnit = random.nextDouble() < p ? 1 : 0;
                for (int j = 0; j < m; j++) {
                    double own = random.nextDouble() < p ? 1 : 0;
                    row[j] = is("dropout-mask-per-unit")
                            ? perUnit
                            : is("dropout-mask-per-example") ? perExample[j] : own;
                }
            }
        }
    }

    private double mask(int l, int i, int j) {
        if (task.keep() == 1) {
            return 1;
        }
        if (is("mask-transposed")) {
            int flat = j * n(l) + i;
            return D[l][flat / m][flat % m];
        }
        return D[l][i][j];
    }

    /** The same numbers, saved as float32. */
    Trace savedAsFloat32() {
        return SavedAsFloat32.of(trace());
    }

    /** Trains and writes iterations 0, 1 and the last one. */
    Trace trace() {
        for (int i = 0; i < task.iterations(); i++) {
            iterate(i, i < 2 || i == task.iterations() - 1, i % 10 == 0 || i == task.iterations() - 1);
        }
        Precision precision = is("float32") ? Precision.FLOAT32 : Precision.FLOAT64;
        return new Trace(
                new HyperParameters(task.learningRate(), task.lambda(), task.keep()),
                Matrix.of(X),
                Matrix.ofRow(y),
                task.sizes(),
                tensors,
                costs,
                precision,
                is("float32"));
    }

    private void iterate(int iteration, boolean covered, boolean reported) {
        double[][][] Z = new double[depth + 1][][];
        double[][][] A = new double[depth + 1][][];
        forward(Z, A);
        if (reported) {
            costs.add(new ReportedCost(iteration, cost(A, Z)));
        }
        double[][][] dZ = new double[depth + 1][][];
        double[][][] dA = new double[depth + 1][][];
        double[][][] dW = new double[depth + 1][][];
        double[][] db = new double[depth + 1][];
        double[][][] before = copy(W);
        double[][] biasesBefore = new double[depth + 1][];
        for (int l = 1; l <= depth; l++) {
            biasesBefore[l] = b[l].clone();
        }
        dZ[depth] = outputGradient(A[depth]);
        for (int l = depth; l >= 1; l--) {
            dW[l] = weightGradient(l, dZ[l], A, Z);
            db[l] = biasGradient(l, dZ[l]);
            if (is("backprop-uses-updated-weights")) {
                update(l, dW[l], db[l]);
            }
            if (l > 1) {
                dA[l - 1] = activationGradient(l - 1, dZ[l], A);
                dZ[l - 1] = preActivationGradient(l - 1, dA[l - 1], Z[l - 1], A[l - 1]);
            }
        }
        for (int l = 1; l <= depth && !is("backprop-uses-updated-weights"); l++) {
            update(l, dW[l], db[l]);
        }
        if (covered) {
            for (int l = 1; l <= depth; l++) {
                put(Quantity.W, l, iteration, before[l]);
                put(Quantity.b, l, iteration, column(biasesBefore[l]));
                put(Quantity.Z, l, iteration, Z[l]);
                put(Quantity.A, l, iteration, A[l]);
                put(Quantity.dZ, l, iteration, dZ[l]);
                put(Quantity.dW, l, iteration, dW[l]);
                put(Quantity.db, l, iteration, column(db[l]));
                if (l < depth) {
                    put(Quantity.dA, l, iteration, dA[l]);
                    if (task.keep() < 1) {
                        put(Quantity.D, l, iteration, D[l]);
                    }
                }
            }
        }
    }

    private void put(Quantity quantity, int layer, int iteration, double[][] values) {
        Matrix matrix = Matrix.of(values);
        if (is("float32")) {
            for (int r = 0; r < matrix.rows(); r++) {
                for (int c = 0; c < matrix.columns(); c++) {
                    matrix.set(r, c, (float) matrix.get(r, c));
                }
            }
        }
        boolean turned = is("stored-transposed") && quantity.isLikeWeights();
        Dtype dtype = is("float32") && quantity != Quantity.D ? Dtype.FLOAT32 : Dtype.FLOAT64;
        tensors.put(
                new TensorName(quantity, layer, iteration),
                new TraceTensor(matrix, dtype, turned ? Layout.TRANSPOSED : Layout.AS_DEFINED));
    }

    private void forward(double[][][] Z, double[][][] A) {
        A[0] = copy(X);
        if (is("dropout-on-input")) {
            for (double[] row : A[0]) {
                for (int j = 0; j < m; j++) {
                    row[j] = random.nextDouble() < task.keep() ? row[j] / task.keep() : 0;
                }
            }
        }
        for (int l = 1; l <= depth; l++) {
            Z[l] = new double[n(l)][m];
            A[l] = new double[n(l)][m];
            for (int i = 0; i < n(l); i++) {
                for (int j = 0; j < m; j++) {
                    double z = is("bias-added-twice", l) ? 2 * b[l][i] : is("bias-not-added") ? 0 : b[l][i];
                    for (int step = n(l - 1) - 1; step >= 0; step--) {
                        int k = at(step, n(l - 1));
                        z += (is("weights-transposed") && n(l) == n(l - 1) ? W[l][k][i] : W[l][i][k]) * A[l - 1][k][j];
                    }
                    if (is("one-unit-wrong", l) && i == 0) {
                        z += 0.01;
                    }
                    if (is("weights-rounded")) {
                        z = Math.rint(z * 1e6) / 1e6;
                    }
                    Z[l][i][j] = z;
                    A[l][i][j] = l == depth ? output(z) : hidden(l, i, j, z);
                }
            }
        }
        if (is("batch-norm-without-scale")) {
            normalize(A[1]);
        }
    }

    private static void normalize(double[][] A) {
        for (double[] row : A) {
            double mean = 0;
            for (double a : row) {
                mean += a / row.length;
            }
            for (int j = 0; j < row.length; j++) {
                row[j] -= mean;
            }
        }
    }

    private double output(double z) {
        if (is("relu-on-output")) {
            return Math.max(0, z);
        }
        if (is("output-temperature")) {
            return 1 / (1 + Math.exp(-z / 1.5));
        }
        if (is("hard-sigmoid-output")) {
            return Math.min(0.999, Math.max(0.001, 0.2 * z + 0.5));
        }
        if (is("output-clipped")) {
            double a = 1 / (1 + Math.exp(-z));
            double epsilon = outputClip();
            boolean held = !is("saturated") || a == 0 || a == 1;
            return held ? Math.min(Math.max(a, epsilon), 1 - epsilon) : a;
        }
        return byTanh ? 0.5 * (1 + Math.tanh(z / 2)) : 1 / (1 + Math.exp(-z));
    }

    private double hidden(int l, int i, int j, double z) {
        double keep = task.keep();
        double a = Math.max(0, z);
        if (is("sigmoid-on-hidden")) {
            a = 1 / (1 + Math.exp(-z));
        } else if (is("tanh-on-hidden")) {
            a = Math.tanh(z);
        } else if (is("activation-missing", l)) {
            a = z;
        } else if (is("leaky-relu-on-hidden") || is("leaky-relu-forward-alone")) {
            a = z > 0 ? z : 0.01 * z;
        } else if (is("elu-on-hidden")) {
            a = z > 0 ? z : Math.expm1(z);
        } else if (is("softplus-on-hidden")) {
            a = Math.log1p(Math.exp(z));
        } else if (is("relu6-on-hidden")) {
            a = Math.min(1, a);
        } else if (is("relu-squared", l)) {
            a = a * a;
        } else if (is("relu-shifted", l)) {
            a = Math.max(0, z - 0.1);
        } else if (is("abs-on-hidden", l)) {
            a = Math.abs(z);
        }
        if (keep == 1 || is("dropout-layer-skipped", l)) {
            return a;
        }
        if (is("dropout-not-scaled-forward")) {
            return a * mask(l, i, j);
        }
        if (is("dropout-scaled-twice")) {
            return a * mask(l, i, j) / keep / keep;
        }
        if (is("alpha-dropout")) {
            return mask(l, i, j) == 1 ? a / keep : -0.1;
        }
        if (is("dropout-noise", l)) {
            return a * mask(l, i, j) / keep * (1 + 0.01 * random.nextGaussian());
        }
        return a * mask(l, i, j) / keep;
    }

    private double cost(double[][][] A, double[][][] Z) {
        double sum = 0;
        for (int j = m - 1; j >= 0; j--) {
            double a = A[depth][0][j];
            double label = is("labels-flipped") ? 1 - y[j] : y[j];
            double p = label == 1 ? a : 1 - a;
            if (is("cost-clipped")) {
                p = Math.min(Math.max(p, clip()), 1 - clip());
            }
            if (is("label-smoothing-cost")) {
                sum -= 0.95 * Math.log(p) + 0.05 * Math.log(1 - p);
            } else if (is("squared-error-cost")) {
                sum += (a - y[j]) * (a - y[j]);
            } else if (is("focal-cost")) {
                sum -= (1 - p) * (1 - p) * Math.log(p);
            } else if (is("class-weighted-cost")) {
                sum -= (y[j] == 1 ? 1.3 : 0.8) * Math.log(p);
            } else if (log1p && bug.isEmpty()) {
                double z = Z[depth][0][j];
                sum += Math.max(0, y[j] == 1 ? -z : z) + Math.log1p(Math.exp(-Math.abs(z)));
            } else if (is("cost-term-sign")) {
                sum -= (label == task.seed() / 1000 % 2 ? -1 : 1) * Math.log(p);
            } else if (is("cost-term-not-averaged")) {
                sum -= (label == task.seed() / 1000 % 2 ? m : 1) * Math.log(p);
            } else {
                sum -= Math.log(p);
            }
        }
        if (is("cost-log-base-2")) {
            sum /= Math.log(2);
        }
        double crossEntropy = is("cost-not-averaged") ? sum : sum / m;
        return crossEntropy + penalty();
    }

    /** What outputs are held off 0 and 1 by. */
    double outputClip() {
        return is("saturated") ? 1e-10 : 0.09;
    }

    /** What probabilities are clipped at. */
    double clip() {
        return new double[] {1e-3, 1e-2, 1e-4, 0.05, 1e-5}[(int) (task.seed() % 5)];
    }

    private double penalty() {
        double squares = 0;
        double norms = 0;
        for (int l = 1; l <= depth; l++) {
            double ofLayer = 0;
            for (int i = n(l) - 1; i >= 0; i--) {
                for (double w : W[l][i]) {
                    ofLayer += w * w;
                }
            }
            squares += is("l2-cost-layer-skipped", l) ? 0 : ofLayer;
            norms += Math.sqrt(ofLayer);
        }
        double lambda = task.lambda();
        if (is("max-norm-cost")) {
            return lambda / (2 * m) * Math.pow(squares, 1.5);
        }
        return switch (bugOf("l2-cost")) {
            case "l2-cost-missing" -> 0;
            case "l2-cost-over-features" -> lambda / (2 * n(0)) * squares;
            case "l2-cost-not-halved" -> lambda / m * squares;
            case "l2-cost-not-averaged" -> lambda / 2 * squares;
            case "l2-cost-norm-not-squared" -> lambda / (2 * m) * norms;
            default -> lambda / (2 * m) * squares;
        };
    }

    private double[][] outputGradient(double[][] A) {
        double[][] dZ = new double[1][m];
        for (int j = 0; j < m; j++) {
            double a = A[0][j];
            double label = is("labels-flipped") ? 1 - y[j] : y[j];
            dZ[0][j] = a - label;
            if (is("output-gradient-zero-over-zero")) {
                dZ[0][j] = -(label / a - (1 - label) / (1 - a)) * a * (1 - a);
            }
            if (is("output-gradient-extra-sigmoid-derivative")) {
                dZ[0][j] *= a * (1 - a);
            }
            if (is("output-gradient-clipped")) {
                dZ[0][j] = Math.max(-0.4, Math.min(0.4, dZ[0][j]));
            }
            if (is("one-example-lost") && j == 3) {
                dZ[0][j] = 0;
            }
            if (is("sign-of-error")) {
                dZ[0][j] = Math.signum(dZ[0][j]);
            }
        }
        return dZ;
    }

    private double[][] weightGradient(int l, double[][] dZ, double[][][] A, double[][][] Z) {
        double[][] dW = new double[n(l)][n(l - 1)];
        double lambda = task.lambda();
        double decay = switch (bugOf("l2-gradient")) {
            case "l2-gradient-missing" -> 0;
            case "l2-gradient-not-averaged" -> lambda;
            case "l2-gradient-halved" -> lambda / (2 * m);
            case "l2-gradient-doubled" -> 2 * lambda / m;
            case "l2-gradient-sign" -> -lambda / m;
            case "l2-gradient-layer-skipped" -> l == site ? 0 : lambda / m;
            default -> is("weight-decay-decoupled") && SchoolbookUpdate.leavesPenaltyOut(task) ? 0 : lambda / m;
        };
        for (int i = 0; i < n(l); i++) {
            for (int k = 0; k < n(l - 1); k++) {
                double sum = 0;
                for (int step = m - 1; step >= 0; step--) {
                    int j = at(step, m);
                    if (is("last-example-lost-in-dW", l) && j == m - 1) {
                        continue;
                    }
                    double a = is("weight-gradient-of-pre-activation", l) && l > 1 ? Z[l - 1][k][j] : A[l - 1][k][j];
                    sum += dZ[i][j] * a;
                }
                double mean =
                        is("gradient-not-averaged") ? 1 : is("gradient-averaged-twice") && !hiddenTwice() ? m * m : m;
                dW[i][k] = sum / mean + decay * W[l][i][k];
                if (is("gradient-noise", l)) {
                    dW[i][k] += 1e-3 * random.nextGaussian();
                }
                if (is("diagonal-forgotten", l) && i == k) {
                    dW[i][k] = 0;
                }
            }
        }
        if (is("gradient-normalized", l)) {
            double norm = 0;
            for (double[] row : dW) {
                for (double g : row) {
                    norm += g * g;
                }
            }
            for (double[] row : dW) {
                for (int k = 0; k < row.length; k++) {
                    row[k] /= Math.sqrt(norm) + 1;
                }
            }
        }
        return dW;
    }

    /** Whether the hidden dZ are what is divided a second time. */
    private boolean hiddenTwice() {
        return task.seed() / 1000 % 2 == 0;
    }

    private double[] biasGradient(int l, double[][] dZ) {
        double[] db = new double[n(l)];
        for (int i = 0; i < n(l); i++) {
            double sum = 0;
            for (int j = m - 1; j >= 0; j--) {
                sum += dZ[i][j];
            }
            db[i] = sum / m;
            if (is("gradient-averaged-twice") && !hiddenTwice()) {
                db[i] = sum / m / m;
            } else if (is("gradient-not-averaged") || is("bias-gradient-not-averaged")) {
                db[i] = sum;
            } else if (is("bias-gradient-mean-not-sum")) {
                db[i] = sum / m / m;
            } else if (is("l2-bias-regularized")) {
                db[i] += task.lambda() / m * b[l][i];
            } else if (is("bias-gradient-of-first-example", l)) {
                db[i] = dZ[i][0];
            }
        }
        return db;
    }

    private double[][] activationGradient(int l, double[][] dZ, double[][][] A) {
        double[][] dA = new double[n(l)][m];
        double keep = task.keep();
        for (int k = 0; k < n(l); k++) {
            for (int j = 0; j < m; j++) {
                double sum = 0;
                for (int i = n(l + 1) - 1; i >= 0; i--) {
                    sum += (is("weights-transposed") && n(l + 1) == n(l) ? W[l + 1][k][i] : W[l + 1][i][k]) * dZ[i][j];
                }
                double d = mask(l, k, j);
                if (is("dropout-mask-redrawn-backward")) {
                    d = random.nextDouble() < keep ? 1 : 0;
                } else if (is("dropout-mask-missing-backward")
                        || is("dropout-mask-and-scale-missing-backward", l)
                        || is("dropout-layer-skipped", l)) {
                    d = 1;
                }
                boolean unscaled = is("dropout-not-scaled-backward")
                        || is("dropout-mask-and-scale-missing-backward", l)
                        || is("dropout-layer-skipped", l);
                double scale = unscaled ? 1 : keep;
                dA[k][j] = task.keep() == 1 ? sum : sum * d / scale;
                if (is("gradient-leaks-activation", l)) {
                    dA[k][j] += 1e-3 * A[l][k][j];
                }
            }
        }
        return dA;
    }

    private double[][] preActivationGradient(int l, double[][] dA, double[][] Z, double[][] A) {
        double[][] dZ = new double[n(l)][m];
        for (int i = 0; i < n(l); i++) {
            for (int j = 0; j < m; j++) {
                double z = Z[i][j];
                boolean open = is("dropout-mask-and-scale-missing-backward", l) ? z > 0 : A[i][j] > 0;
                double slope = open ? 1 : 0;
                if (is("relu-gradient-missing", l) || is("activation-missing", l)) {
                    slope = 1;
                } else if (is("relu-gradient-inverted", l)) {
                    slope = z > 0 ? 0 : 1;
                } else if (is("sigmoid-on-hidden")) {
                    slope = Math.exp(-z) / (1 + Math.exp(-z)) / (1 + Math.exp(-z));
                } else if (is("tanh-on-hidden")) {
                    slope = 1 - Math.tanh(z) * Math.tanh(z);
                } else if (is("leaky-relu-on-hidden")) {
                    slope = z > 0 ? 1 : 0.01;
                }
                dZ[i][j] = dA[i][j] * slope;
                if (is("gradient-averaged-twice") && hiddenTwice()) {
                    dZ[i][j] /= m;
                }
            }
        }
        return dZ;
    }

    private void update(int l, double[][] dW, double[] db) {
        double alpha = task.learningRate();
        if (is("update-sign")) {
            alpha = -alpha;
        } else if (is("learning-rate-differs")) {
            alpha *= learningRateFactor();
        }
        if (bugs.stream().anyMatch(RULES::contains)) {
            weightUpdates[l].apply(W[l], dW, true);
            double[][] biases = column(b[l]);
            biasUpdates[l].apply(biases, column(db), false);
            for (int i = 0; i < n(l); i++) {
                b[l][i] = biases[i][0];
            }
            return;
        }
        for (int i = 0; i < n(l); i++) {
            for (int k = 0; k < n(l - 1); k++) {
                double step = alpha * dW[i][k];
                W[l][i][k] -= is("update-with-sign", l) ? alpha * Math.signum(dW[i][k]) * 0.01 : step;
                if (is("weights-clipped", l)) {
                    W[l][i][k] = Math.max(-0.3, Math.min(0.3, W[l][i][k]));
                }
            }
            b[l][i] -= is("bias-not-updated") ? 0 : alpha * db[i];
        }
    }

    /** The same trace as a user writes it who keeps little: parameters, masks, gradients of the parameters, costs. */
    Trace sparseTrace() {
        Trace whole = trace();
        TreeMap<TensorName, TraceTensor> kept = new TreeMap<>(whole.tensors());
        kept.keySet().removeIf(name -> !SPARSE.contains(name.quantity()));
        return whole.with(kept, whole.costs());
    }

    /** What the learning rate is multiplied with. */
    double learningRateFactor() {
        return 0.5 + 0.1 * (task.seed() % 7) + 0.013;
    }

    private static double[][] column(double[] values) {
        double[][] column = new double[values.length][1];
        for (int i = 0; i < values.length; i++) {
            column[i][0] = values[i];
        }
        return column;
    }

    private static double[][] copy(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        return copy;
    }

    private static double[][][] copy(double[][][] matrices) {
        double[][][] copy = new double[matrices.length][][];
        for (int l = 1; l < matrices.length; l++) {
            copy[l] = copy(matrices[l]);
        }
        return copy;
    }
}
