package org.twinnet.compare.check;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.twinnet.compare.diagnosis.TraceFiles;

/**
 * A network of layers (2, 5, 3, 1) on 40 examples in schoolbook loops, which keeps and stores its numbers in the ways
 * that people do. It shares no formula with the replay.
 */
final class StyledNetwork {

    /** A way to keep or store numbers; without any, the format's own. */
    enum Style {
        ROWS,
        INPUTS_BY_UNITS,
        FLAT_BIASES,
        ROW_BIASES,
        INT_MASKS,
        FLOAT_MASKS,
        SCALED_MASKS,
        OUTPUT_MASK,
        NO_MASKS,
        LOCAL_DZ,
        LOCAL_DA,
        LOCAL_FORWARD,
        AVERAGED_EARLY,
        DA_BEFORE_MASK,
        DA_BEFORE_SCALE,
        PENALTY_IN_UPDATE,
        DA0,
        DA_ONE_LAYER_UP,
        COLUMN_COSTS,
        NO_RATE,
        FLOAT32,
        FRESH_MASKS,
        EVERY_ITERATION
    }

    /** Something that is wrong in any style. */
    enum Fault {
        NONE,
        PENALTY_HALVED_IN_GRADIENT,
        PENALTY_NOT_IN_COST,
        BIAS_OF_LAYER_2_NOT_UPDATED,
        GRADIENT_OF_LAYER_1_DOUBLED,
        GRADIENT_OF_LAYER_1_WITHOUT_RELU,
        GRADIENT_NOT_SCALED,
        PENALTY_IN_NO_GRADIENT,
        UPDATE_RATE,
        UPDATE_SIGN,
        UPDATE_MOMENTUM,
        UPDATE_MOMENTUM_AVERAGED,
        UPDATE_ADAM,
        WEIGHTS_OF_LAYER_1_NOT_UPDATED
    }

    private static final int[] SIZES = {2, 5, 3, 1};
    private static final int DEPTH = 3;
    private static final int M = 40;
    private static final int ITERATIONS = 12;
    private static final double RATE = 0.3;

    private final Set<Style> styles;
    private final Fault fault;
    private final double lambda;
    private final double[] keep;
    private final Random random = new Random(7);
    private final TraceFiles files = new TraceFiles();
    private final double[][] X = new double[SIZES[0]][M];
    private final double[] y = new double[M];
    private final double[][][] W = new double[DEPTH + 1][][];
    private final double[][][] b = new double[DEPTH + 1][][];
    private final double[][][] D = new double[DEPTH + 1][][];
    private final StyledUpdate update;

    private StyledNetwork(Set<Style> styles, Fault fault, double lambda, double... keep) {
        this.styles = styles;
        this.fault = fault;
        this.lambda = lambda;
        this.keep = keep;
        this.update = new StyledUpdate(fault, RATE);
        for (int j = 0; j < M; j++) {
            y[j] = j % 2;
            for (double[] row : X) {
                row[j] = rounded(random.nextGaussian() + y[j]);
            }
        }
        for (int l = 1; l <= DEPTH; l++) {
            W[l] = filled(SIZES[l], SIZES[l - 1], k -> random.nextGaussian() / 2);
            b[l] = filled(SIZES[l], 1, k -> random.nextGaussian() / 4);
        }
        drawMasks();
    }

    /** Trains and writes iterations 0, 1 and the last one, or all. */
    static TraceFiles write(Set<Style> styles, Fault fault, double lambda, double... keep) {
        StyledNetwork network = new StyledNetwork(styles, fault, lambda, keep);
        network.train();
        return network.files;
    }

    private boolean has(Style style) {
        return styles.contains(style);
    }

    private double keep(int l) {
        return l == DEPTH || keep.length == 0 ? 1 : keep[Math.min(l, keep.length) - 1];
    }

    private double rounded(double value) {
        return has(Style.FLOAT32) ? (float) value : value;
    }

    private double[][] filled(int rows, int columns, IntToDoubleFunction value) {
        double[][] matrix = new double[rows][columns];
        for (int k = 0; k < rows * columns; k++) {
            matrix[k / columns][k % columns] = rounded(value.applyAsDouble(k));
        }
        return matrix;
    }

    private void drawMasks() {
        for (int l = 1; l <= DEPTH; l++) {
            double p = keep(l);
            D[l] = filled(SIZES[l], M, k -> random.nextDouble() < p ? 1 : 0);
        }
    }

    private void train() {
        double[] costs = new double[ITERATIONS];
        for (int i = 0; i < ITERATIONS; i++) {
            if (has(Style.FRESH_MASKS) && i > 0) {
                drawMasks();
            }
            costs[i] = iterate(i, has(Style.EVERY_ITERATION) || i < 2 || i == ITERATIONS - 1);
        }
        put("X", X, "<f8", true);
        put("Y", new double[][] {y}, "<f8", true);
        if (!has(Style.NO_RATE)) {
            files.scalar("learning_rate", RATE);
        }
        files.scalar("lambd", lambda);
        if (keep.length > 1) {
            files.vector("keep_prob", "<f8", keep);
        } else {
            files.scalar("keep_prob", keep(1));
        }
        double[] at = new double[ITERATIONS];
        Arrays.setAll(at, k -> k);
        String shape = has(Style.COLUMN_COSTS) ? "(12, 1)" : "(12,)";
        files.put("cost_iterations", "<i8", shape, at).put("costs", "<f8", shape, costs);
        if (has(Style.ROWS)) {
            files.text("examples_as", "rows");
        }
    }

    private double iterate(int i, boolean dumped) {
        double[][][] Z = new double[DEPTH + 1][][];
        double[][][] A = new double[DEPTH + 1][][];
        A[0] = X;
        for (int l = 1; l <= DEPTH; l++) {
            int layer = l;
            Z[l] = filled(SIZES[l], M, k -> {
                double z = b[layer][k / M][0];
                for (int n = SIZES[layer - 1] - 1; n >= 0; n--) {
                    z += W[layer][k / M][n] * A[layer - 1][n][k % M];
                }
                return z;
            });
            A[l] = filled(SIZES[l], M, k -> {
                double z = Z[layer][k / M][k % M];
                return layer == DEPTH ? 1 / (1 + Math.exp(-z)) : Math.max(0, z) * D[layer][k / M][k % M] / keep(layer);
            });
        }
        double cost = cost(A[DEPTH][0]);
        double early = has(Style.AVERAGED_EARLY) ? M : 1;
        double late = M / early;
        double[][][] dZ = new double[DEPTH + 1][][];
        double[][][] dA = new double[DEPTH + 1][][];
        double[][][] dW = new double[DEPTH + 1][][];
        double[][][] db = new double[DEPTH + 1][][];
        dZ[DEPTH] = filled(1, M, j -> (A[DEPTH][0][j] - y[j]) / early);
        for (int l = DEPTH; l >= 1; l--) {
            int layer = l;
            double count = fault == Fault.GRADIENT_OF_LAYER_1_DOUBLED && l == 1 ? late / 2 : late;
            double decay = has(Style.PENALTY_IN_UPDATE) ? 0 : decay(l);
            dW[l] = filled(SIZES[l], SIZES[l - 1], k -> {
                double sum = 0;
                for (int j = M - 1; j >= 0; j--) {
                    sum += dZ[layer][k / SIZES[layer - 1]][j] * A[layer - 1][k % SIZES[layer - 1]][j];
                }
                return sum / count + decay * W[layer][k / SIZES[layer - 1]][k % SIZES[layer - 1]];
            });
            db[l] = filled(SIZES[l], 1, k -> Arrays.stream(dZ[layer][k]).sum() / late);
            double[][] backward = filled(SIZES[l - 1], M, k -> {
                double sum = 0;
                for (int r = SIZES[layer] - 1; r >= 0; r--) {
                    sum += W[layer][r][k / M] * dZ[layer][r][k % M];
                }
                return sum;
            });
            dA[l - 1] = l == 1 ? backward : backward(l - 1, backward, Z[l - 1], dZ);
        }
        if (dumped) {
            dump(i, Z, A, dA, dZ, dW, db);
        }
        for (int l = 1; l <= DEPTH; l++) {
            double more = has(Style.PENALTY_IN_UPDATE) ? decay(l) : 0;
            double[][] V = W[l];
            double[][] dV = dW[l];
            int width = SIZES[l - 1];
            int layer = l;
            W[l] = filled(SIZES[l], width, k -> {
                double w = V[k / width][k % width];
                return update.next("W" + layer, i, k, w, dV[k / width][k % width] + more * w);
            });
            double[][] c = b[l];
            double[][] dc = db[l];
            boolean frozen = fault == Fault.BIAS_OF_LAYER_2_NOT_UPDATED && l == 2;
            b[l] = filled(SIZES[l], 1, k -> frozen ? c[k][0] : update.next("b" + layer, i, k, c[k][0], dc[k][0]));
        }
        return cost;
    }

    private double decay(int layer) {
        if (fault == Fault.PENALTY_IN_NO_GRADIENT) {
            return 0;
        }
        return lambda / M * (fault == Fault.PENALTY_HALVED_IN_GRADIENT && layer == 2 ? 0.5 : 1);
    }

    /** dA as it is kept; what is left of mask and scale goes into dZ. */
    private double[][] backward(int l, double[][] unmasked, double[][] Z, double[][][] dZ) {
        boolean masked = !has(Style.DA_BEFORE_MASK);
        boolean divided = masked && !has(Style.DA_BEFORE_SCALE);
        double scale = fault == Fault.GRADIENT_NOT_SCALED ? 1 : keep(l);
        double[][] kept = filled(
                SIZES[l], M, k -> unmasked[k / M][k % M] * (masked ? D[l][k / M][k % M] : 1) / (divided ? scale : 1));
        boolean gated = fault != Fault.GRADIENT_OF_LAYER_1_WITHOUT_RELU || l != 1;
        dZ[l] = filled(
                SIZES[l],
                M,
                k -> gated && Z[k / M][k % M] <= 0
                        ? 0
                        : kept[k / M][k % M] * (masked ? 1 : D[l][k / M][k % M]) / (divided ? 1 : scale));
        return kept;
    }

    private double cost(double[] a) {
        double sum = 0;
        for (int j = 0; j < M; j++) {
            sum -= Math.log(y[j] == 1 ? a[j] : 1 - a[j]);
        }
        double squares = 0;
        for (int l = 1; l <= DEPTH && fault != Fault.PENALTY_NOT_IN_COST; l++) {
            squares += Arrays.stream(W[l])
                    .flatMapToDouble(Arrays::stream)
                    .map(weight -> weight * weight)
                    .sum();
        }
        return rounded(sum / M + lambda / (2 * M) * squares);
    }

    private void dump(
            int i, double[][][] Z, double[][][] A, double[][][] dA, double[][][] dZ, double[][][] dW, double[][][] db) {
        String floats = has(Style.FLOAT32) ? "<f4" : "<f8";
        for (int l = 1; l <= DEPTH; l++) {
            weights("W" + l + "@" + i, W[l], floats);
            weights("dW" + l + "@" + i, dW[l], floats);
            biases("b" + l + "@" + i, b[l], floats);
            biases("db" + l + "@" + i, db[l], floats);
            if (!has(Style.LOCAL_FORWARD)) {
                put("Z" + l + "@" + i, Z[l], floats, true);
                put("A" + l + "@" + i, A[l], floats, true);
            }
            if (!has(Style.LOCAL_DZ)) {
                put("dZ" + l + "@" + i, dZ[l], floats, true);
            }
            mask(l, i);
        }
        int up = has(Style.DA_ONE_LAYER_UP) ? 1 : 0;
        boolean ofInput = up == 1 || has(Style.DA0);
        for (int l = ofInput ? 0 : 1; l < DEPTH && !has(Style.LOCAL_DA); l++) {
            put("dA" + (l + up) + "@" + i, dA[l], floats, true);
        }
    }

    private void mask(int l, int i) {
        boolean output = l == DEPTH && has(Style.OUTPUT_MASK);
        if (has(Style.NO_MASKS) || keep.length == 0 || !(l < DEPTH || output)) {
            return;
        }
        double scale = has(Style.SCALED_MASKS) ? 1 / keep(l) : 1;
        String type = has(Style.INT_MASKS) ? "<i8" : has(Style.FLOAT_MASKS) || has(Style.SCALED_MASKS) ? "<f8" : "|b1";
        double[][] mask = new double[SIZES[l]][M];
        for (int k = 0; k < SIZES[l] * M; k++) {
            mask[k / M][k % M] = D[l][k / M][k % M] * scale;
        }
        put("D" + l + "@" + i, mask, type, true);
    }

    private void weights(String name, double[][] values, String type) {
        double[][] stored = has(Style.INPUTS_BY_UNITS) ? transposed(values) : values;
        put(name, stored, type, false);
    }

    private void biases(String name, double[][] values, String type) {
        int units = values.length;
        double[] flat = Arrays.stream(values).mapToDouble(row -> row[0]).toArray();
        String shape = has(Style.FLAT_BIASES)
                ? "(" + units + ",)"
                : has(Style.ROW_BIASES) ? "(1, " + units + ")" : "(" + units + ", 1)";
        files.put(name, type, shape, flat);
    }

    private void put(String name, double[][] values, String type, boolean perExample) {
        double[][] stored = perExample && has(Style.ROWS) ? transposed(values) : values;
        double[] flat = Arrays.stream(stored).flatMapToDouble(Arrays::stream).toArray();
        String own = List.of("X", "Y").contains(name) && has(Style.FLOAT32) ? "<f4" : type;
        files.put(name, own, "(" + stored.length + ", " + stored[0].length + ")", flat);
    }

    private static double[][] transposed(double[][] matrix) {
        double[][] turned = new double[matrix[0].length][matrix.length];
        for (int r = 0; r < matrix.length; r++) {
            for (int c = 0; c < matrix[0].length; c++) {
                turned[c][r] = matrix[r][c];
            }
        }
        return turned;
    }
}
